/** How each field of a charge line is read and kept. */
import type { BuiltInField, Field } from "@edict/rulebook";
import { isBuiltInField } from "@edict/rulebook";
import type { PlainNumbers } from "../values/plain-numbers.js";
import { plainAges, plainNumbers, plainUnits } from "../values/plain-numbers.js";
import { readAge, readNumber, readUnits } from "../values/numbers.js";
import { readBill, readCode, readForm, readPlace, readRevenue } from "../values/texts.js";
import type { Unreadable } from "../values/unreadable.js";

/** Reads a trimmed text that is not empty. */
export type Read<T> = (text: string) => T | Unreadable;

/** How a field is read: a text as it stands (null) or through a reader, a text of the line's own, a number, a date, a list. */
export type FieldKind =
  | { readonly kind: "text"; readonly read: Read<string> | null }
  | { readonly kind: "own-text" }
  | { readonly kind: "number"; readonly read: Read<number>; readonly plain: PlainNumbers }
  | { readonly kind: "date" }
  | { readonly kind: "list"; readonly of: "modifiers" | "diagnoses" };

const asItStands: FieldKind = { kind: "text", read: null };
const ofTheLine: FieldKind = { kind: "own-text" };
const numbers: FieldKind = { kind: "number", read: readNumber, plain: plainNumbers };

const builtIn: { readonly [F in BuiltInField]: FieldKind | null } = {
  patient: asItStands,
  date: { kind: "date" },
  code: { kind: "text", read: readCode },
  line: ofTheLine,
  claim: ofTheLine,
  modifiers: { kind: "list", of: "modifiers" },
  units: { kind: "number", read: readUnits, plain: plainUnits },
  diagnoses: { kind: "list", of: "diagnoses" },
  // The first of the list: no column says it alone.
  "primary diagnosis": null,
  payer: asItStands,
  form: { kind: "text", read: readForm },
  place: { kind: "text", read: readPlace },
  bill: { kind: "text", read: readBill },
  revenue: { kind: "text", read: readRevenue },
  setting: asItStands,
  provider: asItStands,
  authorization: ofTheLine,
  amount: numbers,
  birth: { kind: "date" },
  age: { kind: "number", read: readAge, plain: plainAges },
  sex: asItStands,
  through: { kind: "date" },
};

/** The names of the built-in fields that a column can say, in the order of the contract. */
export const fieldOrder: readonly string[] = Object.keys(builtIn).filter((field) => kindOf(field, []) !== null);

/** How a field is read; null for a name that is no field, or none that a column can say. */
export function kindOf(field: string, declared: readonly Field[]): FieldKind | null {
  if (isBuiltInField(field)) return builtIn[field];
  const type = declared.find((candidate) => candidate.name === field)?.type;
  switch (type) {
    case "text":
    case "source":
      return asItStands;
    case "code":
      return { kind: "text", read: readCode };
    case "number":
      return numbers;
    case "date":
      return { kind: "date" };
    case undefined:
      return null;
  }
}
