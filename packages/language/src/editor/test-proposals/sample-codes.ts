/** One code of an expression, to stand in a test: rather one that somebody wrote than a number from a range. */
import { codeOrdinal } from "@edict/rulebook";
import type { CodeExpression, SetItem } from "../../ast/nodes.js";
import type { Book } from "../../names/book.js";
import { setsOf } from "../../names/codes-of.js";
import { blocksHolding } from "../../names/sets/blocks.js";
import type { ResolvedSet } from "../../names/sets/items.js";
import { resolveItems } from "../../names/sets/items.js";
import type { Row } from "./row.js";

/** What a sample has to be. */
export interface SampleWishes {
  /** The day on which it has to hold. */
  readonly day: number;
  /** Rather none of these. */
  readonly apart: readonly CodeExpression[];
  readonly row: Row | null;
}

/** A code of the expression on a day; null where there is none. */
export function sampleOf(book: Book, codes: CodeExpression, wishes: SampleWishes): string | null {
  const inside = holder(book, codes, wishes);
  const others = wishes.apart.map((one) => holder(book, one, wishes));
  const candidates = [...candidatesOf(book, codes, wishes.row)].filter(inside);
  return candidates.find((code) => others.every((isIn) => !isIn(code))) ?? candidates[0] ?? null;
}

/** Tells whether an expression has a code on the day. */
export function holder(
  book: Book,
  codes: CodeExpression,
  { day, row }: Pick<SampleWishes, "day" | "row">,
): (code: string) => boolean {
  const own = resolve(book, codes.items, row);
  const taken = resolve(book, codes.except, row);
  return (code) => (codes.any || has(own, code, day)) && !has(taken, code, day);
}

function resolve(book: Book, items: readonly SetItem[], row: Row | null): ResolvedSet {
  const filled = items.flatMap((item): readonly SetItem[] => {
    if (item.value.kind !== "row-reference") return [item];
    const text = row?.get(item.value.column.text) ?? "";
    return text === "" ? [] : [{ ...item, value: { kind: "word", start: item.start, end: item.end, text } }];
  });
  return resolveItems("codes", filled, [], setsOf(book, "codes"));
}

function has({ blocks }: ResolvedSet, code: string, day: number): boolean {
  return blocksHolding("codes", blocks, code).some(({ from, until }) => from <= day && day <= until);
}

/** The codes that are written, those of named sets too, then the ends of ranges. `any code` takes what the book writes. */
function* candidatesOf(
  book: Book,
  { any, items }: Pick<CodeExpression, "any" | "items">,
  row: Row | null,
): Generator<string> {
  if (any) {
    for (const { source } of book.files) for (const [code] of source.text.matchAll(/\b\d{5}\b/g)) yield code;
    return;
  }
  const ranges: string[] = [];
  for (const item of itemsWithin(book, items, new Set())) {
    const { value } = item;
    if (value.kind === "row-reference") yield row?.get(value.column.text) ?? "";
    else if (value.kind === "range-literal") ranges.push(value.first.text, value.last.text);
    else if (codeOrdinal(value.text) !== null) yield value.text;
  }
  yield* ranges;
}

function* itemsWithin(book: Book, items: readonly SetItem[], seen: Set<string>): Generator<SetItem> {
  for (const item of items) {
    const name = item.value.kind === "word" && codeOrdinal(item.value.text) === null ? item.value.text : null;
    if (name === null) yield item;
    else if (!seen.has(name)) {
      const set = book.declared.get(name)?.node;
      if (set?.kind === "codes") yield* itemsWithin(book, set.set.items, seen.add(name));
    }
  }
}
