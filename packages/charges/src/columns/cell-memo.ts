/**
 * What cells were read as, remembered by their bytes: charge files repeat the same few dates, codes and units a million
 * times. Bounded, so that a column in which every cell differs costs time and not memory.
 */
import type { Bytes } from "../records/record-batch.js";
import { textOf } from "../records/record-batch.js";
import { Unreadable } from "../values/unreadable.js";
import { ByteKeys } from "./byte-keys.js";

/** Stands for a cell that cannot be read; no reader gives it. */
export const refused = Infinity;

/** Nothing that repeats is longer. */
const longest = 200;
const mostCells = 1 << 18;

/** Reads cells through a bounded memory. */
export class CellMemo {
  /** Why the cell that was asked for last is refused. */
  reason = "";
  readonly #keys = new ByteKeys();
  #values = new Float64Array(1 << 7);
  readonly #reasons = new Map<number, string>();

  constructor(private readonly read: (cell: string) => number | Unreadable) {}

  /** What a cell is read as, or `refused`. */
  valueOf(source: Bytes, start: number, end: number): number {
    if (end - start > longest) {
      const value = this.read(textOf(source.bytes, start, end));
      return value instanceof Unreadable ? this.#refuse(value.reason) : value;
    }
    const known = this.#keys.count;
    const key = this.#keys.numberOf(source, start, end);
    const value = key === known ? this.#readNew(source, start, end, key) : (this.#values[key] ?? NaN);
    return value === refused ? this.#refuse(this.#reasons.get(key) ?? "") : value;
  }

  /** Forgets all cells. */
  clear(): void {
    this.#keys.clear();
    this.#reasons.clear();
  }

  #readNew(source: Bytes, start: number, end: number, key: number): number {
    if (key >= mostCells) {
      this.clear();
      return this.valueOf(source, start, end);
    }
    if (key === this.#values.length) {
      const values = new Float64Array(key * 2);
      values.set(this.#values);
      this.#values = values;
    }
    const value = this.read(textOf(source.bytes, start, end));
    if (value instanceof Unreadable) this.#reasons.set(key, value.reason);
    this.#values[key] = value instanceof Unreadable ? refused : value;
    return this.#values[key] ?? NaN;
  }

  #refuse(reason: string): number {
    this.reason = reason;
    return refused;
  }
}
