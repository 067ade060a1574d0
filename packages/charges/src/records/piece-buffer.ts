/** The bytes of a file as they come, piece by piece: what is left of one stands before the next. */
import { padding } from "./record-batch.js";

const lineFeed = 10;

/** Some bytes, of which those from `start` up to `end` are still to be looked at. A line feed stands behind them. */
export class PieceBuffer {
  bytes = new Uint8Array(padding);
  words = new DataView(this.bytes.buffer);
  start = 0;
  end = 0;
  /** What is to be added to a place in `bytes` to have its place in the file. */
  before = 0;
  /** Where pieces may stand in `bytes`. */
  #low = 0;
  #high = padding;

  /** Forgets what is left: the next piece begins so many bytes behind the beginning of the file. */
  goOnFrom(before: number): void {
    this.before = before;
    this.start = 0;
    this.end = 0;
  }

  /** Puts a piece behind what is left of the pieces before. */
  append(piece: Uint8Array): void {
    const left = this.end - this.start;
    const needed = left + piece.length + padding;
    if (needed > this.#high - this.#low) {
      const size = Math.max(needed, (this.#high - this.#low) * 2);
      this.moveTo(new Uint8Array(size), 0, size);
    } else {
      this.bytes.copyWithin(this.#low, this.start, this.end);
      this.before += this.start - this.#low;
      this.start = this.#low;
    }
    this.bytes.set(piece, this.start + left);
    this.end = this.start + left + piece.length;
    this.bytes[this.end] = lineFeed;
  }

  /** From now on pieces stand in other bytes, from `low` up to `high`, as long as there is room for them. */
  moveTo(bytes: Uint8Array<ArrayBuffer>, low: number, high: number): void {
    const left = this.end - this.start;
    bytes.set(this.bytes.subarray(this.start, this.end), low);
    this.bytes = bytes;
    this.words = new DataView(bytes.buffer);
    this.before += this.start - low;
    this.start = low;
    this.end = low + left;
    bytes[this.end] = lineFeed;
    this.#low = low;
    this.#high = high;
  }
}
