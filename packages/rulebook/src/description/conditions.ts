/** The description of conditions. */
import type { Condition, Operand, Values } from "../conditions.js";
import type { Description } from "./description.js";
import { choice, delayed, either, list, number, reference, text, union } from "./description.js";
import { codeSpan, diagnosisSpan, modifierSpan } from "./sets.js";

const columns = list(reference("column"));

/** What a column or a declared field may hold. */
export const valueType = choice("text", "number", "date", "code");

const values = union<Values>("Values", {
  codes: { sets: list(reference("code set")), spans: list(codeSpan), columns },
  diagnoses: { sets: list(reference("diagnosis set")), spans: list(diagnosisSpan), columns },
  modifiers: { sets: list(reference("modifier set")), spans: list(modifierSpan), columns },
  payers: { names: list(reference("payer")), texts: list(text("text")), columns },
  settings: { names: list(reference("setting")), columns },
  bills: { prefixes: list(text("digits")), columns },
  plain: { type: valueType, values: list(either(text("text"), number)), columns },
});

const operand = union<Operand>("Operand", {
  field: { field: reference("field") },
  row: { column: reference("column") },
  number: { value: number },
  text: { value: text("text") },
  date: { value: text("date") },
  code: { value: text("code") },
});

const side = choice("subject", "other", "either");
const itself: Description<Condition> = delayed(() => condition);

export const condition: Description<Condition> = union<Condition>(
  "Condition",
  {
    all: { of: list(itself) },
    any: { of: list(itself) },
    not: { of: itself },
    in: { field: reference("field"), values, on: side },
    compare: { left: operand, comparison: choice("=", "!=", "<", "<=", ">", ">="), right: operand, on: side },
    presence: { field: reference("field"), is: choice("missing", "present"), on: side },
    row: { table: reference("table"), where: itself },
  },
  { row: ["table"] },
);
