/** The rows of one of several tables in the order of their keys, taken key by key. */

/** The columns of a table, each a number for each row; of one column the same numbers in every table that is compared. */
export interface KeyedColumns {
  readonly keys: readonly ArrayLike<number>[];
  readonly values: readonly ArrayLike<number>[];
  readonly from: ArrayLike<number> | null;
  readonly to: ArrayLike<number> | null;
}

export class KeyedRows {
  /** Null where the rows stand in order already, as those of an imported table do. */
  readonly #order: Uint32Array | null;
  #start = 0;
  #end = 0;

  constructor(
    readonly columns: KeyedColumns,
    private readonly count: number,
  ) {
    this.#order = isOrdered(columns.keys, count) ? null : ordered(columns.keys, count);
    this.next();
  }

  /** Whether all keys have been taken. */
  get ended(): boolean {
    return this.#start >= this.count;
  }

  /** Goes on to the next key. */
  next(): void {
    this.#start = this.#end;
    if (this.ended) return;
    const first = this.#at(this.#start);
    do this.#end++;
    while (
      this.#end < this.count &&
      compareRows(this.columns.keys, first, this.columns.keys, this.#at(this.#end)) === 0
    );
  }

  /** The rows of the key at hand. */
  rows(): readonly number[] {
    return Array.from({ length: this.#end - this.#start }, (_, index) => this.#at(this.#start + index));
  }

  /** The first row of the key at hand. */
  first(): number {
    return this.#at(this.#start);
  }

  /** Orders the keys at hand of two tables. */
  compare(other: KeyedRows): number {
    return compareRows(this.columns.keys, this.first(), other.columns.keys, other.first());
  }

  /** Whether the rows of the keys at hand are the same, one by one: a quick look, since most of them are. */
  sameAs(other: KeyedRows): boolean {
    const length = this.#end - this.#start;
    if (length !== other.#end - other.#start) return false;
    for (let index = 0; index < length; index++) {
      const [row, that] = [this.#at(this.#start + index), other.#at(other.#start + index)];
      if (this.columns.from?.[row] !== other.columns.from?.[that]) return false;
      if (this.columns.to?.[row] !== other.columns.to?.[that]) return false;
      if (compareRows(this.columns.values, row, other.columns.values, that) !== 0) return false;
    }
    return true;
  }

  #at(place: number): number {
    return this.#order === null ? place : (this.#order[place] ?? 0);
  }
}

function isOrdered(keys: readonly ArrayLike<number>[], count: number): boolean {
  for (let row = 1; row < count; row++) if (compareRows(keys, row - 1, keys, row) > 0) return false;
  return true;
}

function ordered(keys: readonly ArrayLike<number>[], count: number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, row) => row);
  return order.sort((one, other) => compareRows(keys, one, keys, other) || one - other);
}

function compareRows(
  columns: readonly ArrayLike<number>[],
  row: number,
  others: readonly ArrayLike<number>[],
  other: number,
): number {
  for (let index = 0; index < columns.length; index++) {
    const one = columns[index]?.[row] ?? 0;
    const that = others[index]?.[other] ?? 0;
    if (one !== that) return one < that ? -1 : 1;
  }
  return 0;
}
