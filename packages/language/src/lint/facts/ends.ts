/**
 * When codes ended, as far as the rulebook says so itself: by an `until` of any of its sets. Where sets differ, the last
 * of the dates counts, for a set may end earlier for reasons of its own.
 */
import type { SetItem } from "../../ast/nodes.js";
import type { Book } from "../../names/book.js";
import type { Blocks } from "../../names/sets/blocks.js";
import { resolveItem } from "../../names/sets/items.js";
import type { Block } from "../../names/sets/settle.js";
import { always } from "../../names/sets/settle.js";
import { allOf } from "../../names/declared.js";
import { lastWhile } from "../../source/last-while.js";

/** A stretch of codes with the day of its end, and the set that says so. */
export interface End extends Block {
  readonly set: string;
}

/** Every end that a set of codes gives to codes or ranges that it writes itself, in the order of the codes. */
export function endsIn(book: Book): readonly End[] {
  const known = endsOfBooks.get(book);
  if (known !== undefined) return known;
  const ends: End[] = [];
  for (const { node } of allOf(book.declared, "codes")) {
    for (const item of node.set.items) {
      if (item.until === null) continue;
      for (const block of writtenBlocks(item)) ends.push({ ...block, set: node.name.text });
    }
  }
  ends.sort((one, other) => (one.start < other.start ? -1 : one.start > other.start ? 1 : 0));
  endsOfBooks.set(book, ends);
  return ends;
}

const endsOfBooks = new WeakMap<Book, readonly End[]>();

/** The ends of codes that a block shares, each no more than a thousand places away: sets are not so large. */
export function endsOver(book: Book, block: Block): readonly End[] {
  const ends = endsIn(book);
  const last = lastWhile(ends, ({ start }) => start < block.end);
  return ends.slice(Math.max(0, last - mostPlaces), last + 1).filter(({ end }) => end > block.start);
}

const mostPlaces = 1000;

/** The last day on which any of these codes was one, where all of them have ended; else null. */
export function endOf(book: Book, blocks: Blocks): { readonly day: number; readonly set: string } | null {
  let last: { readonly day: number; readonly set: string } | null = null;
  for (const block of blocks) {
    const ends = endsOver(book, block).filter(({ start, end }) => start <= block.start && block.end <= end);
    const own = ends.reduce<End | null>((best, one) => (best === null || one.until > best.until ? one : best), null);
    if (own === null) return null;
    if (last === null || own.until > last.day) last = { day: own.until, set: own.set };
  }
  return last;
}

/** The codes that an item writes itself, with its dates; none for the name of a set. */
export function writtenBlocks(item: SetItem): Blocks {
  return resolveItem("codes", item, () => null).blocks;
}

/** Whether a block has no last day. */
export function isOpenEnded({ until }: Block): boolean {
  return until === always.until;
}
