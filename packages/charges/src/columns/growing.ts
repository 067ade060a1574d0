/** Typed arrays that grow: four or eight bytes a value, and nothing else. */

/** Whole numbers of 32 bits. */
export class GrowingInts {
  #values = new Int32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) this.#grow(this.length * 2);
    this.#values[this.length++] = value;
  }

  at(index: number): number {
    return this.#values[index] ?? 0;
  }

  set(index: number, value: number): void {
    this.#values[index] = value;
  }

  /** Makes room for so many values, so that they are not copied each time that the room doubles. */
  reserve(length: number): void {
    if (length > this.#values.length) this.#grow(length);
  }

  /** The values, with room for so many; those that are added are for the caller to set. */
  room(length: number): Int32Array {
    if (length > this.#values.length) this.#grow(Math.max(length, this.#values.length * 2));
    this.length = length;
    return this.#values;
  }

  /** Adds `value` until there are `length` values. */
  fillTo(length: number, value: number): void {
    if (length > this.#values.length) this.#grow(Math.max(length, this.#values.length * 2));
    if (length > this.length) {
      this.#values.fill(value, this.length, length);
      this.length = length;
    }
  }

  /** Keeps of the values from `base` on only those at `base` and a kept place; there are `count` kept places, rising. */
  keep(base: number, kept: Int32Array, count: number): void {
    const values = this.#values;
    for (let index = 0; index < count; index++) values[base + index] = values[base + (kept[index] ?? 0)] ?? 0;
    this.length = base + count;
  }

  /** Puts another value in the place of each. */
  change(other: (value: number) => number): void {
    for (let index = 0; index < this.length; index++) this.#values[index] = other(this.#values[index] ?? 0);
  }

  /** Takes the first values away; the others move to the front. */
  drop(count: number): void {
    this.#values.copyWithin(0, count, this.length);
    this.length -= count;
  }

  /** The values at some places; null: all. */
  pick(places: Int32Array | null): Int32Array {
    if (places === null) return this.all();
    const picked = new Int32Array(places.length);
    for (let index = 0; index < places.length; index++) picked[index] = this.#values[places[index] ?? 0] ?? 0;
    return picked;
  }

  /** The values at some places; the column is empty afterwards, so that they are not in memory twice. */
  move(places: Int32Array): Int32Array {
    const moved = this.pick(places);
    this.#values = new Int32Array(0);
    this.length = 0;
    return moved;
  }

  /** All values, where they stand: no more are added afterwards. */
  all(): Int32Array {
    return this.#values.subarray(0, this.length);
  }

  #grow(size: number): void {
    const larger = new Int32Array(size);
    larger.set(this.#values);
    this.#values = larger;
  }
}

/** Memory for the whole numbers of one batch after another, as much as the longest needs. */
export class RoomForInts {
  #values = new Int32Array(0);

  /** Room for so many, in which anything may stand. What was given before is given again. */
  room(count: number): Int32Array {
    if (this.#values.length < count) this.#values = new Int32Array(count);
    return this.#values.subarray(0, count);
  }
}

/** Numbers. */
export class GrowingNumbers {
  #values = new Float64Array(1024);
  length = 0;
  /** True as long as no value was blank or below zero: then nobody has to look for such. */
  arePlain = true;

  at(index: number): number {
    return this.#values[index] ?? NaN;
  }

  reserve(length: number): void {
    if (length > this.#values.length) this.#grow(length);
  }

  /** The values, with room for so many; those that are added are for the caller to set, and `arePlain` with them. */
  room(length: number): Float64Array {
    if (length > this.#values.length) this.#grow(Math.max(length, this.#values.length * 2));
    this.length = length;
    return this.#values;
  }

  fillTo(length: number, value: number): void {
    if (length > this.#values.length) this.#grow(Math.max(length, this.#values.length * 2));
    if (length > this.length) {
      this.#values.fill(value, this.length, length);
      this.length = length;
      this.arePlain &&= value >= 0;
    }
  }

  keep(base: number, kept: Int32Array, count: number): void {
    const values = this.#values;
    for (let index = 0; index < count; index++) values[base + index] = values[base + (kept[index] ?? 0)] ?? NaN;
    this.length = base + count;
  }

  drop(count: number): void {
    this.#values.copyWithin(0, count, this.length);
    this.length -= count;
  }

  pick(places: Int32Array | null): Float64Array {
    if (places === null) return this.all();
    const picked = new Float64Array(places.length);
    for (let index = 0; index < places.length; index++) picked[index] = this.#values[places[index] ?? 0] ?? NaN;
    return picked;
  }

  move(places: Int32Array): Float64Array {
    const moved = this.pick(places);
    this.#values = new Float64Array(0);
    this.length = 0;
    return moved;
  }

  all(): Float64Array {
    return this.#values.subarray(0, this.length);
  }

  #grow(size: number): void {
    const larger = new Float64Array(size);
    larger.set(this.#values);
    this.#values = larger;
  }
}
