/** What a list of items holds in a rulebook, its named sets looked up: for whoever asks of codes after the sets are settled. */
import type { CodeExpression } from "../ast/nodes.js";
import type { Book } from "./book.js";
import type { SetKind } from "./sets/blocks.js";
import type { ResolvedSet, SetLookup } from "./sets/items.js";
import { resolveItem, resolveItems } from "./sets/items.js";

/** The named sets of a kind. */
export function setsOf(book: Book, kind: SetKind): SetLookup {
  return (name) => book.sets[kind].get(name) ?? null;
}

/** The codes that an expression writes, some of them twice perhaps. Of `any code`, and of a column, it writes none. */
export function codesOf(book: Book, { items, except }: CodeExpression): ResolvedSet {
  const lookup = setsOf(book, "codes");
  // Taking sets apart costs more than looking through them, and few rules say `except`.
  if (except.length > 0) return resolveItems("codes", items, except, lookup);
  const found = items.map((item) => resolveItem("codes", item, lookup));
  return { blocks: found.flatMap(({ blocks }) => blocks), sure: found.every(({ sure }) => sure) };
}
