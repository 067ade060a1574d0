/**
 * A field of the charge lines by its name, whatever column it stands in, and the whole numbers that stand for its
 * values where two lines are compared (`with the same FIELD`, `and FIELD`). Both are worked out once, when a rule first
 * asks.
 */
import type { Charges, DateColumn, Field, ListColumn, NumberColumn, TextColumn, ValueType } from "@edict/rulebook";
import { fieldTypes, isBuiltInField, noDate, valueTypeOf } from "@edict/rulebook";

export type FieldColumn = TextColumn | ListColumn | NumberColumn | DateColumn;

/** Two lines have equal values where their ids are equal and not `blank`. */
export interface KeyColumn {
  readonly ids: Int32Array;
  readonly blank: number;
}

/** The members of a list column's lists as one dictionary. */
export interface Members {
  readonly values: readonly string[];
  /** Of each list: the indexes of its members in `values`. */
  readonly lists: readonly (readonly number[])[];
}

export interface Fields {
  readonly column: (field: string) => FieldColumn;
  readonly key: (field: string) => KeyColumn;
  readonly members: (field: "modifiers" | "diagnoses") => Members;
  readonly typeOf: (field: string) => ValueType | "list";
}

export function fieldsOf(charges: Charges, declared: readonly Field[]): Fields {
  const columns = new Map<string, FieldColumn>();
  const keys = new Map<string, KeyColumn>();
  const members = new Map<string, Members>();
  const types = new Map(declared.map((field) => [field.name, valueTypeOf(field)]));
  const fields: Fields = {
    column: (field) => remembered(columns, field, () => columnOf(charges, field)),
    key: (field) => remembered(keys, field, () => keyOf(fields.column(field), field)),
    members: (field) => remembered(members, field, () => membersOf(charges[field])),
    typeOf: (field) => (isBuiltInField(field) ? fieldTypes[field] : (types.get(field) ?? "text")),
  };
  return fields;
}

/** The value of a key, made where it is asked for the first time. */
export function remembered<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}

function columnOf(charges: Charges, field: string): FieldColumn {
  switch (field) {
    case "patient":
    case "date":
    case "code":
    case "modifiers":
    case "units":
    case "diagnoses":
      return charges[field];
    case "primary diagnosis":
      return firstMembers(charges.diagnoses);
    default:
      return charges.fields.get(field) ?? { kind: "text", ids: new Int32Array(charges.count).fill(-1), values: [] };
  }
}

function firstMembers(column: ListColumn): TextColumn {
  const known = new Map<string, number>();
  const firsts = column.values.map((list) => (list[0] === undefined ? -1 : idOf(known, list[0])));
  return { kind: "text", ids: column.ids.map((list) => firsts[list] ?? -1), values: [...known.keys()] };
}

function membersOf(column: ListColumn): Members {
  const known = new Map<string, number>();
  const lists = column.values.map((list) => list.map((member) => idOf(known, member)));
  return { values: [...known.keys()], lists };
}

/** A value that no id has: the blank of a column whose every value equals itself. */
const neverBlank = -0x80000000;

function keyOf(column: FieldColumn, field: string): KeyColumn {
  switch (column.kind) {
    case "text":
      // Case does not count in payers and settings, so that two texts may have one id.
      if (field !== "payer" && field !== "setting") return { ids: column.ids, blank: -1 };
      return byText(
        column.ids,
        column.values.map((text) => text.toLowerCase()),
      );
    case "list": {
      const key = byText(
        column.ids,
        column.values.map((list) => list.join(" ")),
      );
      // No modifiers at all is a value, which equals another such.
      return field === "modifiers" ? { ids: key.ids, blank: neverBlank } : key;
    }
    case "date":
      return { ids: column.days, blank: noDate };
    case "number": {
      const known = new Map<number, number>();
      return {
        ids: Int32Array.from(column.values, (value) => (Number.isNaN(value) ? -1 : idOf(known, value))),
        blank: -1,
      };
    }
  }
}

function byText(ids: Int32Array, texts: readonly string[]): KeyColumn {
  const known = new Map<string, number>();
  const canonical = texts.map((text) => idOf(known, text));
  return { ids: ids.map((id) => canonical[id] ?? -1), blank: -1 };
}

function idOf<Value>(known: Map<Value, number>, value: Value): number {
  const id = known.get(value) ?? known.size;
  known.set(value, id);
  return id;
}
