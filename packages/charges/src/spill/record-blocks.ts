/**
 * Records as blocks of bytes and back, whatever kind of file they come from. A block holds records of one source, in their
 * order: which source, how many, then of each record its row, the lengths of the cells that are read (a byte, or 255 and
 * four), and the cells' bytes.
 */
import type { RecordBatch } from "../records/record-batch.js";
import { padding } from "../records/record-batch.js";

/** What is kept of the records of a source: the columns that are read, of how many there are. */
export interface KeptColumns {
  readonly width: number;
  readonly columns: readonly number[];
}

const blockHead = 8;
const rowBytes = 4;
/** Says that four bytes with the length follow. */
const longCell = 255;

/** Collects records until a block is full. */
export class BlockWriter {
  /** No memory before the first record. */
  #bytes = new Uint8Array(0);
  #words = new DataView(this.#bytes.buffer);
  #used = blockHead;
  #count = 0;
  #source = -1;

  constructor(
    private readonly size: number,
    private readonly full: (block: Uint8Array) => void,
  ) {}

  /** Adds a record of a source; how many bytes that took. */
  add(batch: RecordBatch, record: number, source: number, { columns }: KeptColumns): number {
    const { starts, ends, width, words: from } = batch;
    const first = record * width;
    let cells = 0;
    for (let index = 0; index < columns.length; index++) {
      const cell = first + (columns[index] ?? 0);
      cells += (ends[cell] ?? 0) - (starts[cell] ?? 0);
    }
    // What is copied word by word ends up to three bytes behind the last cell.
    const most = rowBytes + columns.length * 5 + cells + padding;
    if (source !== this.#source || this.#used + most > this.#bytes.length) this.#makeRoom(source, most);
    const [bytes, words] = [this.#bytes, this.#words];
    const start = this.#used;
    words.setInt32(start, batch.rows[record] ?? 0, true);
    let at = start + rowBytes;
    for (let index = 0; index < columns.length; index++) {
      const cell = first + (columns[index] ?? 0);
      const length = (ends[cell] ?? 0) - (starts[cell] ?? 0);
      if (length < longCell) {
        bytes[at++] = length;
      } else {
        bytes[at] = longCell;
        words.setInt32(at + 1, length, true);
        at += 5;
      }
    }
    for (let index = 0; index < columns.length; index++) {
      const cell = first + (columns[index] ?? 0);
      const end = ends[cell] ?? 0;
      let to = at;
      for (let place = starts[cell] ?? 0; place < end; place += 4, to += 4) words.setInt32(to, from.getInt32(place));
      at += end - (starts[cell] ?? 0);
    }
    this.#used = at;
    this.#count++;
    // A record of any length is a block of its own, whose memory is not kept.
    if (bytes.length > this.size) this.end();
    return at - start;
  }

  /** Hands over what was collected, and lets go of the memory. */
  end(): void {
    this.#flush();
    this.#bytes = new Uint8Array(0);
    this.#words = new DataView(this.#bytes.buffer);
    this.#source = -1;
  }

  #makeRoom(source: number, most: number): void {
    this.#flush();
    this.#source = source;
    const size = Math.max(this.size, blockHead + most);
    if (this.#bytes.length === size) return;
    this.#bytes = new Uint8Array(size);
    this.#words = new DataView(this.#bytes.buffer);
  }

  #flush(): void {
    if (this.#count > 0) {
      this.#words.setInt32(0, this.#source, true);
      this.#words.setInt32(4, this.#count, true);
      this.full(this.#bytes.subarray(0, this.#used));
    }
    this.#count = 0;
    this.#used = blockHead;
  }
}

/** Records of a block, with the source that they come from. */
export interface BlockRecords {
  readonly source: number;
  readonly batch: RecordBatch;
}

/** Makes blocks into records again. */
export class BlockReader {
  /** Where the next block is to be copied to, with room behind it. */
  bytes = new Uint8Array(0);
  #words = new DataView(this.bytes.buffer);
  #starts = new Int32Array(0);
  #ends = new Int32Array(0);
  #rows = new Int32Array(0);

  /** Makes room in `bytes` for a block. */
  room(length: number): Uint8Array {
    if (this.bytes.length < length + padding) {
      this.bytes = new Uint8Array(length + padding);
      this.#words = new DataView(this.bytes.buffer);
    }
    return this.bytes;
  }

  /** Which source the block in `bytes` comes from. */
  get source(): number {
    return this.#words.getInt32(0, true);
  }

  /** The records of the block in `bytes`, valid until the next block is copied there. */
  records({ width, columns }: KeptColumns): RecordBatch {
    const [bytes, words] = [this.bytes, this.#words];
    const count = words.getInt32(4, true);
    if (this.#rows.length < count) this.#rows = new Int32Array(count);
    if (this.#starts.length < count * width) {
      this.#starts = new Int32Array(count * width);
      this.#ends = new Int32Array(count * width);
    }
    const [starts, ends, rows] = [this.#starts, this.#ends, this.#rows];
    // Columns that are not read are blank, whatever an earlier block of another source had there.
    if (columns.length < width) {
      starts.fill(0, 0, count * width);
      ends.fill(0, 0, count * width);
    }
    let at = blockHead;
    for (let record = 0; record < count; record++) {
      const first = record * width;
      rows[record] = words.getInt32(at, true);
      at += rowBytes;
      for (let index = 0; index < columns.length; index++) {
        let length = bytes[at++] ?? 0;
        if (length === longCell) {
          length = words.getInt32(at, true);
          at += 4;
        }
        ends[first + (columns[index] ?? 0)] = length;
      }
      for (let index = 0; index < columns.length; index++) {
        const cell = first + (columns[index] ?? 0);
        starts[cell] = at;
        at += ends[cell] ?? 0;
        ends[cell] = at;
      }
    }
    return { bytes, words, width, count, starts, ends, rows };
  }
}
