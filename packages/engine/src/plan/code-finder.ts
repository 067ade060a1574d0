/** Everything by which a code can be named: spans of sets and of rules in a tree, cells of tables in a dictionary. */
import type { CodeSpan } from "@edict/rulebook";
import type { DateRanges } from "../columns/date-ranges.js";
import { rangeOf } from "../columns/date-ranges.js";
import { remembered } from "../columns/fields.js";
import { codeSpans } from "../columns/sets.js";
import type { CellCodes } from "./cell-codes.js";

export interface CodeFinder<Item> {
  /** Hears of each item one of whose spans holds the code, with the days of that span. */
  readonly items: (code: string, found: (item: readonly [Item, DateRanges]) => void) => void;
  readonly cellsOf: (code: string) => readonly NamedCell[];
}

/** A cell that has the code. */
export interface NamedCell {
  readonly codes: CellCodes;
  readonly cell: number;
}

const noCells: readonly NamedCell[] = [];

export function codeFinder<Item extends { readonly spans: readonly CodeSpan[] }>(
  items: readonly Item[],
  columns: readonly CellCodes[],
): CodeFinder<Item> {
  const cells = new Map<string, NamedCell[]>();
  for (const codes of columns) {
    for (const [cell, text] of codes.values.entries()) remembered(cells, text, () => []).push({ codes, cell });
  }
  const spans = items.flatMap((item) =>
    item.spans.map((span) => ({ first: span.first, last: span.last, item: [item, rangeOf(span)] as const })),
  );
  return { items: codeSpans(spans), cellsOf: (code) => cells.get(code) ?? noCells };
}
