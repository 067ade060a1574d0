/**
 * Records put away by ranges of patients in the order of bytes: ranges that are read one after another give the patients
 * in the contract's order, and nothing has to be merged. Where the ranges lie is taken from a sample.
 */
import type { RecordBatch } from "../records/record-batch.js";
import type { Block, BlockStore } from "./block-store.js";
import { lengthOf } from "./block-store.js";
import { PatientKey, compareKey } from "./patient-key.js";
import { PatientSample } from "./patient-sample.js";
import type { BlockReader, BlockRecords, KeptColumns } from "./record-blocks.js";
import { BlockWriter } from "./record-blocks.js";

/** Where records come from: a file, or a first attempt at one, which counts for nothing. */
export interface RecordSource {
  readonly kept: KeptColumns;
  /** The place of the column of patients; -1 where there is none. */
  readonly patientColumn: number;
  /** The patient of a record without one, as bytes; none where such a record is rejected. */
  readonly otherwise: Uint8Array;
  readonly counts: boolean;
}

/** So many patients of a range are sampled. */
const sampleOfRange = 512;

/** The records of a range of patients, in the order in which they came. */
export class RecordRange {
  lines = 0;
  bytes = 0;
  readonly sample: PatientSample;
  readonly #blocks: Block[] = [];
  readonly #writer: BlockWriter;

  constructor(
    private readonly store: BlockStore,
    mostSampled = sampleOfRange,
  ) {
    this.sample = new PatientSample(mostSampled);
    this.#writer = new BlockWriter(store.slotSize, (block) => this.#blocks.push(store.put(block)));
  }

  add(batch: RecordBatch, record: number, source: number, kept: KeptColumns): number {
    const bytes = this.#writer.add(batch, record, source, kept);
    this.bytes += bytes;
    this.lines++;
    return bytes;
  }

  /** No more records come. */
  end(): void {
    this.#writer.end();
  }

  /** Hands out the records and lets go of them; each batch is valid until the next. */
  *take(reader: BlockReader, sources: readonly RecordSource[]): Generator<BlockRecords> {
    for (const block of this.#blocks) {
      this.store.get(block, reader.room(lengthOf(block)));
      this.store.free(block);
      const { source } = reader;
      const from = sources[source];
      if (from === undefined) throw new Error("every block says a source that there is");
      if (from.counts) yield { source, batch: reader.records(from.kept) };
    }
    this.#blocks.length = 0;
  }
}

/** Into how many ranges one is parted, and by what its records are read and put away. */
export interface SplitRequest {
  readonly into: number;
  readonly store: BlockStore;
  readonly reader: BlockReader;
  readonly sources: readonly RecordSource[];
}

/** Ranges side by side. */
export class RecordRanges {
  readonly ranges: readonly RecordRange[];
  readonly #key = new PatientKey();
  #lines = 0;

  /** Each of the splitters is the first patient of a range; before the first there is one more. */
  constructor(
    store: BlockStore,
    private readonly splitters: readonly Uint8Array[],
    mostSampled = sampleOfRange,
  ) {
    this.ranges = [null, ...splitters].map(() => new RecordRange(store, mostSampled));
  }

  /** Puts the records of a batch away; how many bytes that took. */
  add(batch: RecordBatch, source: number, { kept, patientColumn, otherwise }: RecordSource): number {
    const key = this.#key;
    let bytes = 0;
    for (let record = 0; record < batch.count; record++) {
      key.take(batch, record, patientColumn, otherwise);
      const range = this.ranges[this.#rangeOf(key)];
      if (range === undefined) throw new Error("there is one range more than splitters");
      range.sample.offer(this.#lines++, key.bytes, key.start, key.end);
      bytes += range.add(batch, record, source, kept);
    }
    return bytes;
  }

  /** The same records in about so many ranges; these here are empty afterwards. Null where all lines seem to be one patient's. */
  static split(range: RecordRange, { into, store, reader, sources }: SplitRequest): RecordRanges | null {
    const splitters = range.sample.splitters(into);
    if (splitters.length === 0) return null;
    const parts = new RecordRanges(store, splitters);
    range.end();
    for (const { source, batch } of range.take(reader, sources)) {
      const from = sources[source];
      if (from !== undefined) parts.add(batch, source, from);
    }
    return parts;
  }

  /** No more records come. */
  end(): void {
    for (const range of this.ranges) range.end();
  }

  /** How many splitters do not stand behind the patient. */
  #rangeOf({ bytes, start, end }: PatientKey): number {
    let low = 0;
    let high = this.splitters.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const splitter = this.splitters[middle];
      if (splitter !== undefined && compareKey(bytes, start, end, splitter) >= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
