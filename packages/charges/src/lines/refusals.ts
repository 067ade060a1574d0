/** The rows of a batch that cannot be read, each with the first thing that is wrong with it. */

/** A cell that cannot be read: its place in the row and why. */
export interface Refusal {
  readonly column: number | null;
  readonly reason: string;
}

/** Refusals by record. Fields are read one after another in the contract's order, so that the first one counts. */
export class Refusals {
  readonly #byRecord = new Map<number, Refusal>();

  get any(): boolean {
    return this.#byRecord.size > 0;
  }

  refuse(record: number, refusal: Refusal): void {
    if (!this.#byRecord.has(record)) this.#byRecord.set(record, refusal);
  }

  of(record: number): Refusal | null {
    return this.#byRecord.get(record) ?? null;
  }

  clear(): void {
    this.#byRecord.clear();
  }
}
