/**
 * The rows of a table as the engine takes them. `unreadable` cells never reach it: a table file with a cell that its
 * column's type cannot hold is an error before the run.
 */
import { noDate } from "./charges.js";
import type { ValueType } from "./fields.js";

export interface TableData {
  readonly name: string;
  readonly count: number;
  readonly columns: ReadonlyMap<string, TableColumn>;
}

/** `diagnosis` columns are text without dots, upper case; `code` columns are text, upper case. */
export interface TableColumn {
  readonly type: ValueType | "diagnosis";
  readonly cells: TextCells | NumberCells | DateCells;
}

/** Of each row an index into a dictionary, in as few bytes as the dictionary takes. */
export type CellIds = Int32Array | Uint32Array | Uint16Array | Uint8Array;

/** Texts interned; an id that no value has, such as -1 or the count of the values, is an empty cell. */
export interface TextCells {
  readonly kind: "text";
  readonly ids: CellIds;
  readonly values: readonly string[];
  /** How the rows stand by this column, where whoever read the table knows it. */
  readonly order?: RowOrder;
}

/**
 * How rows stand by a column. `first`: in the order of its values, so that the rows of value `v` are `starts[v]` up to but
 * not including `starts[v + 1]`, and none is empty. `second`: among the rows of one value of the first, ids are said to
 * rise; whoever relies on it looks whether they do.
 */
export type RowOrder = { readonly kind: "first"; readonly starts: Int32Array } | { readonly kind: "second" };

/** Of each row a number, NaN where empty; with `ids`, the distinct numbers. */
export interface NumberCells {
  readonly kind: "number";
  readonly ids?: CellIds;
  readonly values: Float64Array;
}

/** Of each row a day since 1970-01-01, `noDate` where empty; with `ids`, the distinct days. */
export interface DateCells {
  readonly kind: "date";
  readonly ids?: CellIds;
  readonly days: Int32Array;
}

/** The text of a row; null where empty. */
export function cellTextAt({ ids, values }: TextCells, row: number): string | null {
  return values[ids[row] ?? -1] ?? null;
}

/** The number of a row; NaN where empty. */
export function cellNumberAt({ ids, values }: NumberCells, row: number): number {
  return values[ids === undefined ? row : (ids[row] ?? -1)] ?? NaN;
}

/** The day of a row; `noDate` where empty. */
export function cellDayAt({ ids, days }: DateCells, row: number): number {
  return days[ids === undefined ? row : (ids[row] ?? -1)] ?? noDate;
}
