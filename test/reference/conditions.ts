/** Is a condition true (`language.md` section 4, Conditions)? A comparison with a blank is false, so `not` of it is true. */
import type { CompareCondition, Condition, InCondition, Operand, Values } from "@edict/rulebook";
import { compareBytes } from "@edict/rulebook";
import type { At } from "./book.js";
import { cellOf, cellText, rowsOfTable } from "./book.js";
import { valueOf, valuesOf, withoutDot } from "./fields.js";
import type { Line } from "./lines.js";
import { billStartsWith, isInSetting, isOfPayer, isOfPayerText, isOfSettingText } from "./payers.js";
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

/** `units > 4`, `row.payer = payer`. Of a list, one value must compare; `!=` says that none is equal (ruling 49). */
function compares({ left, comparison, right }: CompareCondition, line: Line, at: At): boolean {
  const [lefts, rights] = [operandOf(left, line, at), operandOf(right, line, at)];
  const tellsOfPlace = comparison === "=" && (isField(left, "setting") || isField(right, "setting"));
  if ((lefts.length === 0 || rights.length === 0) && !tellsOfPlace) return false;
  const isEqual = (): boolean => {
    if (isField(left, "payer")) return rights.some((text) => isOfPayerText(at.book.rulebook, line, String(text)));
    if (isField(right, "payer")) return lefts.some((text) => isOfPayerText(at.book.rulebook, line, String(text)));
    if (isField(left, "setting")) return rights.some((text) => isOfSettingText(at.book.rulebook, line, String(text)));
    if (isField(right, "setting")) return lefts.some((text) => isOfSettingText(at.book.rulebook, line, String(text)));
    return lefts.some((own) => rights.some((wanted) => order(own, wanted, left, right) === 0));
  };
  switch (comparison) {
    case "=":
      return isEqual();
    case "!=":
      return !isEqual();
    case "<":
    case "<=":
    case ">":
    case ">=":
      return lefts.some((own) => rights.some((wanted) => stands(comparison, order(own, wanted, left, right))));
  }
}

/** The values of one side; none where it is blank. */
function operandOf(operand: Operand, line: Line, { row }: At): readonly (string | number)[] {
  switch (operand.kind) {
    case "field":
      return valuesOf(line, operand.field);
    case "row": {
      const cell = cellOf(row, operand.column);
      return cell === null ? [] : [cell];
    }
    case "number":
    case "text":
    case "date":
    case "code":
      return [operand.value];
  }
}

/** Numbers by size; dates, texts and codes by bytes, which for ISO dates is the calendar. Diagnoses lose their dot. */
function order(own: string | number, wanted: string | number, left: Operand, right: Operand): number {
  if (typeof own === "number" && typeof wanted === "number") return own - wanted;
  const isDiagnosis = [left, right].some((side) => isField(side, "diagnoses") || isField(side, "primary diagnosis"));
  const [first, second] = isDiagnosis ? [withoutDot(String(own)), withoutDot(String(wanted))] : [own, wanted];
  return compareBytes(String(first), String(second));
}

function stands(comparison: "<" | "<=" | ">" | ">=", order: number): boolean {
  switch (comparison) {
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

function isField(operand: Operand, field: string): boolean {
  return operand.kind === "field" && operand.field === field;
}
