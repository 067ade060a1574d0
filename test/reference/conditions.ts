/** Is a condition true (`language.md` section 4, Conditions)? A comparison with a blank is false, so `not` of it is true. */
import type { CompareCondition, Comparison, Condition, InCondition, Operand, Values } from "@edict/rulebook";
import { compareBytes } from "@edict/rulebook";
import type { At } from "./book.js";
import { cellOf, cellText, rowsOfTable } from "./book.js";
import type { Value } from "./fields.js";
import { valueOf, valuesOf, withoutDot } from "./fields.js";
import type { Line } from "./lines.js";
import { billStartsWith, isInSetting, isOfPayer, isOfPayerText } from "./payers.js";
import { codeIn, diagnosisIn, modifierIn } from "./sets.js";

/** True where the condition holds of the lines and the row at hand. */
export function holds(condition: Condition, at: At): boolean {
  switch (condition.kind) {
    case "all":
      return condition.of.every((part) => holds(part, at));
    case "any":
      return condition.of.some((part) => holds(part, at));
    case "not":
      return !holds(condition.of, at);
    case "in":
      return linesMeant(condition.on, at).some((line) => isAmong(condition, line, at));
    case "compare":
      return linesMeant(condition.on, at).some((line) => compares(condition, line, at));
    case "presence":
      return linesMeant(condition.on, at).some(
        (line) => (valueOf(line, condition.field) === null) === (condition.is === "missing"),
      );
    case "row":
      return rowsOfTable(at.book, condition.table).some((row) => holds(condition.where, { ...at, row }));
  }
}

/** `on the other line`, `on either line`; the subject where the condition does not say. */
function linesMeant(on: "subject" | "other" | "either", at: At): Line[] {
  if (on === "subject") return [at.subject];
  if (at.other === null) throw new Error("a condition speaks of the other line where there is none; only pairs may");
  return on === "other" ? [at.other] : [at.subject, at.other];
}

/** `FIELD is …`, `FIELD in …`: one of the line's values is among those named. */
function isAmong({ field, values }: InCondition, line: Line, at: At): boolean {
  if (values.kind === "payers") {
    if (isOfPayer(at.book.rulebook, line, values.names)) return true;
    return [...values.texts, ...cells(values, at)].some((text) => isOfPayerText(at.book.rulebook, line, text));
  }
  if (values.kind === "settings") {
    return [...values.names, ...cells(values, at)].some((name) => isInSetting(at.book.rulebook, line, name));
  }
  return valuesOf(line, field).some((value) => isOneValueAmong(value, values, line, at));
}

function isOneValueAmong(
  value: string | number,
  values: Exclude<Values, { readonly kind: "payers" | "settings" }>,
  line: Line,
  at: At,
): boolean {
  switch (values.kind) {
    case "codes":
      return codeIn(values, String(value), line.date, at.row, at.book);
    case "diagnoses":
      return diagnosisIn(values, String(value), line.date, at.row, at.book);
    case "modifiers":
      return modifierIn(values, String(value), line.date, at.row, at.book);
    case "bills":
      return [...values.prefixes, ...cells(values, at)].some((prefix) => billStartsWith(String(value), prefix));
    case "plain":
      return [...values.values, ...cells(values, at)].some((wanted) => String(wanted) === String(value));
  }
}

function cells({ columns }: { readonly columns: readonly string[] }, { row }: At): string[] {
  return columns.map((column) => cellText(row, column)).filter((cell) => cell !== null);
}

/** `units > 4`, `row.payer = payer`. */
function compares({ left, comparison, right }: CompareCondition, line: Line, at: At): boolean {
  const [own, wanted] = [operandOf(left, line, at), operandOf(right, line, at)];
  if (own === null || wanted === null) return false;
  const text = isPayer(left) ? wanted : isPayer(right) ? own : null;
  if (text !== null && (comparison === "=" || comparison === "!=")) {
    return isOfPayerText(at.book.rulebook, line, String(text)) === (comparison === "=");
  }
  return stands(comparison, order(own, wanted));
}

function operandOf(operand: Operand, line: Line, { row }: At): Value {
  switch (operand.kind) {
    case "field":
      return valueOf(line, operand.field);
    case "row":
      return row?.cells.get(operand.column)?.column.type === "diagnosis"
        ? withoutDot(cellText(row, operand.column) ?? "") || null
        : cellOf(row, operand.column);
    case "number":
    case "text":
    case "date":
    case "code":
      return operand.value;
  }
}

/** Numbers by size; dates, texts and codes by bytes, which for ISO dates is the calendar. */
function order(left: Value, right: Value): number {
  return typeof left === "number" && typeof right === "number"
    ? left - right
    : compareBytes(String(left), String(right));
}

function stands(comparison: Comparison, order: number): boolean {
  switch (comparison) {
    case "=":
      return order === 0;
    case "!=":
      return order !== 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
  }
}

function isPayer(operand: Operand): boolean {
  return operand.kind === "field" && operand.field === "payer";
}
