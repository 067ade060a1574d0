/**
 * `within N days` looks both ways. For two different things there is mostly one that comes first, and the other way
 * round they have nothing to do with each other.
 */
import { partsOf } from "../../names/statement-parts.js";
import { onOneLine, stretchOf } from "../../source/source.js";
import { blocksOf, sharedBlocks } from "../facts/codes.js";
import { versionLint } from "../lint.js";

export const windowBothWays = versionLint(
  {
    code: "window-both-ways",
    severity: "info",
    message: (p: { window: string; words: readonly string[] }) =>
      `${p.window} looks both ways; write ${p.words.join(" or ")} where one comes first`,
  },
  (book, { clauses: { statement } }, found) => {
    if (statement === null) return;
    const { source, node } = statement;
    // What must not stand together at all does not care which comes first.
    if (node.kind !== "bundle" && node.kind !== "requires") return;
    const { codes, scopes } = partsOf(node);
    if (!scopes.some((scope) => scope.kind === "window" && scope.word === null)) return;
    const [one, other] = codes.map((expression) => blocksOf(book, expression));
    if (one === undefined || other === undefined || one === null || other === null) return;
    if (sharedBlocks(one, other).length > 0) return;
    for (const scope of scopes) {
      if (scope.kind !== "window" || scope.word !== null || scope.within === null) continue;
      const window = onOneLine(source, scope);
      const words =
        node.kind === "bundle"
          ? [`that follows ${window}`, `that precedes ${window}`]
          : [`${window} before`, `${window} after`];
      const at = stretchOf(source, scope);
      const fixes = words.map((text) => ({ title: `write ${text}`, edits: [{ at, text }] }));
      found(at, { window, words }, { fixes });
    }
  },
);
