/** Codes of a statement, settled, and in words. */
import type { CodeExpression } from "../../ast/nodes.js";
import type { Book } from "../../names/book.js";
import { codesOf } from "../../names/codes-of.js";
import type { Blocks } from "../../names/sets/blocks.js";
import { codeSpans } from "../../names/sets/blocks.js";
import type { Block } from "../../names/sets/settle.js";

/** The codes of an expression, some of them twice perhaps; null where it is any code, a column's, or cannot be told. */
export function blocksOf(book: Book, codes: CodeExpression): Blocks | null {
  if (codes.any) return null;
  const { blocks, sure } = codesOf(book, codes);
  return sure ? blocks : null;
}

/** What two lists of blocks share, dates and all. */
export function sharedBlocks(left: Blocks, right: Blocks): Blocks {
  return left.flatMap((one) => right.flatMap((other) => shared(one, other)));
}

function shared(one: Block, other: Block): Blocks {
  const start = one.start > other.start ? one.start : other.start;
  const end = one.end < other.end ? one.end : other.end;
  const from = Math.max(one.from, other.from);
  const until = Math.min(one.until, other.until);
  return start < end && from <= until ? [{ start, end, from, until }] : [];
}

/** `77280, 77285..77290 and 2 more` */
export function shownCodes(blocks: Blocks): string {
  const spans = [
    ...new Set(codeSpans(blocks).map(({ first, last }) => (first === last ? first : `${first}..${last}`))),
  ];
  const shown = spans.slice(0, 3).join(", ");
  return spans.length > 3 ? `${shown} and ${spans.length - 3} more` : shown;
}
