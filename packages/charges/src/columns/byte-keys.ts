/**
 * Gives each distinct run of bytes the next free number, from 0. Two hash tables with open addressing, each in one typed
 * array, so that a look-up nearly always costs one line of the processor's cache. Bytes of a charge file are never 0, so
 * that a key of up to eight bytes, as most are, is told by two words, which stand in its slot, what is not the key's own
 * being zero. The slot of a longer key has its first sixteen bytes; what it has beyond them stands in a block apart.
 */
import type { Bytes } from "../records/record-batch.js";
import { padding } from "../records/record-batch.js";
import { hashOf } from "./hash.js";

/** What is kept of a word of which only the first bytes are the key's. */
const keepOf = Int32Array.of(0, 0xff, 0xffff, 0xffffff, -1);

/** A slot of a short key: its number plus one (0: free), two words, and nothing. */
const shortSlot = 4;
/** A slot of a long key: its number plus one, its hash, four words, where its rest stands in the block, its length. */
const longSlot = 8;
const bytesInSlot = 16;

/** Runs of bytes, numbered. */
export class ByteKeys {
  /** How many there are. */
  count = 0;
  /** Never more than half of the slots are taken. */
  #short = new Int32Array(shortSlot << 9);
  #shortCount = 0;
  #long = new Int32Array(longSlot << 6);
  #block = new Uint8Array(1 << 8);
  #used = 0;
  /** The slots of the keys that were asked for last: the lines of a patient stand together, and those of a day. */
  #lastShort = 0;
  #lastLong = 0;

  /** The number of the bytes from `start` up to `end`. Where they are new it is the highest, and `count` has grown. */
  numberOf(source: Bytes, start: number, end: number): number {
    const { words } = source;
    const length = end - start;
    if (length > 8) return this.#longKey(source, start, end);
    let first = words.getInt32(start, true);
    let second = 0;
    if (length < 4) first &= keepOf[length] ?? 0;
    else if (length > 4) second = words.getInt32(start + 4, true) & (keepOf[length - 4] ?? 0);
    const slots = this.#short;
    const last = this.#lastShort;
    if (slots[last + 1] === first && slots[last + 2] === second && slots[last] !== 0) return (slots[last] ?? 0) - 1;
    let slot = (hashOf(first, second) << 2) & (slots.length - 1);
    while (slots[slot] !== 0) {
      if (slots[slot + 1] === first && slots[slot + 2] === second) {
        this.#lastShort = slot;
        return (slots[slot] ?? 0) - 1;
      }
      slot = (slot + shortSlot) & (slots.length - 1);
    }
    const key = this.count++;
    slots[slot] = key + 1;
    slots[slot + 1] = first;
    slots[slot + 2] = second;
    this.#lastShort = slot;
    if (++this.#shortCount * 2 * shortSlot > slots.length) this.#growShort();
    return key;
  }

  /** Forgets all keys. */
  clear(): void {
    this.#short.fill(0);
    this.#long.fill(0);
    this.count = 0;
    this.#shortCount = 0;
    this.#used = 0;
    this.#lastShort = 0;
    this.#lastLong = 0;
  }

  #longKey(source: Bytes, start: number, end: number): number {
    const { words, bytes } = source;
    const length = end - start;
    const first = words.getInt32(start, true);
    const second = words.getInt32(start + 4, true);
    const third = words.getInt32(start + 8, true) & (length < 12 ? (keepOf[length - 8] ?? 0) : -1);
    const fourth = length > 12 ? words.getInt32(start + 12, true) & (length < 16 ? (keepOf[length - 12] ?? 0) : -1) : 0;
    let slots = this.#long;
    let slot = this.#lastLong;
    let hash = 0;
    for (let isFirst = true; ; isFirst = false) {
      if (
        slots[slot + 2] === first &&
        slots[slot + 3] === second &&
        slots[slot + 4] === third &&
        slots[slot + 5] === fourth &&
        slots[slot + 7] === length &&
        (length <= bytesInSlot || this.#hasRest(slots[slot + 6] ?? 0, bytes, start + bytesInSlot, end))
      ) {
        this.#lastLong = slot;
        return (slots[slot] ?? 0) - 1;
      }
      if (isFirst) {
        hash = hashOf(first ^ Math.imul(third, 0x27d4eb2f), second ^ Math.imul(fourth, 0x165667b1));
        if (length > bytesInSlot) hash = hashOfRest(hash, bytes, start + bytesInSlot, end);
        slot = (hash << 3) & (slots.length - 1);
      } else {
        slot = (slot + longSlot) & (slots.length - 1);
      }
      if (slots[slot] === 0) break;
    }
    const key = this.count++;
    if ((key - this.#shortCount + 1) * 2 * longSlot > slots.length) {
      slots = this.#growLong();
      slot = freeSlot(slots, longSlot, hash);
    }
    slots[slot] = key + 1;
    slots[slot + 1] = hash;
    slots[slot + 2] = first;
    slots[slot + 3] = second;
    slots[slot + 4] = third;
    slots[slot + 5] = fourth;
    slots[slot + 6] = length > bytesInSlot ? this.#addRest(bytes.subarray(start + bytesInSlot, end)) : 0;
    slots[slot + 7] = length;
    this.#lastLong = slot;
    return key;
  }

  #hasRest(from: number, bytes: Uint8Array, start: number, end: number): boolean {
    const shift = (from >>> 0) - start;
    for (let at = start; at < end; at++) if (this.#block[at + shift] !== bytes[at]) return false;
    return true;
  }

  #addRest(rest: Uint8Array): number {
    const from = this.#used;
    this.#used += rest.length;
    if (this.#used > this.#block.length) {
      const block = new Uint8Array(Math.max(this.#block.length * 2, this.#used));
      block.set(this.#block);
      this.#block = block;
    }
    this.#block.set(rest, from);
    return from;
  }

  #growShort(): void {
    // Locals: this loop is done before anything is compiled for it, and a field would be looked up each time.
    const old = this.#short;
    const slots = larger(old, shortSlot);
    for (let slot = 0; slot < old.length; slot += shortSlot) {
      const number = old[slot] ?? 0;
      if (number === 0) continue;
      const [first, second] = [old[slot + 1] ?? 0, old[slot + 2] ?? 0];
      const to = freeSlot(slots, shortSlot, hashOf(first, second));
      slots[to] = number;
      slots[to + 1] = first;
      slots[to + 2] = second;
    }
    this.#short = slots;
    this.#lastShort = 0;
  }

  #growLong(): Int32Array<ArrayBuffer> {
    const old = this.#long;
    const slots = larger(old, longSlot);
    for (let slot = 0; slot < old.length; slot += longSlot) {
      if (old[slot] === 0) continue;
      const to = freeSlot(slots, longSlot, old[slot + 1] ?? 0);
      for (let index = 0; index < longSlot; index++) slots[to + index] = old[slot + index] ?? 0;
    }
    this.#long = slots;
    return slots;
  }
}

/** An empty table in the place of one: a small one becomes eight times as large, so that fewer keys move again. */
function larger(slots: Int32Array, size: number): Int32Array<ArrayBuffer> {
  return new Int32Array(slots.length * (slots.length < size << 14 ? 8 : 2));
}

/** The first free slot for a hash. */
function freeSlot(slots: Int32Array, size: number, hash: number): number {
  let slot = Math.imul(hash, size) & (slots.length - 1);
  while (slots[slot] !== 0) slot = (slot + size) & (slots.length - 1);
  return slot;
}

/** The hash of a long key, from that of its beginning, which nobody knows outside of this run. */
function hashOfRest(beginning: number, bytes: Uint8Array, start: number, end: number): number {
  let hash = beginning;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hashOf(hash, beginning);
}

/** The bytes of a text, as a key. */
export function bytesOf(text: string): Bytes & { readonly length: number } {
  const length = Buffer.byteLength(text);
  const bytes = new Uint8Array(length + padding);
  bytes.set(Buffer.from(text));
  return { bytes, words: new DataView(bytes.buffer), length };
}
