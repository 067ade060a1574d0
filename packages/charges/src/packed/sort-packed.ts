/** The order in which the engine takes packed lines: patient by bytes, date, input. */
import { compareBytes } from "@edict/rulebook";
import type { PackedLines } from "./packed-lines.js";

/** Lines in their order. */
export interface SortedPlaces {
  /** In their order. */
  readonly patients: readonly string[];
  /** Of each patient the first of its places; at the end, how many places there are. */
  readonly starts: Int32Array;
  /** Of each line, in order: its place in the input. */
  readonly places: Int32Array;
}

/** Counts patients, and sorts each one's lines by date where they are not in order already. */
export function sortPacked(packed: PackedLines): SortedPlaces {
  const { values } = packed.lines.patient.texts;
  const inOrder = Array.from(values.keys()).sort((left, right) =>
    compareBytes(values[left] ?? "", values[right] ?? ""),
  );
  const rank = new Int32Array(values.length);
  for (const [place, id] of inOrder.entries()) rank[id] = place;
  const starts = new Int32Array(values.length + 1);
  forEachPatient(packed, (ids) => {
    for (let line = 0; line < ids.length; line++) {
      const next = (rank[ids[line] ?? 0] ?? 0) + 1;
      starts[next] = (starts[next] ?? 0) + 1;
    }
  });
  for (let place = 1; place < starts.length; place++) starts[place] = (starts[place] ?? 0) + (starts[place - 1] ?? 0);
  const places = new Int32Array(packed.count);
  const next = starts.slice();
  forEachPatient(packed, (ids, first) => {
    for (let line = 0; line < ids.length; line++) {
      const patient = rank[ids[line] ?? 0] ?? 0;
      const place = next[patient] ?? 0;
      places[place] = first + line;
      next[patient] = place + 1;
    }
  });
  const byDay = new ByDay(packed);
  for (let patient = 0; patient < values.length; patient++) {
    byDay.sort(places.subarray(starts[patient] ?? 0, starts[patient + 1] ?? 0));
  }
  return { patients: inOrder.map((id) => values[id] ?? ""), starts, places };
}

/** The ids of all lines' patients, in input order, chunk by chunk. */
function forEachPatient(packed: PackedLines, take: (ids: Int32Array, first: number) => void): void {
  const size = 1 << packed.bits;
  const column = packed.ints(packed.lines.patient.ids);
  const places = new Int32Array(size);
  const ids = new Int32Array(size);
  for (let first = 0; first < packed.count; first += size) {
    const count = Math.min(size, packed.count - first);
    for (let line = 0; line < count; line++) places[line] = first + line;
    column.pickInto(places.subarray(0, count), ids);
    take(ids.subarray(0, count), first);
  }
}

/** Puts the lines of a patient in the order of dates; those of one day stay in input order. */
class ByDay {
  #days = new Int32Array(0);
  #keys = new Float64Array(0);

  constructor(private readonly packed: PackedLines) {}

  sort(places: Int32Array): void {
    const count = places.length;
    if (this.#days.length < count) {
      this.#days = new Int32Array(count * 2);
      this.#keys = new Float64Array(count * 2);
    }
    const days = this.#days;
    this.packed.ints(this.packed.lines.date.days).pickInto(places, days);
    let sorted = true;
    for (let index = 1; index < count && sorted; index++) sorted = (days[index - 1] ?? 0) <= (days[index] ?? 0);
    if (sorted) return;
    // Some four million days there are, and places are below 2 to the power 31: a whole number holds both exactly.
    const keys = this.#keys.subarray(0, count);
    for (let index = 0; index < count; index++) keys[index] = (days[index] ?? 0) * placesOfDay + (places[index] ?? 0);
    keys.sort();
    for (let index = 0; index < count; index++) {
      const key = keys[index] ?? 0;
      places[index] = key - Math.floor(key / placesOfDay) * placesOfDay;
    }
  }
}

const placesOfDay = 2 ** 31;
