/** The mentions of conditions: fields, values, and both sides of comparisons. */
import type { Condition, FieldReference, Operand, RowReference, Value } from "../../ast/nodes.js";
import { leavesOf } from "../../checks/condition-list.js";
import type { Source } from "../../source/source.js";
import type { RowsOf, Take } from "./mention.js";
import { takeText } from "./quoted.js";

/** Where a condition stands. */
export interface ConditionPlace {
  readonly source: Source;
  /** The rows that `row.x` reads. */
  readonly rows: RowsOf;
}

/** Takes all that a condition mentions. */
export function mentionsOfCondition(place: ConditionPlace, condition: Condition, take: Take): void {
  for (const leaf of leavesOf(condition)) {
    switch (leaf.kind) {
      case "membership":
        take(leaf.field, leaf.field.text, { kind: "field" });
        for (const value of leaf.values) mentionsOfValue(place, leaf.field, value, false, take);
        break;
      case "presence":
        take(leaf.field, leaf.field.text, { kind: "field" });
        break;
      case "comparison":
        ofOperand(place, leaf.left, wordsOf(leaf.right), take);
        ofOperand(place, leaf.right, wordsOf(leaf.left), take);
        break;
    }
  }
}

/** Takes what a value after `is`, `in` or a test's field mentions. */
export function mentionsOfValue(
  { source, rows }: ConditionPlace,
  field: FieldReference,
  value: Value,
  inTest: boolean,
  take: Take,
): void {
  const stands = { kind: "value", field: field.text, quoted: false, inTest } as const;
  switch (value.kind) {
    case "word":
      take(value, value.text, stands);
      return;
    case "range-literal":
      take(value.first, value.first.text, stands);
      take(value.last, value.last.text, stands);
      return;
    case "row-reference":
      mentionOfRow(value, rows, field.text, take);
      return;
    case "text-literal":
      takeText(source, value, { ...stands, quoted: true }, take);
      return;
    case "number-literal":
    case "date-literal":
      return;
  }
}

/** Takes the column of `row.x`. */
export function mentionOfRow(reference: RowReference, rows: RowsOf, beside: string | null, take: Take): void {
  take(reference.column, reference.column.text, { kind: "column", rows, beside, inMessage: false });
}

function ofOperand({ source, rows }: ConditionPlace, operand: Operand, beside: string | null, take: Take): void {
  switch (operand.kind) {
    case "field-reference":
    case "word":
      take(operand, operand.text, { kind: "operand", beside, quoted: false });
      return;
    case "row-reference":
      mentionOfRow(operand, rows, beside, take);
      return;
    case "text-literal":
      takeText(source, operand, { kind: "operand", beside, quoted: true }, take);
      return;
    case "number-literal":
      // Five digits beside a field of codes are a code.
      take(operand, source.text.slice(operand.start, operand.end), { kind: "operand", beside, quoted: false });
      return;
    case "date-literal":
      return;
  }
}

function wordsOf(operand: Operand): string | null {
  return operand.kind === "field-reference" || operand.kind === "word" ? operand.text : null;
}
