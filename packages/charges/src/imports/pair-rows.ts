/**
 * The rows of a pair table in columns of numbers, put in order and settled: what repeats is dropped, what was never in
 * force is left out, and the rows of an older table stand where the newer files do not say otherwise.
 */
import { compareBytes, noDate } from "@edict/rulebook";
import { GrowingInts } from "../columns/growing.js";
import { Texts } from "../columns/texts.js";

/** A row, its codes and text interned in `PairRows`. */
export interface PairRow {
  readonly column1: number;
  readonly column2: number;
  readonly effective: number;
  /** The last day in force; `noDate` where it is open. */
  readonly deleted: number;
  readonly indicator: number;
  readonly rationale: number;
}

/** What became of the rows. */
export interface SettledPairs {
  /** Places of the rows that stand in the table, in its order. */
  readonly rows: Int32Array;
  readonly written: number;
  readonly repeated: number;
  readonly neverInForce: number;
  /** Rows of the older table: said again, taken back or changed by the files, and named by none of them. */
  readonly older: {
    readonly again: number;
    readonly replaced: number;
    readonly kept: number;
    readonly keptOpen: number;
  };
}

/** The indicator of a row that was never in force. */
export const neverInForce = 9;

export class PairRows {
  readonly codes = new Texts();
  readonly rationales = new Texts();
  readonly #column1 = new GrowingInts();
  readonly #column2 = new GrowingInts();
  readonly #effective = new GrowingInts();
  readonly #deleted = new GrowingInts();
  readonly #indicator = new GrowingInts();
  readonly #rationale = new GrowingInts();
  #olderFrom: number | null = null;

  get length(): number {
    return this.#column1.length;
  }

  /** Adds a row. Codes and rationale are interned; `deleted` is the last day in force, `noDate` where it is open. */
  add(
    column1: number,
    column2: number,
    effective: number,
    deleted: number,
    indicator: number,
    rationale: number,
  ): void {
    this.#column1.push(column1);
    this.#column2.push(column2);
    this.#effective.push(effective);
    this.#deleted.push(deleted);
    this.#indicator.push(indicator);
    this.#rationale.push(rationale);
  }

  at(place: number): PairRow {
    return {
      column1: this.#column1.at(place),
      column2: this.#column2.at(place),
      effective: this.#effective.at(place),
      deleted: this.#deleted.at(place),
      indicator: this.#indicator.at(place),
      rationale: this.#rationale.at(place),
    };
  }

  /** What is added from here on is of the older table. */
  olderFollow(): void {
    this.#olderFrom = this.length;
  }

  settle(): SettledPairs {
    const order = this.#ordered();
    const isOlder = (place: number): boolean => this.#olderFrom !== null && place >= this.#olderFrom;
    const kept = new GrowingInts();
    const counts = { written: 0, repeated: 0, neverInForce: 0 };
    const older = { again: 0, replaced: 0, kept: 0, keptOpen: 0 };
    for (let start = 0, end = 0; start < order.length; start = end) {
      const first = order[start] ?? 0;
      while (end < order.length && this.#sameStart(first, order[end] ?? 0)) end++;
      // Of rows of a pair that begin on one day the files' own come first.
      const filesSpeak = !isOlder(first);
      let last = -1;
      for (let index = start; index < end; index++) {
        const place = order[index] ?? 0;
        if (isOlder(place)) {
          if (!filesSpeak) {
            kept.push(place);
            older.kept++;
            if (this.#deleted.at(place) === noDate) older.keptOpen++;
          } else if (this.#isAmong(place, order, start, index)) older.again++;
          else older.replaced++;
        } else if (this.#indicator.at(place) === neverInForce) counts.neverInForce++;
        else if (last !== -1 && this.#same(last, place)) counts.repeated++;
        else {
          kept.push(place);
          counts.written++;
          last = place;
        }
      }
    }
    return { rows: kept.all(), ...counts, older };
  }

  #isAmong(place: number, order: Uint32Array, start: number, end: number): boolean {
    for (let index = start; index < end; index++) {
      const other = order[index] ?? 0;
      if (this.#same(other, place)) return true;
    }
    return false;
  }

  #sameStart(one: number, other: number): boolean {
    return (
      this.#effective.at(one) === this.#effective.at(other) &&
      this.#column2.at(one) === this.#column2.at(other) &&
      this.#column1.at(one) === this.#column1.at(other)
    );
  }

  /** Two rows that begin together say the same. */
  #same(one: number, other: number): boolean {
    return this.#deleted.at(one) === this.#deleted.at(other) && this.#indicator.at(one) === this.#indicator.at(other);
  }

  /** The places by pair, first day, age of the source, last day and indicator; what is equal stays as it came. */
  #ordered(): Uint32Array {
    const rank = this.#ranks();
    const order = Uint32Array.from({ length: this.length }, (_, place) => place);
    const older = this.#olderFrom ?? this.length;
    const compare = (one: number, other: number): number =>
      (rank[this.#column1.at(one)] ?? 0) - (rank[this.#column1.at(other)] ?? 0) ||
      (rank[this.#column2.at(one)] ?? 0) - (rank[this.#column2.at(other)] ?? 0) ||
      this.#effective.at(one) - this.#effective.at(other) ||
      Number(one >= older) - Number(other >= older) ||
      this.#lastDay(one) - this.#lastDay(other) ||
      this.#indicator.at(one) - this.#indicator.at(other) ||
      one - other;
    return order.sort(compare);
  }

  #lastDay(place: number): number {
    const day = this.#deleted.at(place);
    return day === noDate ? Number.MAX_SAFE_INTEGER : day;
  }

  #ranks(): Int32Array {
    const ids = Array.from(this.codes.values, (_, id) => id);
    ids.sort((one, other) => compareBytes(this.codes.values[one] ?? "", this.codes.values[other] ?? ""));
    const ranks = new Int32Array(ids.length);
    for (const [rank, id] of ids.entries()) ranks[id] = rank;
    return ranks;
  }
}
