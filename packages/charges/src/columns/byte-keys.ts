/**
 * Gives each distinct run of bytes the next free number, from 0. One hash table with open addressing over typed arrays;
 * the bytes of the keys stand one after another in one block. Bytes of a charge file are never 0, so that a key of up to
 * eight bytes is told by two words and needs no look at its bytes.
 */
import type { Bytes } from "../records/record-batch.js";
import { padding } from "../records/record-batch.js";
import { hashOf } from "./hash.js";

/** What is kept of a word of which only the first bytes are the key's. */
const keepOf = Int32Array.of(0, 0xff, 0xffff, 0xffffff, -1);

/** Runs of bytes, numbered. */
export class ByteKeys {
  /** How many there are. */
  count = 0;
  /** Of each slot: a key's number plus one, 0 where free. Never more than half are taken. */
  #slots = new Int32Array(1 << 8);
  /** Of each key: the two words of a short one, or hashes of a longer one; its length, and where it starts in the block. */
  #low = new Int32Array(1 << 7);
  #high = new Int32Array(1 << 7);
  #lengths = new Int32Array(1 << 7);
  #starts = new Float64Array(1 << 7);
  #block = new Uint8Array(1 << 10);
  #used = 0;

  /** The number of the bytes from `start` up to `end`. Where they are new it is the highest, and `count` has grown. */
  numberOf(source: Bytes, start: number, end: number): number {
    const { words } = source;
    const length = end - start;
    let low = words.getInt32(start, true);
    let high = 0;
    if (length <= 4) {
      low &= keepOf[length] ?? 0;
    } else {
      high = words.getInt32(start + 4, true);
      if (length <= 8) {
        high &= keepOf[length - 4] ?? 0;
      } else {
        for (let at = start + 8; at < end; at += 4) {
          const word = words.getInt32(at, true) & (end - at < 4 ? (keepOf[end - at] ?? 0) : -1);
          low = Math.imul(low ^ word, 0x9e3779b1);
          low ^= low >>> 15;
          high = Math.imul(high + word, 0x85ebca6b) ^ low;
        }
      }
    }
    const mask = this.#slots.length - 1;
    for (let slot = hashOf(low, high + length) & mask; ; slot = (slot + 1) & mask) {
      const key = (this.#slots[slot] ?? 0) - 1;
      if (key === -1) return this.#add(slot, source, start, length, low, high);
      if (this.#low[key] !== low || this.#high[key] !== high || this.#lengths[key] !== length) continue;
      if (length <= 8 || this.#isEqual(key, source.bytes, start, length)) return key;
    }
  }

  /** Forgets all keys. */
  clear(): void {
    this.#slots.fill(0);
    this.count = 0;
    this.#used = 0;
  }

  /** Bytes that the keys take. */
  get size(): number {
    return this.#used;
  }

  #isEqual(key: number, bytes: Uint8Array, start: number, length: number): boolean {
    const from = this.#starts[key] ?? 0;
    for (let index = 0; index < length; index++) {
      if (this.#block[from + index] !== bytes[start + index]) return false;
    }
    return true;
  }

  #add(slot: number, source: Bytes, start: number, length: number, low: number, high: number): number {
    const key = this.count++;
    if (key === this.#low.length) this.#growKeys();
    if (this.#used + length > this.#block.length) {
      const block = new Uint8Array(Math.max(this.#block.length * 2, this.#used + length));
      block.set(this.#block);
      this.#block = block;
    }
    this.#low[key] = low;
    this.#high[key] = high;
    this.#lengths[key] = length;
    this.#starts[key] = this.#used;
    // A short key is its two words.
    if (length > 8) {
      this.#block.set(source.bytes.subarray(start, start + length), this.#used);
      this.#used += length;
    }
    this.#slots[slot] = key + 1;
    if (this.count * 2 > this.#slots.length) this.#growSlots();
    return key;
  }

  #growKeys(): void {
    const size = this.#low.length * 2;
    this.#low = larger(this.#low, new Int32Array(size));
    this.#high = larger(this.#high, new Int32Array(size));
    this.#lengths = larger(this.#lengths, new Int32Array(size));
    this.#starts = larger(this.#starts, new Float64Array(size));
  }

  #growSlots(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let key = 0; key < this.count; key++) {
      let slot = hashOf(this.#low[key] ?? 0, (this.#high[key] ?? 0) + (this.#lengths[key] ?? 0)) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = key + 1;
    }
    this.#slots = slots;
  }
}

function larger<Values extends Int32Array | Float64Array>(values: Values, room: Values): Values {
  room.set(values);
  return room;
}

/** The bytes of a text, as a key. */
export function bytesOf(text: string): Bytes & { readonly length: number } {
  const length = Buffer.byteLength(text);
  const bytes = new Uint8Array(length + padding);
  bytes.set(Buffer.from(text));
  return { bytes, words: new DataView(bytes.buffer), length };
}
