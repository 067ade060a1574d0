/** Random comparisons such as `units > 4` and `row.payer = payer`, with the sides either way round. */
import type { Comparison, Condition, Operand, Side } from "@edict/rulebook";
import fc from "fast-check";
import type { Arbitrary } from "fast-check";
import { date, oneOf } from "./plain.js";
import type { TableName } from "./vocabulary.js";
import {
  codeFields,
  codes,
  columnsOf,
  dateFields,
  diagnoses,
  modifiers,
  numberFields,
  payerTexts,
  textFields,
} from "./vocabulary.js";

/** Two operands that may be compared, and how. */
interface Pair {
  readonly left: Arbitrary<Operand>;
  readonly right: Arbitrary<Operand>;
  readonly comparisons: readonly Comparison[];
}

const orders: readonly Comparison[] = ["=", "!=", "<", "<=", ">", ">="];

/** A comparison; in a table rule sometimes with a cell. */
export function compared(table: TableName | null, side: Arbitrary<Side>): Arbitrary<Condition> {
  return fc.oneof(
    ...pairs(table).map(({ left, right, comparisons }) =>
      fc
        .tuple(left, right, oneOf(comparisons), side, fc.boolean())
        .map(([left, right, comparison, on, turned]): Condition => {
          const [first, second] = turned ? [right, left] : [left, right];
          return { kind: "compare", left: first, comparison, right: second, on };
        }),
    ),
  );
}

function pairs(table: TableName | null): Pair[] {
  const numbers = oneOf([0, 1, 2, 4, 18, 0.3]).map((value): Operand => ({ kind: "number", value }));
  const texts = oneOf(["prostate", "5", "22", "A", "C1"]).map((value): Operand => ({ kind: "text", value }));
  const payerText = oneOf(payerTexts).map((value): Operand => ({ kind: "text", value }));
  const settingText = oneOf(["hospital", "FREESTANDING", "elsewhere"]).map((value): Operand => ({
    kind: "text",
    value,
  }));
  const days = date.map((value): Operand => ({ kind: "date", value }));
  const oneCode = oneOf(codes).map((value): Operand => ({ kind: "code", value }));
  const numberCells = cells(columnsOf(table, "number"));
  const dateCells = cells(columnsOf(table, "date"));
  const texted = (column: string): string[] => columnsOf(table, "text").filter((name) => name === column);
  const payerCells = cells(texted("payer"));
  return [
    ofFields(Object.keys(numberFields), [numbers, ...numberCells]),
    ofFields(Object.keys(dateFields), [days, ...dateCells]),
    ofFields(
      Object.keys(textFields).filter((name) => name !== "payer" && name !== "setting"),
      [texts, ...cells(columnsOf(table, "text"))],
    ),
    ofFields(Object.keys(codeFields), [oneCode, ...cells(columnsOf(table, "code"))]),
    // A number in a column of texts, or a field of texts with a column of numbers.
    { left: field(["place", "tumor_site", "line"]), right: fc.oneof(numbers, ...numberCells), comparisons: orders },
    {
      left: field(["setting"]),
      right: fc.oneof(settingText, ...cells(texted("setting"))),
      comparisons: ["=", "!="],
    },
    {
      left: field(["modifiers"]),
      right: fc.oneof(...listTexts(modifiers), ...cells(texted("modifier"))),
      comparisons: ["=", "!="],
    },
    {
      left: field(["diagnoses", "primary diagnosis"]),
      right: fc.oneof(...listTexts(diagnoses)),
      comparisons: ["=", "!="],
    },
    { left: field(["payer"]), right: fc.oneof(payerText, ...payerCells), comparisons: ["=", "!="] },
    ...numberCells.map((left) => ({ left, right: numbers, comparisons: orders })),
    ...dateCells.map((left) => ({ left, right: days, comparisons: orders })),
    ...cells(columnsOf(table, "diagnosis")).map((right) => ({
      left: field(["diagnoses", "primary diagnosis"]),
      right,
      comparisons: orders,
    })),
  ];
}

function listTexts(values: readonly string[]): Arbitrary<Operand>[] {
  return values.map((value) => fc.constant({ kind: "text", value }));
}

function ofFields(names: readonly string[], others: readonly Arbitrary<Operand>[]): Pair {
  return { left: field(names), right: fc.oneof(...others, field(names)), comparisons: orders };
}

function field(names: readonly string[]): Arbitrary<Operand> {
  return oneOf(names).map((name) => ({ kind: "field", field: name }));
}

/** A cell of one of some columns; nothing where there are none. */
function cells(names: readonly string[]): Arbitrary<Operand>[] {
  return names.length === 0 ? [] : [oneOf(names).map((column) => ({ kind: "row", column }))];
}
