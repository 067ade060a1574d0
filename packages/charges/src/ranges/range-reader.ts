/** Reads ranges of charge files, one after another, as batches of whole patients. */
import type { Charges } from "@edict/rulebook";
import type { AlikeFiles, ReadTogether } from "../files-to-read.js";
import { layoutNamed } from "../headers/choose-layout.js";
import { ChargeRows } from "../lines/charge-rows.js";
import { readPresets } from "../lines/preset-values.js";
import type { BatchSizes, RowsAccount, RowsToRead } from "../patient-batches.js";
import { PatientBatches } from "../patient-batches.js";
import { RecordReader } from "../records/record-reader.js";
import type { PatientRange, RangedFile, RangePart } from "./patient-ranges.js";
import { textBetween } from "./text-between.js";

/** What is read, and how; plain data. */
export interface RangesRequest
  extends Pick<ReadTogether, "layouts" | "fields">, Pick<AlikeFiles, "layout" | "set">, BatchSizes {
  /** All files of the run. */
  readonly ranged: readonly RangedFile[];
}

export class RangeReader {
  readonly #files: readonly RangedFile[];
  readonly #rows: readonly ChargeRows[];
  readonly #batches: PatientBatches;
  /** The reader of the file that was read last: its memory serves for more than one range. */
  #reader: { readonly file: number; readonly reader: RecordReader } | null = null;

  constructor({ ranged, layouts, layout, fields: declared, set, ...sizes }: RangesRequest) {
    this.#files = ranged;
    this.#batches = new PatientBatches(
      ranged.map(({ file }) => file),
      sizes,
      declared,
    );
    const how = {
      layouts,
      layout: layout === null ? null : layoutNamed(layouts, layout),
      declared,
      presets: readPresets(set, declared),
      saidOfFile: new Set<string>(),
      readPatient: null,
      size: 0,
    };
    this.#rows = ranged.map(({ file, form }) => {
      const rows = new ChargeRows(file.name, this.#batches.lines, how);
      rows.header(form.header);
      return rows;
    });
  }

  /** The lines of a range. A batch is valid until the next one is asked for. */
  batches({ parts }: PatientRange): AsyncGenerator<Charges> {
    const renewed = this.#batches.renew();
    for (const rows of this.#rows) rows.forget(renewed);
    return this.#batches.batches(parts.map((part) => this.#rowsOf(part)));
  }

  /** What became of the rows of the range that was read last. */
  account(): RowsAccount {
    return this.#batches.account();
  }

  #rowsOf(part: RangePart): RowsToRead {
    const [file, rows] = [this.#files[part.file], this.#rows[part.file]];
    if (file === undefined || rows === undefined) throw new Error("a range is of the files of its run");
    return { rows, records: this.#recordsOf(file, part, rows) };
  }

  async *#recordsOf({ stamp, form }: RangedFile, part: RangePart, rows: ChargeRows): AsyncGenerator<number> {
    if (this.#reader?.file !== part.file) {
      this.#reader = { file: part.file, reader: new RecordReader(stamp.name, rows) };
    }
    const { reader } = this.#reader;
    reader.goOnFrom({ ...part.from, form });
    for await (const piece of textBetween(stamp, part.from.at, part.to)) {
      reader.push(piece);
      yield piece.length;
    }
    reader.end();
  }
}
