/**
 * The fields of a charge line (`language.md` section 6): their names in the rulebook, and the type of each. Declared
 * fields (`field tumor_site text`) come on top under their own names. A list field holds several values.
 */

/** What a declared field or a table's column may be. */
export type ValueType = "text" | "number" | "date" | "code";

/**
 * What a declared field may be. `source` is a text that says which source a line comes from, such as the hospital's
 * record or the department's: lines of different sources tell of the same care, so no credit of one cancels a line of
 * another.
 */
export type FieldType = ValueType | "source";

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
  readonly type: FieldType;
}

/** What the values of a declared field are. */
export function valueTypeOf(field: Field): ValueType {
  return field.type === "source" ? "text" : field.type;
}

/** The names of the declared fields that say the source of a line. */
export function sourceFields(declared: readonly Field[]): readonly string[] {
  return declared.filter((field) => field.type === "source").map((field) => field.name);
}
