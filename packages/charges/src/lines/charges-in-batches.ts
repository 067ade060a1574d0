/**
 * Sorted lines as batches of whole patients: their columns are put in order for one batch at a time, so that lines are in
 * memory once and what is evaluated is in the processor's cache.
 */
import type { Charges } from "@edict/rulebook";
import type { GrowingInts, GrowingNumbers } from "../columns/growing.js";
import type { Sorted } from "./charges-of-lines.js";
import { columnsOf } from "./charges-of-lines.js";
import type { LineStore } from "./line-store.js";
import type { ModifierSets } from "./modifier-sets.js";
import type { SortedLines } from "./sort-lines.js";

/** What is made into batches. */
export interface InBatchesRequest {
  readonly lines: LineStore;
  readonly sets: ModifierSets;
  readonly sorted: SortedLines;
  /** The place in the input of the first line. */
  readonly first: number;
  /** A batch has so many lines, or those of one patient. */
  readonly linesOfBatch: number;
}

/** Columns of one batch after another, in the same memory. */
export class BatchColumns {
  readonly #ints = new Map<GrowingInts, Int32Array<ArrayBuffer>>();
  readonly #numbers = new Map<GrowingNumbers, Float64Array<ArrayBuffer>>();
  #inOrder = new Int32Array(0);
  #order = new Int32Array(0);

  /** The batches. Each is valid until the next one is asked for. */
  *batches({ lines, sets, sorted, first, linesOfBatch }: InBatchesRequest): Generator<Charges> {
    const { patients, places, patientIds } = sorted;
    for (let from = 0; from < patientIds.length;) {
      const to = endOfBatch(patientIds, from, linesOfBatch);
      const part = places === null ? this.#placesInOrder(from, to) : places.subarray(from, to);
      yield columnsOf(lines, sets, this.#sorted(part), {
        patient: { kind: "text", ids: patientIds.subarray(from, to), values: patients },
        order: this.#orderOf(part, first),
      });
      from = to;
    }
  }

  #sorted(places: Int32Array): Sorted {
    const count = places.length;
    return {
      places,
      ints: (column) => {
        let values = this.#ints.get(column);
        if (values === undefined || values.length < count) this.#ints.set(column, (values = new Int32Array(count)));
        column.pickInto(places, values);
        return values.subarray(0, count);
      },
      numbers: (column) => {
        let values = this.#numbers.get(column);
        if (values === undefined || values.length < count)
          this.#numbers.set(column, (values = new Float64Array(count)));
        column.pickInto(places, values);
        return values.subarray(0, count);
      },
    };
  }

  #placesInOrder(from: number, to: number): Int32Array {
    if (this.#inOrder.length < to - from) this.#inOrder = new Int32Array(to - from);
    for (let line = from; line < to; line++) this.#inOrder[line - from] = line;
    return this.#inOrder.subarray(0, to - from);
  }

  #orderOf(places: Int32Array, first: number): Int32Array {
    if (first === 0) return places;
    if (this.#order.length < places.length) this.#order = new Int32Array(places.length);
    for (let line = 0; line < places.length; line++) this.#order[line] = first + (places[line] ?? 0);
    return this.#order.subarray(0, places.length);
  }
}

/** Where the batch ends that starts at a line: behind the last line of a patient. */
function endOfBatch(patientIds: Int32Array, from: number, linesOfBatch: number): number {
  let to = Math.min(from + linesOfBatch, patientIds.length);
  while (to < patientIds.length && patientIds[to] === patientIds[to - 1]) to++;
  return to;
}
