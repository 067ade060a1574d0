/**
 * Code pair edits hold for one provider: what two practices bill on one day is no pair. A bundle of the same day that
 * rests on them and does not say so denies the second practice.
 */
import { declaredAs } from "../../names/declared.js";
import { stretchOf } from "../../source/source.js";
import { versionLint } from "../lint.js";

export const sameDayWithoutProvider = versionLint(
  {
    code: "same-day-without-provider",
    severity: "info",
    message: (p: { authority: string }) =>
      `the edits of ${p.authority} hold for one provider, and this for any; add by the same provider`,
  },
  (book, { clauses: { statement, because } }, found) => {
    if (statement?.node.kind !== "bundle") return;
    const { source, node } = statement;
    const day = node.scopes.find((scope) => scope.kind === "same-day");
    if (day === undefined || node.scopes.some((scope) => scope.kind === "same-field" || scope.kind === "same-claim"))
      return;
    const cited = because.find(({ node: { authority } }) => {
      const title = declaredAs(book.declared, authority.text, "authority")?.node.title.text ?? "";
      return /\b(?:NCCI|PTP|procedure-to-procedure|correct coding)\b/i.test(`${authority.text} ${title}`);
    });
    if (cited === undefined) return;
    const end = { source, start: day.end, end: day.end };
    const fixes = [{ title: "add by the same provider", edits: [{ at: end, text: " by the same provider" }] }];
    found(stretchOf(source, day), { authority: cited.node.authority.text }, { fixes });
  },
);
