/**
 * Conditions in English: `its modifier is one of 59 and XE`, `either line's place is 11`. `its` is the line that the rule
 * looks at.
 */
import type { CompareCondition, Condition, InCondition, Operand, Side } from "@edict/rulebook";
import { fieldTypes, isBuiltInField } from "@edict/rulebook";
import { oneOf } from "./phrases.js";
import { bareFields, moneyWords, quoted, valuesWords } from "./values.js";

/** A condition as what must be true; `denied` says that it must not. */
export function conditionWords(condition: Condition, denied = false): string {
  switch (condition.kind) {
    case "all":
    case "any": {
      // Not all of them is any of them not, and the other way round: so a `not` is said where it is easy to hear.
      const all = (condition.kind === "all") !== denied;
      const parts = condition.of.map((part) => grouped(part, denied));
      return oneOf(parts, all ? "and" : "or") || (all ? "it is any line" : "it is no line");
    }
    case "not":
      return conditionWords(condition.of, !denied);
    case "in":
      return membershipWords(condition, denied);
    case "presence": {
      const { on, is } = condition;
      const field = fieldWords(condition.field);
      const filled = is === "missing" ? "missing" : "filled";
      const are = isOrAre(condition.field);
      if (!denied) return `${whose(on)} ${field} ${are} ${filled}`;
      if (on === "either") return `neither line's ${field} ${are} ${filled}`;
      return `${whose(on)} ${field} ${are} ${is === "missing" ? "filled" : "missing"}`;
    }
    case "compare":
      // A comparison with a blank is false, and `not` of it true: "it is not so that" keeps that meaning, "is at most" would not.
      return (denied ? "it is not so that " : "") + comparedWords(condition);
    case "row":
      return `${denied ? "no row" : "a row"} of ${condition.table} says so: ${conditionWords(condition.where)}`;
  }
}

function membershipWords({ field, values, on }: InCondition, denied: boolean): string {
  const among = (isAmongSet(values) ? "one of " : "") + oneOf(valuesWords(field, values), "or");
  if (field === "modifiers" || field === "diagnoses") {
    const one = field === "modifiers" ? "modifier" : "diagnosis";
    if (on === "either") return `${denied ? "no" : "a"} ${one} of either line is ${among}`;
    return denied ? `none of ${whose(on)} ${field} is ${among}` : `${whose(on)} ${one} is ${among}`;
  }
  // The opposite of "either line's is" is "neither line's is": a "not" would say that one of the two may be.
  if (denied && on === "either") return `neither line's ${fieldWords(field)} is ${among}`;
  return `${whose(on)} ${fieldWords(field)} is ${denied ? "not " : ""}${among}`;
}

/** Whether a set is named: its name is no value, and must not read as one. */
function isAmongSet(values: InCondition["values"]): boolean {
  return "sets" in values && values.sets.length > 0;
}

function grouped(part: Condition, denied: boolean): string {
  const text = conditionWords(part, denied);
  return part.kind === "all" || part.kind === "any" ? `(${text})` : text;
}

function comparedWords({ left, comparison, right, on }: CompareCondition): string {
  const isDate = [left, right].some(isDateOperand);
  // A fixed value is said last, whichever way round it was written.
  const isTurned = isFixed(left) && !isFixed(right);
  const [first, second] = isTurned ? [right, left] : [left, right];
  const is = first.kind === "field" ? isOrAre(first.field) : "is";
  const fixed = first.kind === "field" ? fixedWords(first.field, second) : null;
  return `${operandWords(first, on)} ${is} ${comparisonWords(isTurned ? turned[comparison] : comparison, isDate, is)}${fixed ?? operandWords(second, on)}`;
}

/** Fields of which a line has several. */
function isOrAre(field: string): "is" | "are" {
  return ["units", "modifiers", "diagnoses"].includes(field) ? "are" : "is";
}

/** A value as the field that it is compared with shows it; null where it is said as it is anywhere. */
function fixedWords(field: string, operand: Operand): string | null {
  if (operand.kind === "number" && field === "amount") return moneyWords(operand.value);
  return operand.kind === "text" && bareFields.includes(field) ? operand.value : null;
}

const turned: { readonly [C in CompareCondition["comparison"]]: CompareCondition["comparison"] } = {
  "=": "=",
  "!=": "!=",
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
};

/** What stands between the two sides, after `is`. */
function comparisonWords(comparison: CompareCondition["comparison"], isDate: boolean, is: string): string {
  switch (comparison) {
    case "=":
      return "";
    case "!=":
      // A blank is not unequal to anything.
      return `filled and ${is} not `;
    case "<":
      return isDate ? "before " : "less than ";
    case "<=":
      return isDate ? "on or before " : "at most ";
    case ">":
      return isDate ? "after " : "more than ";
    case ">=":
      return isDate ? "on or after " : "at least ";
  }
}

function isDateOperand(operand: Operand): boolean {
  if (operand.kind === "field") return isBuiltInField(operand.field) && fieldTypes[operand.field] === "date";
  return operand.kind === "date";
}

function isFixed(operand: Operand): boolean {
  return operand.kind !== "field" && operand.kind !== "row";
}

function operandWords(operand: Operand, on: Side): string {
  switch (operand.kind) {
    case "field":
      return `${whose(on)} ${fieldWords(operand.field)}`;
    case "row":
      return `the row's ${operand.column}`;
    case "number":
      return String(operand.value);
    case "text":
      return quoted(operand.value);
    case "date":
    case "code":
      return operand.value;
  }
}

function whose(on: Side): string {
  return on === "subject" ? "its" : on === "other" ? "the other line's" : "either line's";
}

const otherWords: ReadonlyMap<string, string> = new Map([
  ["bill", "type of bill"],
  ["place", "place of service"],
  ["revenue", "revenue code"],
  ["date", "date of service"],
  ["birth", "date of birth"],
  ["form", "form of claim"],
  ["line", "line number"],
]);

/** A field as a sentence calls it. */
export function fieldWords(field: string): string {
  return otherWords.get(field) ?? field.replaceAll("_", " ");
}
