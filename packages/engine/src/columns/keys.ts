/**
 * The whole numbers that stand for a field's values where two lines of a patient are compared (`with the same FIELD`,
 * `and FIELD`). They need not outlive a batch, since a batch has its patients whole.
 */
import { noDate } from "@edict/rulebook";
import type { FieldColumn, Interned } from "./fields.js";
import { valueNumber } from "./by-value.js";

/** Two lines have equal values where their ids are equal and not `blank`. */
export interface KeyColumn {
  ids: Int32Array;
  readonly blank: number;
  /** Turns to the columns of the batch at hand. */
  readonly take: () => void;
}

/** A value that no id has: the blank of a column whose every value equals itself. */
const neverBlank = -0x80000000;

export function keyOf(field: FieldColumn, name: string): KeyColumn {
  switch (field.kind) {
    case "text":
      // Case does not count in payers and settings, and many lists have one first diagnosis: two ids may be one value.
      if (name === "payer" || name === "setting") return byText(field, (text) => text.toLowerCase(), -1);
      if (name === "primary diagnosis") return byText(field, (text) => text, -1);
      return same(() => field.ids, -1);
    case "list":
      // No modifiers at all is a value, which equals another such.
      return byText(field, (list) => list.join(" "), name === "modifiers" ? neverBlank : -1);
    case "date":
      return same(() => field.days, noDate);
    case "number": {
      const key = same((): Int32Array => {
        const known = new Map<number, number>();
        return Int32Array.from(field.values, (value) => (Number.isNaN(value) ? -1 : idOf(known, value)));
      }, -1);
      return key;
    }
  }
}

function same(idsAtHand: () => Int32Array, blank: number): KeyColumn {
  const key: KeyColumn = {
    ids: new Int32Array(),
    blank,
    take: () => {
      key.ids = idsAtHand();
    },
  };
  return key;
}

/** Equal texts have one id, by whatever ids the dictionary has them. */
function byText<Value>(field: Interned<Value>, textOf: (value: Value) => string, blank: number): KeyColumn {
  const known = new Map<string, number>();
  const idOfLine = valueNumber(field, (value) => idOf(known, textOf(value)));
  return same(() => field.ids.map((_, line) => idOfLine(line)), blank);
}

function idOf<Value>(known: Map<Value, number>, value: Value): number {
  const id = known.get(value) ?? known.size;
  known.set(value, id);
  return id;
}
