/** The lists of items that a declaration writes: the set that it declares, or the choices of a rule's statement. */
import type { Declaration, SetItem } from "../../ast/nodes.js";
import { isValue } from "../../names/sets/blocks.js";
import type { Blocks, SetKind } from "../../names/sets/blocks.js";
import { resolveItem } from "../../names/sets/items.js";
import type { Book } from "../../names/book.js";
import { setsOf } from "../../names/codes-of.js";
import { partsOf } from "../../names/statement-parts.js";
import { isStatement } from "../../names/versions.js";

/** Items that stand together, in the order as written. */
export interface ItemList {
  readonly kind: SetKind;
  readonly items: readonly SetItem[];
}

/** The declarations that have such lists. */
export const listing = ["codes", "diagnoses", "modifiers", "episode", "rule", "override"] as const;

/** The lists of one of them. What stands after `except` is a list of its own. */
export function listsIn(node: Extract<Declaration, { readonly kind: (typeof listing)[number] }>): readonly ItemList[] {
  const lists: ItemList[] = [];
  const add = (kind: SetKind, { items, except }: { items: readonly SetItem[]; except: readonly SetItem[] }): void => {
    lists.push({ kind, items }, { kind, items: except });
  };
  switch (node.kind) {
    case "codes":
    case "diagnoses":
    case "modifiers":
      add(node.kind, node.set);
      break;
    case "episode":
      add("codes", node.set);
      break;
    case "rule":
    case "override":
      for (const clause of node.clauses) {
        if (isStatement(clause)) for (const codes of partsOf(clause).codes) add("codes", codes);
      }
      break;
  }
  return lists;
}

/** What an item covers; nothing where it cannot be told. */
export function blocksOfItem(book: Book, kind: SetKind, item: SetItem): Blocks {
  const found = resolveItem(kind, item, setsOf(book, kind));
  return found.sure ? found.blocks : [];
}

/** Whether an item is one code, diagnosis or modifier, without dates. */
export function isPlain(kind: SetKind, { value, from, until }: SetItem): boolean {
  return value.kind === "word" && isValue(kind, value.text) && from === null && until === null;
}
