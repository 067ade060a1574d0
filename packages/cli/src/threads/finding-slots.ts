/**
 * Findings on their way from the thread that renders them to the one that writes them: a ring of slots in memory that
 * both see. A thread whose slots are all full waits until one is written, so that memory stays bounded however many
 * findings there are; slots are written in the order in which they were filled, since a thread's ranges rise.
 */
import type { Piece } from "./ranges-in-order.js";

/** What both threads see. */
export interface SlotMemory {
  readonly bytes: SharedArrayBuffer;
  /** One number: how many slots are written by now, modulo 2³². */
  readonly written: SharedArrayBuffer;
}

/** So many slots of so many bytes: the findings of some ranges. */
const slots = 16;
const slotSize = 1 << 20;

export function slotMemory(): SlotMemory {
  return { bytes: new SharedArrayBuffer(slots * slotSize), written: new SharedArrayBuffer(4) };
}

/** A slot with findings in it. */
export interface FilledSlot {
  readonly slot: number;
  readonly length: number;
}

/** The thread that renders. */
export class SlotFiller {
  readonly #bytes: Uint8Array;
  readonly #written: Int32Array;
  #filled = 0;

  constructor({ bytes, written }: SlotMemory) {
    this.#bytes = new Uint8Array(bytes);
    this.#written = new Int32Array(written);
  }

  /** Puts bytes into as many slots as they need, one after another. */
  fill(bytes: Uint8Array, filled: (slot: FilledSlot) => void): void {
    for (let start = 0; start < bytes.length; start += slotSize) {
      const part = bytes.subarray(start, start + slotSize);
      this.#wait();
      const slot = this.#filled % slots;
      this.#bytes.set(part, slot * slotSize);
      this.#filled++;
      filled({ slot, length: part.length });
    }
  }

  /** Waits until a slot is free. */
  #wait(): void {
    for (;;) {
      const written = Atomics.load(this.#written, 0);
      if (((this.#filled - written) | 0) < slots) return;
      Atomics.wait(this.#written, 0, written);
    }
  }
}

/** The thread that writes. */
export class SlotReader {
  readonly #memory: SlotMemory;
  readonly #written: Int32Array;

  constructor(memory: SlotMemory) {
    this.#memory = memory;
    this.#written = new Int32Array(memory.written);
  }

  /** What is in a slot. Slots are given back, when they are written, in the order in which they were filled. */
  piece({ slot, length }: FilledSlot): Piece {
    return {
      bytes: () => new Uint8Array(this.#memory.bytes, slot * slotSize, length),
      written: () => {
        Atomics.add(this.#written, 0, 1);
        Atomics.notify(this.#written, 0);
      },
    };
  }
}
