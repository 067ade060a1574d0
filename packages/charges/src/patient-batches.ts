/**
 * The lines of whole patients, batch after batch, out of records as they are read: for files whose lines come patient by
 * patient, in the same memory whatever their length.
 */
import type { ChargeFile, Charges, Field, Rejected } from "@edict/rulebook";
import { dropLines, setCount } from "./lines/batch-lines.js";
import type { ChargeRows } from "./lines/charge-rows.js";
import { emptyLines, levelColumns } from "./lines/line-store.js";
import { LineSettler, inOrder } from "./lines/settle-lines.js";
import type { Store } from "./lines/stores.js";

/** How much makes a batch. */
export interface BatchSizes {
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

/** The rows of a file, or of a part of it: they are handed over as it is read, and told by their bytes of text. */
export interface RowsToRead {
  readonly rows: ChargeRows;
  readonly records: AsyncIterable<number>;
}

export class PatientBatches {
  readonly lines = emptyLines();
  readonly #settler: LineSettler;
  #rejected: Rejected[] = [];
  #evaluated = 0;
  #netted = 0;
  /** The first line of the last patient, as far as the lines were looked at. */
  #lastPatient = 0;
  #seen = 0;

  constructor(
    private readonly files: readonly ChargeFile[],
    private readonly sizes: BatchSizes,
    declared: readonly Field[],
  ) {
    this.#settler = new LineSettler(this.lines, declared);
  }

  /** What became of the rows so far. */
  account(): RowsAccount {
    const rejected = inOrder([...this.lines.rejected, ...this.#rejected], this.files);
    const [evaluated, netted] = [this.#evaluated, this.#netted];
    return { rows: evaluated + netted + rejected.length, evaluated, netted, rejected };
  }

  /** The lines of files or parts of them, one after another; no patient goes on behind the last. */
  async *batches(parts: Iterable<RowsToRead>): AsyncGenerator<Charges> {
    const { lines } = this;
    const { linesOfBatch = 1 << 16, bytesOfBatch = 64 << 20 } = this.sizes;
    let bytes = 0;
    for (const { rows, records } of parts) {
      for await (const read of records) {
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

  /** Begins anew behind the last batch, with no lines and nothing to account for; answers the columns that have another dictionary. */
  renew(): ReadonlySet<Store> {
    this.lines.rejected.length = 0;
    this.#rejected = [];
    this.#evaluated = 0;
    this.#netted = 0;
    return this.#drop(this.lines.row.length);
  }

  /** How many lines stand before the last patient's first, of whom more may follow. No line is looked at twice. */
  #wholePatients(): number {
    const ids = this.lines.patient.ids.all();
    // From the end, where the last patient's lines are.
    let line = ids.length - 1;
    while (line >= Math.max(this.#seen, 1) && ids[line] === ids[line - 1]) line--;
    if (line >= Math.max(this.#seen, 1)) this.#lastPatient = line;
    this.#seen = ids.length;
    return this.#lastPatient;
  }

  #take(count: number): Charges {
    const { lines } = this;
    const all = lines.row.length;
    setCount(lines, count);
    const { charges, nettings, rejected } = this.#settler.settle({ areLast: false });
    setCount(lines, all);
    this.#evaluated += charges.count;
    this.#netted += nettings.length * 2;
    for (const row of rejected) this.#rejected.push(row);
    return { ...charges, files: this.files };
  }

  #drop(count: number): ReadonlySet<Store> {
    this.#lastPatient = 0;
    this.#seen = Math.max(this.#seen - count, 0);
    return dropLines(this.lines, count);
  }
}
