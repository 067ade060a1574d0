/**
 * The fields of a charge line (`language.md` section 6): their names in the rulebook, and the type of each. Declared
 * fields (`field tumor_site text`) come on top under their own names. A list field holds several values.
 */

/** What a declared field or a table's column may be. */
export type ValueType = "text" | "number" | "date" | "code";

/** Types of the built-in fields. */
export const fieldTypes = {
  patient: "text",
  date: "date",
  code: "code",
  line: "text",
  claim: "text",
  modifiers: "list",
  units: "number",
  diagnoses: "list",
  "primary diagnosis": "text",
  payer: "text",
  form: "text",
  place: "text",
  bill: "text",
  revenue: "text",
  setting: "text",
  provider: "text",
  authorization: "text",
  amount: "number",
  birth: "date",
  age: "number",
  sex: "text",
  through: "date",
} as const satisfies Record<string, ValueType | "list">;

/** The name of a built-in field. */
export type BuiltInField = keyof typeof fieldTypes;

/** True for the name of a built-in field. */
export function isBuiltInField(name: string): name is BuiltInField {
  return Object.hasOwn(fieldTypes, name);
}

/** `field NAME TYPE` */
export interface Field {
  readonly name: string;
  readonly type: ValueType;
}
