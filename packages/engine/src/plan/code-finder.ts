/** Everything by which a code can be named: spans of sets and of rules in a tree, cells of tables in a dictionary. */
import type { CodeSpan } from "@edict/rulebook";
import { codeNumber, codeNumbers } from "@edict/rulebook";
import type { DateRanges } from "../columns/date-ranges.js";
import { rangeOf } from "../columns/date-ranges.js";
import { codeSpans } from "../columns/sets.js";
import type { CellCodes } from "./cell-codes.js";

export interface CodeFinder<Item> {
  /** Hears of each item one of whose spans holds the code, with the days of that span. */
  readonly items: (code: string, found: (item: readonly [Item, DateRanges]) => void) => void;
  readonly cells: NamedCells;
}

/** The cells of all columns, which stand one column after the other in the order of their ids. */
export interface NamedCells {
  /** The place of the first cell that has a text; -1 where none has. */
  readonly first: (text: string) => number;
  /** Of each place the next one that has the same text, or -1. */
  readonly next: Int32Array;
  /** Of each place the index of its column. */
  readonly columnOf: Int32Array;
  /** Where the cells of each column begin. */
  readonly starts: Int32Array;
}

export function codeFinder<Item extends { readonly spans: readonly CodeSpan[] }>(
  items: readonly Item[],
  columns: readonly CellCodes[],
): CodeFinder<Item> {
  const spans = items.flatMap((item) =>
    item.spans.map((span) => ({ first: span.first, last: span.last, item: [item, rangeOf(span)] as const })),
  );
  const mayHold = stretchesOf(spans);
  const find = codeSpans(spans);
  return {
    items: (code, found) => {
      if (mayHold(code)) find(code, found);
    },
    cells: namedCells(columns),
  };
}

/** Codes are looked at in stretches of 2 to this power. */
const stretch = 6;

/** False of most codes that no span holds: the stretches of codes in which no span has one. */
function stretchesOf(spans: readonly Pick<CodeSpan, "first" | "last">[]): (code: string) => boolean {
  const touched = new Uint8Array((codeNumbers >> stretch) + 1);
  for (const { first, last } of spans) {
    touched.fill(1, codeNumber(first) >> stretch, (codeNumber(last) >> stretch) + 1);
  }
  return (code) => {
    const number = codeNumber(code);
    return number >= 0 && touched[number >> stretch] === 1;
  };
}

/** Tables have thousands of cells that are met once each: no object is made for one. */
function namedCells(columns: readonly CellCodes[]): NamedCells {
  const starts = new Int32Array(columns.length + 1);
  for (const [column, { values }] of columns.entries()) starts[column + 1] = (starts[column] ?? 0) + values.length;
  const count = starts[columns.length] ?? 0;
  const next = new Int32Array(count).fill(-1);
  const columnOf = new Int32Array(count);
  const texts = new Map<string, number>();
  /** Of each text the first place that has it. Columns come from the last to the first, so that places rise. */
  const firsts = new Int32Array(count);
  for (let column = columns.length - 1; column >= 0; column--) {
    const values = columns[column]?.values ?? [];
    const start = starts[column] ?? 0;
    columnOf.fill(column, start, start + values.length);
    for (let cell = 0; cell < values.length; cell++) {
      const value = values[cell] ?? "";
      const text = texts.get(value) ?? texts.size;
      if (text === texts.size) texts.set(value, text);
      else next[start + cell] = firsts[text] ?? -1;
      firsts[text] = start + cell;
    }
  }
  const first = (value: string): number => {
    const text = texts.get(value);
    return text === undefined ? -1 : (firsts[text] ?? -1);
  };
  return { first, next, columnOf, starts };
}
