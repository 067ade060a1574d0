/** Random `FIELD is …` and `FIELD in …`, with every kind of value. */
import type { Condition, Side, Values, ValueType } from "@edict/rulebook";
import fc from "fast-check";
import type { Arbitrary } from "fast-check";
import { mostlyNone, someOf } from "./plain.js";
import { codeSets, codeSpan, diagnosisSets, diagnosisSpan, modifierSets, modifierSpan, source } from "./sets.js";
import type { TableName } from "./vocabulary.js";
import { columnsOf, dateFields, numberFields, payers, payerTexts, settings, textFields } from "./vocabulary.js";

/** True where the field's value is among some; in a table rule sometimes those of a cell. */
export function among(table: TableName | null, side: Arbitrary<Side>): Arbitrary<Condition> {
  const column = (name: string): Arbitrary<readonly string[]> =>
    table === "Covered" ? mostlyNone([name], 1, 30) : fc.constant([]);
  const diagnoses = kind("diagnoses", source(diagnosisSets, diagnosisSpan, columnsOf(table, "diagnosis")));
  const codes = kind("codes", source(codeSets, codeSpan, columnsOf(table, "code")));
  const modifiers = kind("modifiers", source(modifierSets, modifierSpan, table === "Pairs" ? ["modifier"] : []));
  const payer = fc.record({
    names: mostlyNone(payers, 2, 40),
    texts: mostlyNone(payerTexts, 2, 60),
    columns: column("payer"),
  });
  const setting = fc.record({ names: mostlyNone(settings, 2, 20), columns: column("setting") });
  const bill = fc.record({ prefixes: mostlyNone(["13", "8", "131"], 2, 20), columns: column("bill") });
  const choices: (readonly [string, Arbitrary<Values>])[] = [
    ["modifiers", modifiers],
    ["diagnoses", diagnoses],
    ["primary diagnosis", diagnoses],
    ["code", codes],
    ["plan", codes],
    ["payer", kind("payers", payer)],
    ["setting", kind("settings", setting)],
    ["bill", kind("bills", bill)],
    ...plainFields.map(({ field, type, values }): [string, Arbitrary<Values>] => [field, plain(table, type, values)]),
  ];
  return fc.oneof(
    ...choices.map(([field, values]) =>
      fc.record({ kind: fc.constant("in" as const), field: fc.constant(field), values, on: side }),
    ),
  );
}

/** Fields whose `is` means equality. */
const plainFields: {
  readonly field: string;
  readonly type: ValueType;
  readonly values: readonly (string | number)[];
}[] = [
  ...Object.entries(textFields)
    .filter(([field]) => !["payer", "setting", "bill"].includes(field))
    .map(([field, values]) => ({ field, type: "text" as const, values })),
  ...Object.entries(numberFields).map(([field, values]) => ({ field, type: "number" as const, values })),
  ...Object.entries(dateFields).map(([field, values]) => ({ field, type: "date" as const, values })),
];

function plain(table: TableName | null, type: ValueType, values: readonly (string | number)[]): Arbitrary<Values> {
  const columns = mostlyNone(columnsOf(table, type), 1, 40);
  return kind("plain", fc.record({ type: fc.constant(type), values: someOf([...new Set(values)], 3, 1), columns }));
}

function kind<K extends string, T extends object>(kind: K, rest: Arbitrary<T>): Arbitrary<T & { readonly kind: K }> {
  return rest.map((own) => ({ kind, ...own }));
}
