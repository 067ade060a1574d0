/**
 * Charge files whose lines come in any order, within bounded memory: read once, their records put away by ranges of
 * patients, and range after range is read back, settled and sorted as if the files had these records alone. Whole patients
 * are together in a range, and nothing in the contract looks across patients; what comes out is the same as when all lines
 * are in memory.
 */
import type { ChargeFile, Charges, Field, Rejected } from "@edict/rulebook";
import type { RowsAccount } from "../patient-batches.js";
import type { FileToRead } from "../files-to-read.js";
import { dropLines } from "../lines/batch-lines.js";
import { ChargeRows } from "../lines/charge-rows.js";
import { goBack, stateOf } from "../lines/go-back.js";
import { emptyLines, levelColumns } from "../lines/line-store.js";
import { LineSettler, inOrder } from "../lines/settle-lines.js";
import { readChargeFile } from "../records/read-records.js";
import { BlockStore } from "./block-store.js";
import { bytesOfColumns, bytesOfLines } from "./bytes-of-lines.js";
import { RecordsOfFile } from "./records-of-file.js";
import type { RecordRange } from "./record-ranges.js";
import { RecordRanges } from "./record-ranges.js";
import { BlockReader } from "./record-blocks.js";
import type { SpillSizes } from "./spill-sizes.js";

/** What is read, and in which sizes. */
export interface SpillRequest {
  readonly files: readonly FileToRead[];
  readonly fields: readonly Field[];
  readonly sizes: SpillSizes;
  readonly linesOfBatch: number;
  readonly onBytes: (count: number) => void;
}

/** So many patients are sampled before ranges are chosen, for each range. */
const sampledForRange = 64;

/** The lines of the files, range by range. */
export class SpilledCharges {
  readonly #lines = emptyLines();
  readonly #settler: LineSettler;
  readonly #store: BlockStore;
  readonly #reader = new BlockReader();
  readonly #sources: RecordsOfFile[] = [];
  #ranges: RecordRanges;
  #bytes = 0;
  #areParted = false;
  readonly #rejected: Rejected[] = [];
  #evaluated = 0;
  #netted = 0;

  constructor(private readonly request: SpillRequest) {
    const { sizes, fields } = request;
    this.#settler = new LineSettler(this.#lines, fields);
    this.#store = new BlockStore(sizes.block, sizes.held);
    this.#ranges = new RecordRanges(this.#store, [], sizes.ranges * sampledForRange);
  }

  /** Reads the files through and puts their records away. */
  async read(): Promise<void> {
    try {
      for (const { file, how } of this.request.files) await this.#readFile({ file, how });
      this.#ranges.end();
    } catch (error) {
      this.#store.close();
      throw error;
    }
  }

  /** The files with the fields that each has. */
  get files(): readonly ChargeFile[] {
    return this.#lines.files;
  }

  account(): RowsAccount {
    const rejected = inOrder([...this.#lines.rejected, ...this.#rejected], this.#lines.files);
    const [evaluated, netted] = [this.#evaluated, this.#netted];
    return { rows: evaluated + netted + rejected.length, evaluated, netted, rejected };
  }

  async *batches(): AsyncGenerator<Charges> {
    try {
      const most = this.request.sizes.lines();
      // The range that comes next stands last.
      const waiting = [...this.#ranges.ranges].reverse();
      for (let range = waiting.pop(); range !== undefined; range = waiting.pop()) {
        if (this.#lines.row.length > 0 && !this.#hasRoomFor(range, most)) yield* this.#settled();
        const parts = this.#partsOf(range, most);
        if (parts !== null) {
          waiting.push(...[...parts].reverse());
          continue;
        }
        this.#readBack(range);
      }
      yield* this.#settled();
    } finally {
      this.#store.close();
    }
  }

  async #readFile({ file, how }: Pick<FileToRead, "file" | "how">): Promise<void> {
    const before = stateOf(this.#lines);
    const first = this.#sources.length;
    await readChargeFile(file, this.request.onBytes, () => {
      // Of a file that is begun again, the records until now count for nothing.
      for (const attempt of this.#sources.slice(first)) attempt.forget();
      goBack(this.#lines, before);
      const rows = new ChargeRows(file.name, this.#lines, { ...how, size: 0 });
      const source = this.#sources.length;
      const records = new RecordsOfFile(rows, how.presets.texts.get("patient") ?? "", (batch) => {
        this.#bytes += this.#ranges.add(batch, source, records);
        if (!this.#areParted && this.#bytes > this.request.sizes.firstPart) this.#part();
      });
      this.#sources.push(records);
      return records;
    });
  }

  /** Chooses the ranges by what was read until now. */
  #part(): void {
    this.#areParted = true;
    const [all] = this.#ranges.ranges;
    if (all === undefined) throw new Error("before the ranges are chosen there is one of all patients");
    this.#ranges = this.#split(all, this.request.sizes.ranges) ?? this.#ranges;
  }

  #split(range: RecordRange, into: number): RecordRanges | null {
    return RecordRanges.split(range, { into, store: this.#store, reader: this.#reader, sources: this.#sources });
  }

  /** The smaller ranges of one that has no room in memory; null where it has, or is one patient. */
  #partsOf(range: RecordRange, most: number): readonly RecordRange[] | null {
    const needed = this.#bytesNeeded(range);
    if (needed <= most) return null;
    const parts = this.#split(range, Math.min(Math.ceil((needed / most) * 3), this.request.sizes.ranges));
    parts?.end();
    return parts?.ranges ?? null;
  }

  #hasRoomFor(range: RecordRange, most: number): boolean {
    return bytesOfLines(this.#lines) + this.#bytesNeeded(range) <= most;
  }

  /** What the range's lines will take in memory; its cells stand for texts of the lines' own, and for what is new in dictionaries. */
  #bytesNeeded(range: RecordRange): number {
    return bytesOfColumns(this.#lines, range.lines) + range.bytes * 0.6;
  }

  #readBack(range: RecordRange): void {
    const lines = this.#lines;
    let last: number | null = null;
    for (const { source, batch } of range.take(this.#reader, this.#sources)) {
      // Columns that one file lacks have blanks for its lines before another file's follow.
      if (last !== null && source !== last) levelColumns(lines);
      last = source;
      this.#sources[source]?.rows.records(batch);
    }
    levelColumns(lines);
  }

  *#settled(): Generator<Charges> {
    const lines = this.#lines;
    const { evaluated, nettings, rejected, batches } = this.#settler.settleInBatches(this.request.linesOfBatch);
    this.#evaluated += evaluated;
    this.#netted += nettings.length * 2;
    for (const row of rejected) this.#rejected.push(row);
    yield* batches;
    const renewed = dropLines(lines, lines.row.length);
    for (const { rows } of this.#sources) rows.forget(renewed);
  }
}
