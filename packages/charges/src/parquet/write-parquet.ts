/** CSV of a table turned into Parquet by DuckDB, every column as text, so that a code keeps its leading zeros. */
import { rm } from "node:fs/promises";
import { fileError } from "../charge-file-error.js";
import { importErrors } from "../imports/diagnostics.js";

/** Writes the Parquet file and takes the CSV file, which has these columns, away. */
export async function writeParquet(csv: string, parquet: string, columns: readonly string[]): Promise<void> {
  const { DuckDBInstance } = await import("@duckdb/node-api").catch(() => {
    throw fileError(importErrors, "import-parquet-tool", { file: parquet }, {});
  });
  const instance = await DuckDBInstance.create(":memory:");
  try {
    const connection = await instance.connect();
    // Findings name a table's rows by number.
    await connection.run("SET preserve_insertion_order = true");
    const types = columns.map((column) => `${quoted(column)}: 'VARCHAR'`).join(", ");
    await connection.run(
      `COPY (SELECT * FROM read_csv(${quoted(csv)}, auto_detect = false, header = true, columns = {${types}}, ` +
        `delim = ',', quote = '"')) ` +
        `TO ${quoted(parquet)} (FORMAT parquet, COMPRESSION zstd)`,
    );
  } finally {
    instance.closeSync();
    await rm(csv, { force: true });
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
