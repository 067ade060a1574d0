/** Gives each distinct pair of whole numbers the next free number, from 0: lists told apart by their parts, part by part. */
import { hashOf } from "./hash.js";

/** Pairs, numbered. */
export class PairKeys {
  count = 0;
  #slots = new Int32Array(1 << 8);
  #firsts = new Int32Array(1 << 7);
  #seconds = new Int32Array(1 << 7);

  /** The number of a pair. Where it is new it is the highest, and `count` has grown. */
  numberOf(first: number, second: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hashOf(first, second) & mask; ; slot = (slot + 1) & mask) {
      const key = (this.#slots[slot] ?? 0) - 1;
      if (key === -1) return this.#add(slot, first, second);
      if (this.#firsts[key] === first && this.#seconds[key] === second) return key;
    }
  }

  #add(slot: number, first: number, second: number): number {
    const key = this.count++;
    this.#firsts[key] = first;
    this.#seconds[key] = second;
    this.#slots[slot] = key + 1;
    if (this.count === this.#firsts.length) this.#grow();
    return key;
  }

  #grow(): void {
    const firsts = new Int32Array(this.#firsts.length * 2);
    const seconds = new Int32Array(firsts.length);
    firsts.set(this.#firsts);
    seconds.set(this.#seconds);
    this.#firsts = firsts;
    this.#seconds = seconds;
    this.#slots = new Int32Array(this.#slots.length * 2);
    const mask = this.#slots.length - 1;
    for (let key = 0; key < this.count; key++) {
      let slot = hashOf(firsts[key] ?? 0, seconds[key] ?? 0) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = key + 1;
    }
  }
}
