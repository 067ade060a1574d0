/** The names that a rulebook declares, by kind: what its references are looked up in. */
import type { ReferenceKind } from "../description/text-formats.js";
import type { ColumnType } from "../tables.js";
import type { Rulebook } from "../rulebook.js";
import { fieldTypes, valueTypeOf } from "../fields.js";

/** The columns of a table and the type of each. */
export type Columns = ReadonlyMap<string, ColumnType>;

export interface Names {
  readonly declared: { readonly [K in Exclude<ReferenceKind, "column">]: ReadonlySet<string> };
  readonly columnsOf: ReadonlyMap<string, Columns>;
  /** The type of each field, built in or declared; `list` for one that holds several values. */
  readonly fieldType: ReadonlyMap<string, string>;
}

/** Collects the names of a rulebook. */
export function namesOf(rulebook: Rulebook): Names {
  const fieldType = new Map<string, string>(Object.entries(fieldTypes));
  for (const field of rulebook.fields) fieldType.set(field.name, valueTypeOf(field));
  return {
    declared: {
      "code set": setOf(rulebook.codes),
      "diagnosis set": setOf(rulebook.diagnoses),
      "modifier set": setOf(rulebook.modifiers),
      payer: setOf(rulebook.payers),
      setting: setOf(rulebook.settings),
      field: new Set(fieldType.keys()),
      episode: setOf(rulebook.episodes),
      authority: setOf(rulebook.authorities),
      table: setOf(rulebook.tables),
      rule: new Set(rulebook.rules.map((rule) => rule.id)),
    },
    columnsOf: new Map(
      rulebook.tables.map((table) => [table.name, new Map(table.columns.map(({ name, type }) => [name, type]))]),
    ),
    fieldType,
  };
}

function setOf(declared: readonly { readonly name: string }[]): ReadonlySet<string> {
  return new Set(declared.map(({ name }) => name));
}
