/**
 * The ranges of a run, as one of its threads takes them: each goes to whichever thread is the first to ask for one more, so
 * that none waits for another. All threads are told of all ranges, in order; a number that they share says which are taken.
 */
import type { PatientRange } from "@edict/charges";

/** A range, by its place among all. */
export interface NumberedRange {
  readonly number: number;
  readonly range: PatientRange;
}

/** Memory that all threads see, of which no range is taken. */
export function noneTaken(): SharedArrayBuffer {
  return new SharedArrayBuffer(4);
}

export class RangeQueue {
  readonly #taken: Int32Array;
  readonly #ranges: PatientRange[] = [];
  #isWhole = false;
  #wake = (): void => {};

  constructor(taken: SharedArrayBuffer) {
    this.#taken = new Int32Array(taken);
  }

  /** The next range is known. */
  add(range: PatientRange): void {
    this.#ranges.push(range);
    this.#wake();
  }

  /** No more ranges come. */
  end(): void {
    this.#isWhole = true;
    this.#wake();
  }

  /** Takes the first range that nobody has taken, when it is known; null where all are. One at a time may wait. */
  async next(): Promise<NumberedRange | null> {
    const number = Atomics.add(this.#taken, 0, 1);
    for (;;) {
      const range = this.#ranges[number];
      if (range !== undefined) return { number, range };
      if (this.#isWhole) return null;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}
