/**
 * Parquet files, through DuckDB: every cell as text, so that a table means the same whichever kind of file it is in.
 * DuckDB is heavy and rarely needed, so it is loaded only here and only then, and it may open this one file and nothing
 * else.
 */
import { open } from "node:fs/promises";
import { fileError } from "../charge-file-error.js";
import { fileErrors } from "../diagnostics.js";
import type { InputFile } from "../files/read-bytes.js";
import { batchOfTexts } from "../records/record-batch.js";
import type { TableRows } from "./table-rows.js";

/** True where the file begins as Parquet does. */
export async function isParquet(file: InputFile): Promise<boolean> {
  if (!file.canReadTwice) return false;
  const handle = await open(file.path);
  try {
    const start = Buffer.alloc(4);
    await handle.read(start, 0, 4, 0);
    return start.toString("latin1") === "PAR1";
  } finally {
    await handle.close();
  }
}

/** Hands the file's rows to the table, as if a CSV file had held them. */
export async function readParquet(file: InputFile, rows: TableRows): Promise<void> {
  // DuckDB takes these for a pattern of names, and would read other files.
  if (/[*?[]/.test(file.path)) throw fileError(fileErrors, "table-file-name", { file: file.name }, {});
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:");
  try {
    const connection = await instance.connect();
    await connection.run(`SET allowed_paths = [${quoted(file.path, "'")}]`);
    await connection.run("SET enable_external_access = false");
    await connection.run("SET lock_configuration = true");
    const source = `read_parquet(${quoted(file.path, "'")})`;
    const described = await connection.stream(`SELECT * FROM ${source} LIMIT 0`).catch(() => {
      throw fileError(fileErrors, "file-not-readable", { file: file.name }, { why: "it is no whole Parquet file" });
    });
    const headers = described.columnNames();
    rows.header(headers, 1);
    const places = rows.places();
    const wanted = places.map((place) => `CAST(${quoted(headers[place] ?? "", '"')} AS VARCHAR)`).join(", ");
    const result = await connection.stream(`SELECT ${wanted} FROM ${source}`);
    let row = 1;
    for (;;) {
      const chunk = await result.fetchChunk();
      if (chunk === null || chunk.rowCount === 0) break;
      const columns = new Map(places.map((place, index) => [place, chunk.getColumnVector(index)]));
      const textAt = (record: number, column: number): string => String(columns.get(column)?.getItem(record) ?? "");
      rows.records(batchOfTexts(headers.length, chunk.rowCount, row + 1, textAt));
      row += chunk.rowCount;
    }
  } finally {
    instance.closeSync();
  }
}

function quoted(text: string, quote: string): string {
  return quote + text.replaceAll(quote, quote + quote) + quote;
}
