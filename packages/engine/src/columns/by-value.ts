/**
 * What is known of the values of a dictionary, worked out where a line first has the value and kept by its id: a line
 * costs one look-up whatever is asked of its value, and a value that no line has costs nothing.
 */
import type { DateRanges } from "./date-ranges.js";
import { always, holdsOn } from "./date-ranges.js";
import type { Interned } from "./fields.js";

const [unknown, no, yes, dated] = [0, 1, 2, 3];

/** Whether a line's value is such; a blank is not. */
export function valueTest<Value>(field: Interned<Value>, test: (value: Value) => boolean): (line: number) => boolean {
  let known = new Uint8Array(64);
  field.onOtherValues.push(() => known.fill(unknown));
  const look = (id: number): boolean => {
    const value = field.values[id];
    if (value === undefined) return false;
    known = longEnough(known, id, (length) => new Uint8Array(length));
    known[id] = test(value) ? yes : no;
    return known[id] === yes;
  };
  return (line) => {
    const id = field.ids[line] ?? -1;
    if (id < 0) return false;
    const state = known[id] ?? unknown;
    return state === unknown ? look(id) : state === yes;
  };
}

/** Whether a line's value is such on its date of service: `rangesOf` says on which days, null on none. */
export function datedValueTest<Value>(
  field: Interned<Value>,
  rangesOf: (value: Value) => DateRanges | null,
  lines: { readonly days: Int32Array },
): (line: number) => boolean {
  let known = new Uint8Array(64);
  const ranges = new Map<number, DateRanges>();
  field.onOtherValues.push(() => known.fill(unknown));
  const look = (id: number): number => {
    const value = field.values[id];
    if (value === undefined) return no;
    const found = rangesOf(value);
    const state = found === null ? no : found === always ? yes : dated;
    if (state === dated) ranges.set(id, found ?? []);
    known = longEnough(known, id, (length) => new Uint8Array(length));
    known[id] = state;
    return state;
  };
  return (line) => {
    const id = field.ids[line] ?? -1;
    if (id < 0) return false;
    const before = known[id] ?? unknown;
    const state = before === unknown ? look(id) : before;
    return state === yes || (state === dated && holdsOn(ranges.get(id) ?? [], lines.days[line] ?? 0));
  };
}

/** A number for each value, such as its id in another dictionary; -1 where the line is blank or the number is below 0. */
export function valueNumber<Value>(
  field: Interned<Value>,
  numberOf: (value: Value) => number,
): (line: number) => number {
  // Kept one higher than it is, so that 0 is not known yet; none is kept as -1.
  let known = new Int32Array(64);
  field.onOtherValues.push(() => known.fill(unknown));
  const look = (id: number): number => {
    const value = field.values[id];
    if (value === undefined) return -1;
    const number = numberOf(value);
    known = longEnough(known, id, (length) => new Int32Array(length));
    known[id] = number < 0 ? -1 : number + 1;
    return number < 0 ? -1 : number;
  };
  return (line) => {
    const id = field.ids[line] ?? -1;
    if (id < 0) return -1;
    const number = known[id] ?? unknown;
    return number > 0 ? number - 1 : number === unknown ? look(id) : -1;
  };
}

/** The array, or a longer one with the same beginning, that has a place for an index. */
export function longEnough<Numbers extends Uint8Array | Int32Array>(
  array: Numbers,
  index: number,
  make: (length: number) => Numbers,
): Numbers {
  if (index < array.length) return array;
  const longer = make(Math.max(index + 1, array.length * 2));
  longer.set(array);
  return longer;
}
