/** The rows of a table that a rulebook reads from a file: CSV and its kin, gzip too, Parquet, or the compiled form. */
import type { Table, TableData } from "@edict/rulebook";
import { findFile } from "../files/read-bytes.js";
import { isParquet } from "../parquet/open-parquet.js";
import { readRecords } from "../records/read-records.js";
import { isCompiled, readCompiled } from "./read-compiled.js";
import { readParquet } from "./read-parquet.js";
import { TableRows } from "./table-rows.js";

/** What may be said about the reading. */
export interface TableReadOptions {
  /** The file's name in messages; the path where it is left out. */
  readonly name?: string | undefined;
}

/** Reads a table's file; throws a `ChargeFileError` with file, row and column where it cannot hold the table. */
export async function readTable(table: Table, path: string, options: TableReadOptions = {}): Promise<TableData> {
  const found = await findFile(path, ".");
  const file = { ...found, name: options.name ?? path };
  if (await isCompiled(file)) return readCompiled(table, file);
  const rows = new TableRows(table, file.name, file.size);
  if (await isParquet(file)) await readParquet(file, rows);
  else await readRecords(file, rows);
  return rows.data();
}
