/** What a field's name means: the field's name in the rulebook, its type, and what kind of values it is compared with. */
import type { ValueType } from "@edict/rulebook";
import { fieldTypes, isBuiltInField, valueTypeOf } from "@edict/rulebook";
import type { Declared } from "./declared.js";
import { declaredAs } from "./declared.js";

/** A field that a name means. */
export interface FieldFacts {
  readonly name: string;
  readonly type: ValueType | "list";
  /** What stands after `is` and `in`; `plain` is equality. */
  readonly holds: "codes" | "diagnoses" | "modifiers" | "payers" | "settings" | "bills" | "plain";
}

/** Fields with words of their own besides their names. */
const otherWords: ReadonlyMap<string, string> = new Map([
  ["modifier", "modifiers"],
  ["diagnosis", "diagnoses"],
]);

const meanings: ReadonlyMap<string, FieldFacts["holds"]> = new Map([
  ["code", "codes"],
  ["diagnoses", "diagnoses"],
  ["primary diagnosis", "diagnoses"],
  ["modifiers", "modifiers"],
  ["payer", "payers"],
  ["setting", "settings"],
  ["bill", "bills"],
]);

/** The field that these words name, or null. */
export function fieldNamed(declared: Declared, text: string): FieldFacts | null {
  const name = otherWords.get(text) ?? text;
  if (isBuiltInField(name)) return { name, type: fieldTypes[name], holds: meanings.get(name) ?? "plain" };
  const own = declaredAs(declared, text, "field")?.node;
  if (own === undefined) return null;
  return {
    name: text,
    type: valueTypeOf({ name: text, type: own.type }),
    holds: own.type === "code" ? "codes" : "plain",
  };
}

/** The words that name a built-in field: its name, and the word for one of its values. */
export function plainFieldWords(name: string): readonly string[] {
  return [name, ...[...otherWords].flatMap(([word, field]) => (field === name ? [word] : []))];
}

/** Every word that names a field, for "did you mean". */
export function fieldWords(declared: Declared): readonly string[] {
  const own = [...declared.values()].flatMap(({ node }) => (node.kind === "field" ? [node.name.text] : []));
  return [...Object.keys(fieldTypes), ...otherWords.keys(), ...own];
}
