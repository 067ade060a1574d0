/**
 * A field of the charge lines by its name. A field stays one object for the whole run and each batch puts its columns
 * into it: conditions and keys are compiled once, hold on to the field, and read of it what the batch at hand has.
 */
import type { Charges, DateColumn, Field, NumberColumn, TextColumn, ValueType } from "@edict/rulebook";
import { fieldTypes, isBuiltInField, noDate, valueTypeOf } from "@edict/rulebook";
import type { KeyColumn } from "./keys.js";
import { keyOf } from "./keys.js";

/** A field whose values are interned: of each line of the batch an index into `values`, or -1 where it is blank. */
export interface Interned<Value> {
  ids: Int32Array;
  /** Grows from batch to batch. */
  values: readonly Value[];
  /** Called where a batch brings another dictionary: all that is known by id is to be forgotten. */
  readonly onOtherValues: (() => void)[];
}

export interface TextField extends Interned<string> {
  readonly kind: "text";
}

export interface ListField extends Interned<readonly string[]> {
  readonly kind: "list";
}

/** NaN where blank. */
export interface NumberField {
  readonly kind: "number";
  values: Float64Array;
}

/** `noDate` where blank. */
export interface DateField {
  readonly kind: "date";
  days: Int32Array;
}

export type FieldColumn = TextField | ListField | NumberField | DateField;

export interface Fields {
  readonly column: (field: string) => FieldColumn;
  /** A field of which the rulebook's compiler has checked that it holds one text. */
  readonly text: (field: string) => TextField;
  readonly list: (field: "modifiers" | "diagnoses") => ListField;
  readonly key: (field: string) => KeyColumn;
  /** Turns to the next batch. */
  readonly take: (charges: Charges) => void;
}

export function fieldsOf(declared: readonly Field[]): Fields {
  const types = new Map(declared.map((field) => [field.name, valueTypeOf(field)]));
  const typeOf = (field: string): ValueType | "list" =>
    isBuiltInField(field) ? fieldTypes[field] : (types.get(field) ?? "text");
  const columns = new Map<string, FieldColumn>();
  const keys = new Map<string, KeyColumn>();
  const firsts = new Firsts();
  let charges: Charges | null = null;
  const fields: Fields = {
    column: (name) =>
      remembered(columns, name, () => {
        const field = emptyField(typeOf(name));
        if (charges !== null) put(name, field, charges, firsts);
        return field;
      }),
    text: (name) => {
      const field = fields.column(name);
      if (field.kind !== "text") throw new Error(`${name} is compared with texts, so it is a column of texts`);
      return field;
    },
    list: (name) => {
      const field = fields.column(name);
      if (field.kind !== "list") throw new Error(`${name} is a column of lists in every charge file`);
      return field;
    },
    key: (name) =>
      remembered(keys, name, () => {
        const key = keyOf(fields.column(name), name);
        if (charges !== null) key.take();
        return key;
      }),
    take: (batch) => {
      charges = batch;
      for (const [name, field] of columns) put(name, field, batch, firsts);
      for (const key of keys.values()) key.take();
    },
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

function emptyField(type: ValueType | "list"): FieldColumn {
  switch (type) {
    case "text":
    case "code":
      return { kind: "text", ids: new Int32Array(), values: [], onOtherValues: [] };
    case "list":
      return { kind: "list", ids: new Int32Array(), values: [], onOtherValues: [] };
    case "number":
      return { kind: "number", values: new Float64Array() };
    case "date":
      return { kind: "date", days: new Int32Array() };
  }
}

/** Puts a batch's column into a field; one that the batch has not is blank on every line. */
function put(name: string, field: FieldColumn, charges: Charges, firsts: Firsts): void {
  switch (field.kind) {
    case "list":
      if (name !== "modifiers" && name !== "diagnoses") throw new Error(`${name} is no list of a charge line`);
      putInterned(field, charges[name]);
      return;
    case "text": {
      if (name === "primary diagnosis") {
        putInterned(field, firsts.of(charges.diagnoses));
        return;
      }
      const column = columnOf(charges, name);
      if (column === undefined)
        putInterned(field, { ids: new Int32Array(charges.count).fill(-1), values: field.values });
      else if (column.kind === "text") putInterned(field, column);
      else throw otherKind(name, field.kind, column.kind);
      return;
    }
    case "number": {
      const column = columnOf(charges, name);
      if (column === undefined) field.values = new Float64Array(charges.count).fill(NaN);
      else if (column.kind === "number") field.values = column.values;
      else throw otherKind(name, field.kind, column.kind);
      return;
    }
    case "date": {
      const column = columnOf(charges, name);
      if (column === undefined) field.days = new Int32Array(charges.count).fill(noDate);
      else if (column.kind === "date") field.days = column.days;
      else throw otherKind(name, field.kind, column.kind);
      return;
    }
  }
}

function columnOf(charges: Charges, name: string): TextColumn | NumberColumn | DateColumn | undefined {
  switch (name) {
    case "patient":
    case "date":
    case "code":
    case "units":
      return charges[name];
    default:
      return charges.fields.get(name);
  }
}

function otherKind(name: string, is: string, came: string): Error {
  return new Error(`${name} is a column of ${is} by its declaration; charges with one of ${came} came`);
}

function putInterned<Value>(
  field: Interned<Value>,
  column: { readonly ids: Int32Array; readonly values: readonly Value[] },
): void {
  field.ids = column.ids;
  if (field.values === column.values) return;
  field.values = column.values;
  for (const forget of field.onOtherValues) forget();
}

/** The first diagnosis of each list, as a dictionary by the lists' ids; it grows as they do. */
class Firsts {
  private lists: readonly (readonly string[])[] = [];
  private values: string[] = [];

  of(column: Charges["diagnoses"]): { readonly ids: Int32Array; readonly values: readonly string[] } {
    const { ids, values: lists } = column;
    if (this.lists !== lists) {
      this.lists = lists;
      this.values = [];
    }
    for (let id = this.values.length; id < lists.length; id++) this.values.push(lists[id]?.[0] ?? "");
    return { ids, values: this.values };
  }
}
