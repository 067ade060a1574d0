/** The rows of a table in Parquet, every cell as text, so that a table means the same whichever kind of file it is in. */
import type { InputFile } from "../files/read-bytes.js";
import type { ParquetSink } from "../parquet/parquet-records.js";
import { parquetRecords } from "../parquet/parquet-records.js";
import type { TableRows } from "./table-rows.js";

/** Hands the file's rows to the table, as if a CSV file had held them: the header is row 1. */
export async function readParquet(file: InputFile, rows: TableRows): Promise<void> {
  const sink: ParquetSink = {
    header: (names, row) => rows.header(names, row),
    useOf: (place) => (rows.places().includes(place) ? "cell" : "ignored"),
    records: (batch) => rows.records(batch),
  };
  for await (const _ of parquetRecords(file, sink, 1));
}
