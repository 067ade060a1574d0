/** The bytes of a file as they come, piece by piece: what is left of one stands before the next. */
import { padding } from "./record-batch.js";

const lineFeed = 10;

/** Some bytes, of which those from `start` up to `end` are still to be looked at. A line feed stands behind them. */
export class PieceBuffer {
  bytes = new Uint8Array(padding);
  words = new DataView(this.bytes.buffer);
  start = 0;
  end = 0;
  /** How many bytes of the file stood before the first of these. */
  before = 0;

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
    if (needed > this.bytes.length) {
      const larger = new Uint8Array(Math.max(needed, this.bytes.length * 2));
      larger.set(this.bytes.subarray(this.start, this.end));
      this.bytes = larger;
      this.words = new DataView(larger.buffer);
    } else {
      this.bytes.copyWithin(0, this.start, this.end);
    }
    this.bytes.set(piece, left);
    this.before += this.start;
    this.start = 0;
    this.end = left + piece.length;
    this.bytes[this.end] = lineFeed;
  }
}
