/** The rows of a Parquet file to who takes records: the columns that are read, as texts, chunk by chunk. */
import { fileError } from "../charge-file-error.js";
import { fileErrors } from "../diagnostics.js";
import type { InputFile } from "../files/read-bytes.js";
import type { UseOfColumn } from "../records/json/json-keys.js";
import type { RecordBatch } from "../records/record-batch.js";
import { ChunkCells } from "./chunk-cells.js";
import { kindOfType, textsOf } from "./column-texts.js";
import { damaged, openParquet } from "./open-parquet.js";
import { inPieces } from "./text-pieces.js";

/** Who takes the rows. */
export interface ParquetSink {
  readonly header: (names: readonly string[], row: number) => void;
  readonly useOf: (column: number) => UseOfColumn;
  readonly records: (batch: RecordBatch) => void;
}

/** Hands the rows on, and after each chunk its bytes of text to the caller. The header, which no row holds, has a number. */
export async function* parquetRecords(
  file: InputFile,
  sink: ParquetSink,
  headerRow: number,
  onBytes: (count: number) => void = () => {},
): AsyncGenerator<number> {
  const parquet = await openParquet(file);
  const { columns, rowCount, select, close } = parquet;
  try {
    sink.header(
      columns.map(({ name }) => name),
      headerRow,
    );
    const read = columns.flatMap((column, place) => {
      const use = sink.useOf(place);
      if (use === "ignored") return [];
      const kind = kindOfType(column.type);
      if (kind === "neither" || (kind === "list" && use !== "list")) {
        const at = { file: file.name, column: column.name };
        throw fileError(fileErrors, "parquet-not-a-value", at, { column: column.name });
      }
      return [{ place, texts: textsOf(column) }];
    });
    const texts = await inPieces(
      parquet,
      // Where everything is set for all lines, there are rows all the same.
      read.length === 0 ? ["''"] : read.map((column) => column.texts),
    );
    const cells = new ChunkCells(
      columns.length,
      read.map(({ place }, index) => ({ place, pieces: texts[index]?.length ?? 1 })),
    );
    let row = headerRow;
    for await (const chunk of select(texts.flat())) {
      const batch = cells.batchOf(chunk, row + 1);
      if (cells.heldZero) throw fileError(fileErrors, "file-is-not-text", { file: file.name }, {});
      sink.records(batch);
      row += chunk.rowCount;
      onBytes(Math.round((file.size * chunk.rowCount) / rowCount));
      yield cells.used;
    }
    if (row - headerRow !== rowCount) throw damaged(file);
  } finally {
    close();
  }
}
