/** A modifier of two digits that does not exist: most likely digits that were swapped. Those with letters are too many to know. */
import { walk } from "../../ast/children.js";
import type { SyntaxNode } from "../../ast/children.js";
import type { SetItem, Value } from "../../ast/nodes.js";
import { stretchOf } from "../../source/source.js";
import { declarationLint } from "../lint.js";

const numeric = new Set(
  (
    "22 23 24 25 26 27 32 33 47 50 51 52 53 54 55 56 57 58 59 62 63 66 73 74 76 77 78 79 80 81 82 " +
    "90 91 92 93 95 96 97 99"
  ).split(" "),
);

export const noSuchModifier = declarationLint(
  {
    code: "no-such-modifier",
    severity: "warning",
    message: (p: { modifier: string }) => `no modifier ${p.modifier} is in use; correct its digits`,
  },
  ["modifiers", "rule", "override"],
  (_, { source, node }, found) => {
    for (const part of node.kind === "modifiers" ? itemsOf(node.set.items) : conditions(node)) {
      if (!/^\d\d$/.test(part.text) || numeric.has(part.text)) continue;
      found(stretchOf(source, part), { modifier: part.text });
    }
  },
);

interface Written {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function itemsOf(items: readonly SetItem[]): readonly Written[] {
  return items.flatMap(({ value }) => (value.kind === "word" ? [value] : []));
}

/** The modifiers that conditions and suggestions name. */
function* conditions(node: SyntaxNode): Generator<Written> {
  for (const part of walk(node)) {
    if (isMembership(part) && /^modifiers?$/.test(part.field.text)) {
      for (const value of part.values) if (value.kind === "word") yield value;
    }
    if (isSuggest(part) && part.suggestion.kind === "modifier" && part.suggestion.modifier !== undefined) {
      yield part.suggestion.modifier;
    }
  }
}

function isMembership(
  node: SyntaxNode,
): node is SyntaxNode & { readonly field: { readonly text: string }; readonly values: readonly Value[] } {
  return node.kind === "membership";
}

function isSuggest(
  node: SyntaxNode,
): node is SyntaxNode & { readonly suggestion: { readonly kind: string; readonly modifier?: Written } } {
  return node.kind === "suggest";
}
