/**
 * Gives each distinct run of bytes the next free number, from 0. One hash table with open addressing in one typed array,
 * so that a look-up nearly always costs one line of the processor's cache: a key's first sixteen bytes stand in its slot
 * as four words, what is not the key's own being zero. What a longer key has beyond them stands in a block apart.
 */
import type { Bytes } from "../records/record-batch.js";
import { padding } from "../records/record-batch.js";
import { hashOf } from "./hash.js";

/** What is kept of a word of which only the first bytes are the key's. */
const keepOf = Int32Array.of(0, 0xff, 0xffff, 0xffffff, -1);

/** A slot: the key's number plus one (0: free), its hash, four words, where its rest stands in the block, its length plus one. */
const slotSize = 8;
const bytesInSlot = 16;

/** Runs of bytes, numbered. */
export class ByteKeys {
  /** How many there are. */
  count = 0;
  /** Never more than half of the slots are taken. */
  #slots = new Int32Array(slotSize << 7);
  #block = new Uint8Array(1 << 8);
  #used = 0;
  /** The slot of the key that was asked for last: the lines of a patient stand together, and those of a day. */
  #last = 0;

  /** The number of the bytes from `start` up to `end`. Where they are new it is the highest, and `count` has grown. */
  numberOf(source: Bytes, start: number, end: number): number {
    const { words } = source;
    const length = end - start;
    let first = words.getInt32(start, true);
    let second = 0;
    let third = 0;
    let fourth = 0;
    if (length < 4) first &= keepOf[length] ?? 0;
    if (length > 4) {
      second = words.getInt32(start + 4, true);
      if (length < 8) second &= keepOf[length - 4] ?? 0;
    }
    if (length > 8) {
      third = words.getInt32(start + 8, true);
      if (length < 12) third &= keepOf[length - 8] ?? 0;
    }
    if (length > 12) {
      fourth = words.getInt32(start + 12, true);
      if (length < 16) fourth &= keepOf[length - 12] ?? 0;
    }
    let slots = this.#slots;
    let slot = this.#last;
    let hash = 0;
    for (let isFirst = true; ; isFirst = false) {
      if (
        slots[slot + 2] === first &&
        slots[slot + 3] === second &&
        slots[slot + 4] === third &&
        slots[slot + 5] === fourth &&
        slots[slot + 7] === length + 1 &&
        (length <= bytesInSlot || this.#hasRest(slots[slot + 6] ?? 0, source.bytes, start + bytesInSlot, end))
      ) {
        this.#last = slot;
        return (slots[slot] ?? 0) - 1;
      }
      if (isFirst) {
        hash = hashOf(first ^ Math.imul(third, 0x27d4eb2f), second ^ Math.imul(fourth + length, 0x165667b1));
        if (length > bytesInSlot) hash = hashOfRest(hash, source.bytes, start + bytesInSlot, end);
        slot = (hash & (slots.length / slotSize - 1)) * slotSize;
      } else {
        slot = slot + slotSize === slots.length ? 0 : slot + slotSize;
      }
      if (slots[slot] === 0) break;
    }
    const key = this.count++;
    if (this.count * 2 * slotSize > slots.length) {
      slots = this.#grow();
      slot = freeSlot(slots, hash);
    }
    slots[slot] = key + 1;
    slots[slot + 1] = hash;
    slots[slot + 2] = first;
    slots[slot + 3] = second;
    slots[slot + 4] = third;
    slots[slot + 5] = fourth;
    slots[slot + 6] = length > bytesInSlot ? this.#addRest(source.bytes.subarray(start + bytesInSlot, end)) : 0;
    slots[slot + 7] = length + 1;
    this.#last = slot;
    return key;
  }

  /** Forgets all keys. */
  clear(): void {
    this.#slots.fill(0);
    this.count = 0;
    this.#used = 0;
    this.#last = 0;
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

  #grow(): Int32Array<ArrayBuffer> {
    const slots = new Int32Array(this.#slots.length * 2);
    for (let slot = 0; slot < this.#slots.length; slot += slotSize) {
      if (this.#slots[slot] === 0) continue;
      const to = freeSlot(slots, this.#slots[slot + 1] ?? 0);
      for (let index = 0; index < slotSize; index++) slots[to + index] = this.#slots[slot + index] ?? 0;
    }
    this.#slots = slots;
    return slots;
  }
}

/** The first free slot for a hash. */
function freeSlot(slots: Int32Array, hash: number): number {
  let slot = (hash & (slots.length / slotSize - 1)) * slotSize;
  while (slots[slot] !== 0) slot = slot + slotSize === slots.length ? 0 : slot + slotSize;
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
