/**
 * Charge files in batches of whole patients. Long files whose lines come patient by patient are evaluated as they are
 * read, in the same memory whatever their length; all others are read as a whole and are one batch. What comes out is the
 * same.
 */
import type { ChargeFile, Charges, Rejected } from "@edict/rulebook";
import type { AlikeFiles, FileToRead, ReadTogether } from "./files-to-read.js";
import { filesToRead, progressOf } from "./files-to-read.js";
import { bytesOfText } from "./files/read-bytes.js";
import { dropLines, setCount } from "./lines/batch-lines.js";
import { ChargeRows } from "./lines/charge-rows.js";
import { emptyLines, levelColumns } from "./lines/line-store.js";
import { LineSettler, inOrder } from "./lines/settle-lines.js";
import type { Store } from "./lines/stores.js";
import type { GroupedFiles } from "./patient-order.js";
import { groupedFiles } from "./patient-order.js";
import { readCharges } from "./read-charges.js";
import { chargeRecords } from "./records/read-records.js";

/** What to read, and how. */
export interface BatchesRequest extends ReadTogether, AlikeFiles {
  /** Files of so many bytes together are read as a whole, in any order; 128 MiB where it is left out. */
  readonly wholeUpTo?: number | undefined;
  /** A batch has so many lines, or those of one patient; 65,536 where it is left out. */
  readonly linesOfBatch?: number | undefined;
  /** A batch of fewer lines is made of so many bytes; 64 MiB where it is left out. */
  readonly bytesOfBatch?: number | undefined;
}

/** What became of all rows: `rows` is the count of the others together. */
export interface RowsAccount {
  readonly rows: number;
  readonly evaluated: number;
  readonly netted: number;
  /** In the order of files and rows. */
  readonly rejected: readonly Rejected[];
}

/** The lines of charge files, batch by batch. */
export interface ChargeBatches {
  /** All files with the fields that each has. */
  readonly files: readonly ChargeFile[];
  /** A batch is valid until the next one is asked for: its columns are filled anew. */
  readonly batches: AsyncIterable<Charges>;
  /** Complete when the batches are at an end. */
  readonly account: () => RowsAccount;
}

/** Begins to read; throws a `ChargeFileError` where a file cannot be read at all. */
export async function chargeBatches(request: BatchesRequest): Promise<ChargeBatches> {
  const files = await filesToRead(request, [{ ...request, readPatient: null }], new Set());
  let size = 0;
  for (const { file } of files) size += await bytesOfText(file);
  const isLong = size > (request.wholeUpTo ?? 128 << 20) && files.every(({ file }) => file.canReadTwice);
  if (isLong) {
    const onBytes = progressOf(files, request.onProgress, 2);
    const grouped = await groupedFiles(files, onBytes);
    if (grouped !== null) {
      const stream = new Stream(request, files, grouped, onBytes);
      return { files: grouped.files, batches: stream.batches(), account: () => stream.account() };
    }
  }
  return wholeBatch(request);
}

async function wholeBatch(request: BatchesRequest): Promise<ChargeBatches> {
  const { charges, rows, netted, rejected } = await readCharges(request);
  async function* batches(): AsyncGenerator<Charges> {
    yield charges;
  }
  const account = { rows, evaluated: charges.count, netted, rejected };
  return { files: charges.files, batches: batches(), account: () => account };
}

/** Files whose lines come patient by patient. */
class Stream {
  readonly #lines = emptyLines();
  readonly #settler: LineSettler;
  readonly #rejected: Rejected[] = [];
  #evaluated = 0;
  #netted = 0;
  /** The first line of the last patient, as far as the lines were looked at. */
  #lastPatient = 0;
  #seen = 0;

  constructor(
    private readonly request: BatchesRequest,
    private readonly toRead: readonly FileToRead[],
    private readonly grouped: GroupedFiles,
    private readonly onBytes: (count: number) => void,
  ) {
    this.#settler = new LineSettler(this.#lines, request.fields);
  }

  account(): RowsAccount {
    const rejected = inOrder([...this.#lines.rejected, ...this.#rejected], this.grouped.files);
    const [evaluated, netted] = [this.#evaluated, this.#netted];
    return { rows: evaluated + netted + rejected.length, evaluated, netted, rejected };
  }

  async *batches(): AsyncGenerator<Charges> {
    const lines = this.#lines;
    const { linesOfBatch = 1 << 16, bytesOfBatch = 64 << 20 } = this.request;
    let bytes = 0;
    for (const [place, { file, how }] of this.toRead.entries()) {
      const rows = new ChargeRows(file.name, lines, { ...how, size: 0 });
      const request = { file, keys: this.grouped.keys[place] ?? null, onBytes: this.onBytes };
      for await (const read of chargeRecords(request, rows)) {
        bytes += read;
        if (lines.row.length < linesOfBatch && bytes < bytesOfBatch) continue;
        const whole = this.#wholePatients();
        if (whole === 0) continue;
        bytes = 0;
        levelColumns(lines);
        yield this.#take(whole);
        rows.forget(this.#drop(whole));
      }
      levelColumns(lines);
    }
    yield this.#take(lines.row.length);
  }

  /** How many lines stand before the last patient's first, of whom more may follow. Each line is looked at once. */
  #wholePatients(): number {
    const ids = this.#lines.patient.ids.all();
    for (let line = Math.max(this.#seen, 1); line < ids.length; line++) {
      if (ids[line] !== ids[line - 1]) this.#lastPatient = line;
    }
    this.#seen = ids.length;
    return this.#lastPatient;
  }

  #take(count: number): Charges {
    const lines = this.#lines;
    const all = lines.row.length;
    setCount(lines, count);
    const { charges, nettings, rejected } = this.#settler.settle({ areLast: false });
    setCount(lines, all);
    this.#evaluated += charges.count;
    this.#netted += nettings.length * 2;
    for (const row of rejected) this.#rejected.push(row);
    return { ...charges, files: this.grouped.files };
  }

  #drop(count: number): ReadonlySet<Store> {
    this.#lastPatient = 0;
    this.#seen -= count;
    return dropLines(this.#lines, count);
  }
}
