/** The rulebook with the rows of its tables, and what a condition is read of. */
import type { Cell, Column, Rulebook, Table } from "@edict/rulebook";
import type { Line } from "./lines.js";

export interface Book {
  readonly rulebook: Rulebook;
  /** The rows of every table, by its name. */
  readonly tables: ReadonlyMap<string, readonly Row[]>;
}

/** One row of a table. */
export interface Row {
  /** As a spreadsheet counts: the header is row 1. */
  readonly number: number;
  readonly cells: ReadonlyMap<string, { readonly column: Column; readonly value: Cell }>;
}

/** What is at hand while a line is judged: the subject, the companion if there is one, the row of the rule's table. */
export interface At {
  readonly book: Book;
  readonly subject: Line;
  readonly other: Line | null;
  readonly row: Row | null;
}

/** Gathers the rows of all tables; `files` has the rows of those that stand in files. */
export function bookOf(rulebook: Rulebook, files: ReadonlyMap<string, readonly (readonly Cell[])[]>): Book {
  return { rulebook, tables: new Map(rulebook.tables.map((table) => [table.name, rowsOf(table, files)])) };
}

/** The cell of a column in the row at hand; null where it is empty. */
export function cellOf(row: Row | null, column: string): Cell {
  const cell = row?.cells.get(column);
  if (cell === undefined) throw new Error(`there is no column ${column} at hand; readRulebook has checked its name`);
  return cell.value;
}

/** The cell as text; null where it is empty. */
export function cellText(row: Row | null, column: string): string | null {
  const cell = cellOf(row, column);
  return cell === null ? null : String(cell);
}

/** The rows of a table by its name. */
export function rowsOfTable(book: Book, name: string): readonly Row[] {
  const rows = book.tables.get(name);
  if (rows === undefined) throw new Error(`there is no table ${name}; readRulebook has checked its name`);
  return rows;
}

function rowsOf(table: Table, files: ReadonlyMap<string, readonly (readonly Cell[])[]>): Row[] {
  const rows = table.source.kind === "rows" ? table.source.rows : files.get(table.name);
  if (rows === undefined) throw new Error(`the rows of table ${table.name} stand in a file and were not handed in`);
  return rows.map((cells, index) => ({
    number: index + 2,
    cells: new Map(table.columns.map((column, at) => [column.name, { column, value: cells[at] ?? null }])),
  }));
}
