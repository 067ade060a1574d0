/**
 * A chunk of rows from DuckDB as a batch of cells. DuckDB has of each text sixteen bytes: its length, and the text itself
 * where it has up to twelve, else where it stands. The sixteen bytes of a column are copied at once, and short texts are
 * cells as they lie; a long one is fetched once for all rows of the chunk that point to it.
 */
import type { DuckDBDataChunk, DuckDBVector } from "@duckdb/node-api";
import type { RecordBatch } from "../records/record-batch.js";
import { padding } from "../records/record-batch.js";

const entry = 16;
const longestInside = 12;

const ones = 0x01010101;
const highest = 0x80808080 | 0;
const keepOf = Int32Array.of(0, 0xff, 0xffff, 0xffffff, -1);

/** Takes chunks whose columns are those at some places of the file, all of them texts without a NULL. */
export class ChunkCells {
  /** True once a text held a character of number 0, which no file of text has. */
  heldZero = false;
  #bytes = new Uint8Array(1 << 16);
  #words = new DataView(this.#bytes.buffer);
  #used = 0;
  #starts = new Int32Array(0);
  #ends = new Int32Array(0);
  #rows = new Int32Array(0);
  /** Long texts of the column at hand: their places by where DuckDB has them. */
  readonly #known = new Map<number, { readonly start: number; readonly end: number }>();

  constructor(
    private readonly width: number,
    private readonly places: readonly number[],
  ) {}

  /** The rows of a chunk, the first of which has a number; valid until the next is asked for. */
  batchOf(chunk: DuckDBDataChunk, firstRow: number): RecordBatch {
    const count = chunk.rowCount;
    const { width } = this;
    if (this.#rows.length < count) {
      this.#starts = new Int32Array(width * count);
      this.#ends = new Int32Array(width * count);
      this.#rows = new Int32Array(count);
    }
    this.#used = 0;
    for (const [index, place] of this.places.entries()) this.#take(chunk.getColumnVector(index), place, count);
    for (let record = 0; record < count; record++) this.#rows[record] = firstRow + record;
    const [starts, ends, rows] = [this.#starts, this.#ends, this.#rows];
    return { bytes: this.#bytes, words: this.#words, width, count, starts, ends, rows };
  }

  /** Bytes of the last batch. */
  get used(): number {
    return this.#used;
  }

  #take(vector: DuckDBVector, place: number, count: number): void {
    const { width } = this;
    const starts = this.#starts;
    const ends = this.#ends;
    const entries = entriesOf(vector);
    const base = this.#used;
    this.#known.clear();
    if (entries !== null) {
      this.#room(count * entry);
      this.#bytes.set(new Uint8Array(entries.buffer, entries.byteOffset, count * entry), base);
      this.#used += count * entry;
    }
    for (let record = 0; record < count; record++) {
      const cell = record * width + place;
      const at = base + record * entry;
      const length = entries === null ? Infinity : this.#words.getInt32(at, true);
      if (length <= longestInside) {
        starts[cell] = at + 4;
        ends[cell] = at + 4 + length;
        if (this.#hasZero(at + 4, length)) this.heldZero = true;
      } else {
        const long = this.#long(vector, record, entries === null ? null : at);
        starts[cell] = long.start;
        ends[cell] = long.end;
      }
    }
  }

  #long(vector: DuckDBVector, record: number, at: number | null): { readonly start: number; readonly end: number } {
    const words = this.#words;
    const pointer = at === null ? NaN : words.getUint32(at + 12, true) * 2 ** 32 + words.getUint32(at + 8, true);
    const known = this.#known.get(pointer);
    if (known !== undefined && at !== null && known.end - known.start === words.getInt32(at, true)) return known;
    const text = String(vector.getItem(record) ?? "");
    if (text.includes("\0")) this.heldZero = true;
    this.#room(text.length * 3);
    const start = this.#used;
    this.#used += Buffer.from(this.#bytes.buffer).write(text, start);
    const long = { start, end: this.#used };
    if (at !== null) this.#known.set(pointer, long);
    return long;
  }

  #hasZero(start: number, length: number): boolean {
    for (let at = 0; at < length; at += 4) {
      const word = this.#words.getInt32(start + at, true) | ~(keepOf[Math.min(length - at, 4)] ?? 0);
      if ((((word - ones) | 0) & ~word & highest) !== 0) return true;
    }
    return false;
  }

  #room(more: number): void {
    const needed = this.#used + more + padding;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(needed * 2);
    larger.set(this.#bytes.subarray(0, this.#used));
    this.#bytes = larger;
    this.#words = new DataView(larger.buffer);
  }
}

/** The entries of a column of texts, where this version of DuckDB's package keeps them as the one that is known. */
function entriesOf(vector: object): DataView | null {
  const entries: unknown = "dataView" in vector ? vector.dataView : null;
  return entries instanceof DataView ? entries : null;
}
