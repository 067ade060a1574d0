/**
 * Charge files whose lines come in any order, within bounded memory: read once, their records put away by ranges of
 * patients, and range after range is read back, settled and sorted as if the files had these records alone. Whole patients
 * are together in a range, and nothing in the contract looks across patients; what comes out is the same as when all lines
 * are in memory.
 */
import type { ChargeFile, Charges, Field } from "@edict/rulebook";
import { PackedBatches, accountOf } from "../packed/packed-batches.js";
import { PackedLines, bitsOfChunk } from "../packed/packed-lines.js";
import type { RowsAccount } from "../patient-batches.js";
import type { FileToRead } from "../files-to-read.js";
import { renewDictionaries } from "../lines/batch-lines.js";
import { ChargeRows } from "../lines/charge-rows.js";
import { goBack, stateOf } from "../lines/go-back.js";
import { emptyLines, levelColumns } from "../lines/line-store.js";
import { readChargeFile } from "../records/read-records.js";
import { BlockStore } from "./block-store.js";
import { bytesOfLines } from "./bytes-of-lines.js";
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
  readonly #packed: PackedLines;
  readonly #batches: PackedBatches;
  readonly #store: BlockStore;
  readonly #reader = new BlockReader();
  readonly #sources: RecordsOfFile[] = [];
  #ranges: RecordRanges;
  #bytes = 0;
  #areParted = false;
  /** How many bytes were put away of the lines that are in memory now. */
  #bytesRead = 0;
  /** How many bytes of memory a byte that was put away becomes; what it was of the lines before. */
  #growth = 1.2;

  constructor(private readonly request: SpillRequest) {
    const { sizes, fields, linesOfBatch } = request;
    this.#packed = new PackedLines(this.#lines, bitsOfChunk(linesOfBatch));
    this.#batches = new PackedBatches(this.#packed, fields);
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
    return accountOf(this.#batches, this.#lines);
  }

  async *batches(): AsyncGenerator<Charges> {
    try {
      const { sizes } = this.request;
      let most = sizes.lines(null);
      // The range that comes next stands last.
      const waiting = [...this.#ranges.ranges].reverse();
      for (let range = waiting.pop(); range !== undefined; range = waiting.pop()) {
        if (this.#bytesRead > 0 && !this.#hasRoomFor(range, most)) {
          yield* this.#settled();
          most = sizes.lines(most);
        }
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

  /** Whether the range's lines have room beside those that are there. */
  #hasRoomFor(range: RecordRange, most: number): boolean {
    return bytesOfLines(this.#packed) + this.#bytesNeeded(range) <= most;
  }

  #bytesNeeded(range: RecordRange): number {
    return range.bytes * this.#growth;
  }

  #readBack(range: RecordRange): void {
    const lines = this.#lines;
    this.#bytesRead += range.bytes;
    let last: number | null = null;
    for (const { source, batch } of range.take(this.#reader, this.#sources)) {
      // Columns that one file lacks have blanks for its lines before another file's follow.
      if (last !== null && source !== last) levelColumns(lines);
      last = source;
      this.#sources[source]?.rows.records(batch);
      this.#packed.take();
    }
    levelColumns(lines);
    if (this.#packed.count > 0) this.#growth = bytesOfLines(this.#packed) / this.#bytesRead;
  }

  *#settled(): Generator<Charges> {
    this.#packed.end();
    yield* this.#batches.batches(this.request.linesOfBatch);
    this.#packed.clear();
    this.#bytesRead = 0;
    const renewed = renewDictionaries(this.#lines);
    for (const { rows } of this.#sources) rows.forget(renewed);
  }
}
