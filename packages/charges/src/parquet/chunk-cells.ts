/**
 * A chunk of rows from DuckDB as a batch of cells. DuckDB has of each text sixteen bytes: its length, and the text itself
 * where it has up to twelve, else where it stands. The sixteen bytes of a column are copied at once, and short texts are
 * cells as they lie; a long one is fetched once for all rows of the chunk that point to it, or put together from pieces.
 */
import type { DuckDBDataChunk, DuckDBVector } from "@duckdb/node-api";
import type { RecordBatch } from "../records/record-batch.js";
import { padding } from "../records/record-batch.js";

const entry = 16;
/** Bytes of a text that DuckDB has in its entry. */
export const longestInside = 12;

/** Where a text stands among the bytes of a batch. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A column of the file that is read, and how many columns of a chunk are its pieces. */
export interface ColumnInPieces {
  readonly place: number;
  readonly pieces: number;
}

const ones = 0x01010101;
const highest = 0x80808080 | 0;
const keepOf = Int32Array.of(0, 0xff, 0xffff, 0xffffff, -1);

/** Takes chunks whose columns are the pieces of those at some places of the file, all of them texts without a NULL. */
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
  readonly #known = new Map<number, Stretch>();

  constructor(
    private readonly width: number,
    private readonly columns: readonly ColumnInPieces[],
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
    let column = 0;
    for (const { place, pieces } of this.columns) {
      if (pieces === 1) this.#take(chunk.getColumnVector(column), place, count);
      else this.#takePieces(vectorsOf(chunk, column, pieces), place, count);
      column += pieces;
    }
    for (let record = 0; record < count; record++) this.#rows[record] = firstRow + record;
    const [starts, ends, rows] = [this.#starts, this.#ends, this.#rows];
    return { bytes: this.#bytes, words: this.#words, width, count, starts, ends, rows };
  }

  /** Bytes of the last batch. */
  get used(): number {
    return this.#used;
  }

  /** Copies a column's entries; where they begin, -1 where they are not to be had. */
  #entries(vector: DuckDBVector, count: number): number {
    const entries = entriesOf(vector);
    this.#known.clear();
    if (entries === null) return -1;
    const base = this.#used;
    this.#room(count * entry);
    this.#bytes.set(new Uint8Array(entries.buffer, entries.byteOffset, count * entry), base);
    this.#used += count * entry;
    return base;
  }

  #take(vector: DuckDBVector, place: number, count: number): void {
    const { width } = this;
    const starts = this.#starts;
    const ends = this.#ends;
    const base = this.#entries(vector, count);
    for (let record = 0; record < count; record++) {
      const cell = record * width + place;
      const at = base + record * entry;
      const length = base < 0 ? Infinity : this.#words.getInt32(at, true);
      if (length <= longestInside) {
        starts[cell] = at + 4;
        ends[cell] = at + 4 + length;
        if (this.#hasZero(at + 4, length)) this.heldZero = true;
      } else {
        const long = this.#long(vector, record, base < 0 ? null : at);
        starts[cell] = long.start;
        ends[cell] = long.end;
      }
    }
  }

  /** Puts each text together from its pieces; what has one of more than twelve bytes is fetched. */
  #takePieces(vectors: readonly DuckDBVector[], place: number, count: number): void {
    const bases = vectors.map((vector) => this.#entries(vector, count));
    const slot = vectors.length * longestInside;
    const base = this.#used;
    this.#room(count * slot);
    this.#used += count * slot;
    for (let record = 0; record < count; record++) {
      const cell = record * this.width + place;
      const start = base + record * slot;
      const words = this.#words;
      let end = start;
      for (const from of bases) {
        const at = from + record * entry;
        const length = from < 0 ? Infinity : words.getInt32(at, true);
        if (length > longestInside) {
          end = -1;
          break;
        }
        // Whatever stands behind the piece is written over by the next one.
        for (let byte = 0; byte < longestInside; byte += 4) {
          words.setInt32(end + byte, words.getInt32(at + 4 + byte, true), true);
        }
        end += length;
      }
      if (end < 0) {
        const text = this.#fetched(vectors.map((vector) => String(vector.getItem(record) ?? "")).join(""));
        this.#starts[cell] = text.start;
        this.#ends[cell] = text.end;
        continue;
      }
      this.#starts[cell] = start;
      this.#ends[cell] = end;
      if (this.#hasZero(start, end - start)) this.heldZero = true;
    }
  }

  #long(vector: DuckDBVector, record: number, at: number | null): Stretch {
    const words = this.#words;
    const pointer = at === null ? NaN : words.getUint32(at + 12, true) * 2 ** 32 + words.getUint32(at + 8, true);
    const known = this.#known.get(pointer);
    if (known !== undefined && at !== null && known.end - known.start === words.getInt32(at, true)) return known;
    const long = this.#fetched(String(vector.getItem(record) ?? ""));
    if (at !== null) this.#known.set(pointer, long);
    return long;
  }

  /** Where a text stands from now on. */
  #fetched(text: string): Stretch {
    if (text.includes("\0")) this.heldZero = true;
    this.#room(text.length * 3);
    const start = this.#used;
    this.#used += Buffer.from(this.#bytes.buffer).write(text, start);
    return { start, end: this.#used };
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

function vectorsOf(chunk: DuckDBDataChunk, first: number, count: number): DuckDBVector[] {
  return Array.from({ length: count }, (_, next) => chunk.getColumnVector(first + next));
}

/** The entries of a column of texts, where this version of DuckDB's package keeps them as the one that is known. */
function entriesOf(vector: object): DataView | null {
  const entries: unknown = "dataView" in vector ? vector.dataView : null;
  return entries instanceof DataView ? entries : null;
}
