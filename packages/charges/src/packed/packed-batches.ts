/**
 * Packed lines as batches of whole patients, in the contract's order. Their columns are made for one batch at a time, in the
 * same memory, and credits are netted batch by batch, since they look at one patient alone.
 */
import type { Charges, Field, Rejected } from "@edict/rulebook";
import { sourceFields } from "@edict/rulebook";
import type { GrowingInts, GrowingNumbers } from "../columns/growing.js";
import { RoomForInts } from "../columns/growing.js";
import { columnOfPlaces } from "../columns/text-places.js";
import type { Sorted } from "../lines/charges-of-lines.js";
import { columnsOf } from "../lines/charges-of-lines.js";
import type { LineStore } from "../lines/line-store.js";
import { ModifierSets } from "../lines/modifier-sets.js";
import { netLines, sourceStores, unmatchedCredit } from "../lines/settle-credits.js";
import { inOrder } from "../lines/settle-lines.js";
import type { RowsAccount } from "../patient-batches.js";
import type { PackedLines } from "./packed-lines.js";
import type { SortedPlaces } from "./sort-packed.js";
import { sortPacked } from "./sort-packed.js";

export class PackedBatches {
  /** What became of the lines of all batches so far. */
  evaluated = 0;
  netted = 0;
  /** Credits with nothing to cancel. */
  readonly rejected: Rejected[] = [];
  readonly #sources: readonly string[];
  #sets: ModifierSets;
  /** Lines of all batches before these. */
  #first = 0;
  readonly #ints = new Map<GrowingInts, Int32Array<ArrayBuffer>>();
  readonly #numbers = new Map<GrowingNumbers, Float64Array<ArrayBuffer>>();
  readonly #patientIds = new RoomForInts();
  readonly #order = new RoomForInts();

  constructor(
    private readonly packed: PackedLines,
    declared: readonly Field[],
  ) {
    this.#sources = sourceFields(declared);
    this.#sets = new ModifierSets(packed.lines.modifiers.lists);
  }

  /** The lines that are packed, in batches of so many lines or of those of one patient; each is valid until the next. */
  *batches(linesOfBatch: number): Generator<Charges> {
    // There may be patients all the same, of rows that were rejected.
    if (this.packed.count === 0) return;
    const { lists } = this.packed.lines.modifiers;
    if (this.#sets.lists !== lists) this.#sets = new ModifierSets(lists);
    this.#sets.extend();
    const sorted = sortPacked(this.packed);
    for (let patient = 0; patient < sorted.patients.length;) {
      const next = endOfBatch(sorted.starts, patient, linesOfBatch);
      const charges = this.#batch(sorted, patient, next);
      if (charges.count > 0) yield charges;
      patient = next;
    }
    this.#first += this.packed.count;
  }

  /** The lines of the patients from one up to another. */
  #batch({ patients, starts, places: all }: SortedPlaces, from: number, to: number): Charges {
    const first = starts[from] ?? 0;
    const places = all.subarray(first, starts[to] ?? 0);
    const ids = this.#patientIds.room(places.length);
    for (let patient = from; patient < to; patient++) {
      ids.fill(patient, (starts[patient] ?? 0) - first, (starts[patient + 1] ?? 0) - first);
    }
    const count = this.#settle(places, ids);
    const kept = places.subarray(0, count);
    this.evaluated += count;
    return columnsOf(this.packed.lines, this.#sets, this.#sorted(kept), {
      patient: { kind: "text", ids: ids.subarray(0, count), values: patients },
      order: this.#orderOf(kept),
    });
  }

  /** Nets the credits among some lines and moves those that stay to the front: so many. */
  #settle(places: Int32Array, ids: Int32Array): number {
    const { packed } = this;
    const { lines } = packed;
    const { ints, numbers } = this.#sorted(places);
    const units = numbers(lines.units.values);
    if (!units.some((value) => value < 0)) return places.length;
    const { out, pairs, unmatched } = netLines({
      patients: ids,
      days: ints(lines.date.days),
      codes: ints(lines.code.ids),
      lists: ints(lines.modifiers.ids),
      units,
      apart: sourceStores(lines, this.#sources).map((store) => ints(store.ids)),
      sets: this.#sets,
    });
    this.netted += pairs.length * 2;
    const [files, rows] = [ints(lines.file), ints(lines.row)];
    for (const line of unmatched) {
      const value = packed.creditCells.get(places[line] ?? 0) ?? String(units[line]);
      this.rejected.push(unmatchedCredit(lines, files[line] ?? 0, rows[line] ?? 0, value));
    }
    let count = 0;
    for (let line = 0; line < places.length; line++) {
      if (out?.[line] === 1) continue;
      ids[count] = ids[line] ?? 0;
      places[count++] = places[line] ?? 0;
    }
    if (count + pairs.length * 2 + unmatched.length !== places.length) {
      throw new Error("every line read is kept, netted or rejected, once; the three do not add up");
    }
    return count;
  }

  #sorted(places: Int32Array): Sorted {
    const { packed } = this;
    const count = places.length;
    return {
      ints: (column) => {
        let values = this.#ints.get(column);
        if (values === undefined || values.length < count) this.#ints.set(column, (values = new Int32Array(count)));
        packed.ints(column).pickInto(places, values);
        return values.subarray(0, count);
      },
      numbers: (column) => {
        let values = this.#numbers.get(column);
        if (values === undefined || values.length < count)
          this.#numbers.set(column, (values = new Float64Array(count)));
        packed.numbers(column).pickInto(places, values);
        return values.subarray(0, count);
      },
      texts: (column) => {
        const texts = packed.texts(column);
        return columnOfPlaces(count, (line, found) => texts.find(places[line] ?? 0, found));
      },
    };
  }

  #orderOf(places: Int32Array): Int32Array {
    if (this.#first === 0) return places;
    const order = this.#order.room(places.length);
    for (let line = 0; line < places.length; line++) order[line] = this.#first + (places[line] ?? 0);
    return order;
  }
}

/** What became of all rows, where these batches are all. */
export function accountOf({ evaluated, netted, rejected }: PackedBatches, lines: LineStore): RowsAccount {
  const all = inOrder([...lines.rejected, ...rejected], lines.files);
  return { rows: evaluated + netted + all.length, evaluated, netted, rejected: all };
}

/** The patient behind the last one of a batch that starts with a patient. */
function endOfBatch(starts: Int32Array, patient: number, linesOfBatch: number): number {
  const full = (starts[patient] ?? 0) + linesOfBatch;
  let next = patient + 1;
  while (next < starts.length - 1 && (starts[next] ?? 0) < full) next++;
  return next;
}
