/** The rows of a table that was imported before, read as rules read it, cell by cell as what they mean. */
import type { Column, TableData } from "@edict/rulebook";
import { cellDayAt, cellNumberAt, noDate } from "@edict/rulebook";
import { findFile } from "../files/read-bytes.js";
import { readTable } from "../tables/read-table.js";
import type { ImportedColumn } from "./imported-shape.js";

/** The cells of a row, by the names of their columns. */
export interface OlderTable {
  /** Where it is on the disk. */
  readonly path: string;
  readonly count: number;
  readonly text: (name: string, place: number) => string;
  /** The texts of a column, each different one interned once; a blank as the text that it is. */
  readonly interned: (name: string, idOf: (text: string) => number) => (place: number) => number;
  /** `noDate` where the cell is blank. */
  readonly day: (name: string, place: number) => number;
  /** Null where the cell is blank. */
  readonly number: (name: string, place: number) => number | null;
}

/** Reads the table that `--onto` names. */
export async function readOlder(name: string, folder: string, columns: readonly ImportedColumn[]): Promise<OlderTable> {
  const path = await findImported(name, folder);
  return cellsOf(path, await readImported(name, path, columns));
}

/** Where a table that was imported is; throws a `ChargeFileError` where it is not. */
export async function findImported(name: string, folder: string): Promise<string> {
  return (await findFile(name, folder)).path;
}

/** Reads a table that was imported. */
export function readImported(name: string, path: string, columns: readonly ImportedColumn[]): Promise<TableData> {
  const at = { file: name, line: 1, column: 1 };
  const table = {
    name: "Older",
    doc: null,
    at,
    columns: columnsOf(columns),
    source: { kind: "file", path: name, at },
  } as const;
  return readTable(table, path, { name });
}

/** The columns as a rule file declares them. */
export function columnsOf(columns: readonly ImportedColumn[]): Column[] {
  return columns.map((column) => ({ ...column, header: null }));
}

function cellsOf(path: string, data: TableData): OlderTable {
  return {
    path,
    count: data.count,
    text: (name, place) => {
      const cells = data.columns.get(name)?.cells;
      return cells?.kind === "text" ? (cells.values[cells.ids[place] ?? -1] ?? "") : "";
    },
    interned: (name, idOf) => {
      const cells = data.columns.get(name)?.cells;
      const none = idOf("");
      if (cells?.kind !== "text") return () => none;
      const known = cells.values.map(idOf);
      return (place) => known[cells.ids[place] ?? -1] ?? none;
    },
    day: (name, place) => {
      const cells = data.columns.get(name)?.cells;
      return cells?.kind === "date" ? cellDayAt(cells, place) : noDate;
    },
    number: (name, place) => {
      const cells = data.columns.get(name)?.cells;
      const value = cells?.kind === "number" ? cellNumberAt(cells, place) : NaN;
      return Number.isNaN(value) ? null : value;
    },
  };
}
