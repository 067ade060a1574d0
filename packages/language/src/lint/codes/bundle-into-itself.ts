/** A code on both sides of a bundle: two lines of it are bundled into each other, and both are denied. */
import { stretchOf } from "../../source/source.js";
import { blocksOf, sharedBlocks, shownCodes } from "../facts/codes.js";
import { versionLint } from "../lint.js";

export const bundleIntoItself = versionLint(
  {
    code: "bundle-into-itself",
    severity: "warning",
    message: (p: { codes: string }) =>
      `${p.codes} stands on both sides, so that two such lines are bundled into each other; ` +
      "take it out of one, or write limit where it is about repeats",
  },
  (book, { clauses: { statement } }, found) => {
    if (statement?.node.kind !== "bundle") return;
    const { subject, into, scopes } = statement.node;
    // What must come first or last is bundled one way only, and what is narrowed may be two kinds of lines.
    if (subject.having !== null || into.having !== null) return;
    if (scopes.some((scope) => scope.kind === "window" && scope.word !== null)) return;
    const [one, other] = [blocksOf(book, subject), blocksOf(book, into)];
    if (one === null || other === null) return;
    const both = sharedBlocks(one, other);
    if (both.length === 0) return;
    found(stretchOf(statement.source, into), { codes: shownCodes(both) });
  },
);
