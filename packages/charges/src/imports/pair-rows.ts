/**
 * The rows of a pair table in columns of numbers, put in order and settled: what repeats is dropped, what was never in
 * force is left out, and the rows of an older table stand where the newer files do not say otherwise.
 */
import { compareBytes, formatDate, noDate } from "@edict/rulebook";
import { GrowingInts } from "../columns/growing.js";
import { Texts } from "../columns/texts.js";

/** What became of the rows. */
export interface SettledPairs {
  /** Places of the rows that stand in the table, in its order. */
  readonly rows: Int32Array;
  readonly written: number;
  readonly repeated: number;
  readonly neverInForce: number;
  /** The days on which rows of the table are in force; null where that has no beginning or no end. */
  readonly span: { readonly from: string | null; readonly to: string | null };
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

  column1(place: number): number {
    return this.#column1.at(place);
  }

  column2(place: number): number {
    return this.#column2.at(place);
  }

  effective(place: number): number {
    return this.#effective.at(place);
  }

  deleted(place: number): number {
    return this.#deleted.at(place);
  }

  indicator(place: number): number {
    return this.#indicator.at(place);
  }

  rationale(place: number): number {
    return this.#rationale.at(place);
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
    const places = kept.all();
    return { rows: places, ...counts, span: this.#spanOf(places), older };
  }

  #isAmong(place: number, order: Uint32Array, start: number, end: number): boolean {
    for (let index = start; index < end; index++) {
      const other = order[index] ?? 0;
      if (this.#same(other, place)) return true;
    }
    return false;
  }

  #sameStart(one: number, other: number): boolean {
    return this.#effective.at(one) === this.#effective.at(other) && this.#samePair(one, other);
  }

  /** Two rows that begin together say the same. */
  #same(one: number, other: number): boolean {
    return this.#deleted.at(one) === this.#deleted.at(other) && this.#indicator.at(one) === this.#indicator.at(other);
  }

  #spanOf(places: Int32Array): SettledPairs["span"] {
    let from = Number.MAX_SAFE_INTEGER;
    let to = noDate;
    let open = false;
    for (const place of places) {
      from = Math.min(from, this.#effective.at(place));
      const deleted = this.#deleted.at(place);
      if (deleted === noDate) open = true;
      else if (deleted > to) to = deleted;
    }
    return { from: from === noDate ? null : formatDate(from), to: open ? null : formatDate(to) };
  }

  /** The places by pair, first day, age of the source, last day and indicator; what is equal stays as it came. */
  #ordered(): Uint32Array {
    const codes = this.codes.values;
    const byBytes = Uint32Array.from(codes, (_, id) => id).sort((one, other) =>
      compareBytes(codes[one] ?? "", codes[other] ?? ""),
    );
    const rank = new Uint32Array(codes.length);
    for (const [place, id] of byBytes.entries()) rank[id] = place;
    const all = Uint32Array.from({ length: this.length }, (_, place) => place);
    const order = this.#counted(this.#counted(all, this.#column2, rank), this.#column1, rank);
    // Of one pair there are a few rows, and most of them stand in order.
    for (let start = 0, end = 0; start < order.length; start = end) {
      const first = order[start] ?? 0;
      let inOrder = true;
      for (end = start + 1; end < order.length && this.#samePair(first, order[end] ?? 0); end++) {
        inOrder &&= this.#compare(order[end - 1] ?? 0, order[end] ?? 0) <= 0;
      }
      if (!inOrder) order.subarray(start, end).sort((one, other) => this.#compare(one, other));
    }
    return order;
  }

  /** Puts places in the order of a column's codes; those of one code stay as they are. */
  #counted(places: Uint32Array, column: GrowingInts, rank: Uint32Array): Uint32Array {
    const starts = new Uint32Array(rank.length + 1);
    for (const place of places) {
      const next = (rank[column.at(place)] ?? 0) + 1;
      starts[next] = (starts[next] ?? 0) + 1;
    }
    for (let code = 1; code < starts.length; code++) starts[code] = (starts[code] ?? 0) + (starts[code - 1] ?? 0);
    const ordered = new Uint32Array(places.length);
    for (const place of places) {
      const code = rank[column.at(place)] ?? 0;
      const at = starts[code] ?? 0;
      ordered[at] = place;
      starts[code] = at + 1;
    }
    return ordered;
  }

  #samePair(one: number, other: number): boolean {
    return this.#column2.at(one) === this.#column2.at(other) && this.#column1.at(one) === this.#column1.at(other);
  }

  /** Orders two rows of one pair. */
  #compare(one: number, other: number): number {
    const older = this.#olderFrom ?? this.length;
    return (
      this.#effective.at(one) - this.#effective.at(other) ||
      Number(one >= older) - Number(other >= older) ||
      this.#lastDay(one) - this.#lastDay(other) ||
      this.#indicator.at(one) - this.#indicator.at(other) ||
      one - other
    );
  }

  #lastDay(place: number): number {
    const day = this.#deleted.at(place);
    return day === noDate ? Number.MAX_SAFE_INTEGER : day;
  }
}
