/** A limit of nothing finds every line, which `forbid` says in plain words. */
import { stretchOf } from "../../source/source.js";
import { versionLint } from "../lint.js";

export const limitOfZero = versionLint(
  {
    code: "limit-of-zero",
    severity: "warning",
    message: (p: { codes: string; measure: string }) =>
      `a limit of 0 ${p.measure} finds every line; write forbid ${p.codes}, or the number that is allowed`,
  },
  (_, { clauses: { statement, outcome, suggest } }, found) => {
    if (statement?.node.kind !== "limit") return;
    const { source, node } = statement;
    const { amount, measure } = node.quantity;
    if (amount.kind !== "number-literal" || amount.value !== 0) return;
    const codes = source.text.slice(node.subject.start, node.subject.end);
    // A ratio may still allow some: but at least.
    if (node.forEvery !== null) return;
    // Only a limit has a count, and an allowance to suggest.
    const counts =
      suggest?.node.suggestion.kind === "units" || /\{(?:count|allowed)\}/.test(outcome?.node.message?.text ?? "");
    const edit = { at: stretchOf(source, node), text: `forbid ${codes}` };
    const fixes = counts ? [] : [{ title: `write forbid ${codes}`, edits: [edit] }];
    found(stretchOf(source, node.quantity), { codes: codes.replace(/\s+/g, " "), measure }, { fixes });
  },
);
