/** Words that say that somebody meant to come back: what carries them would go out to a payer. */
import type { SyntaxNode } from "../../ast/children.js";
import { walk } from "../../ast/children.js";
import { stretchOf } from "../../source/source.js";
import { declarationLint } from "../lint.js";

// Each in brackets, since no file of ours may say them as they are.
const words = /\b(?:[T]ODO|[F]IXME|[X]XX|[T]BD|LOREM IPSUM)\b/;

export const unfinishedWords = declarationLint(
  {
    code: "unfinished-words",
    severity: "warning",
    message: (p: { word: string }) => `${p.word} says that this is not finished; finish it before it goes out`,
  },
  ["rule", "override", "waive", "authority", "test"],
  (_, { source, node }, found) => {
    for (const part of walk(node)) {
      const word = isText(part) ? words.exec(part.text)?.[0] : undefined;
      if (word !== undefined) found(stretchOf(source, part), { word });
    }
  },
);

function isText(part: SyntaxNode): part is SyntaxNode & { readonly text: string } {
  return part.kind === "text-literal" && "text" in part && typeof part.text === "string";
}
