/**
 * Whether one condition follows from another, whatever the lines. What is answered `true` is proven; `false` says only
 * that it was not.
 */
import type { Comparison, Operand } from "@edict/rulebook";
import type { KnownRows } from "../normal/rows.js";
import type { NormalCondition, Question } from "../normal/condition.js";
import { keyOf } from "../normal/condition.js";
import { isWithin } from "../normal/dated-set.js";
import { isCovered, isSettingWithin } from "../normal/patterns.js";
import type { Direction } from "./direction.js";
import { byWithin } from "./direction.js";

/** How the lines for which a condition is true change. */
export function compareConditions(base: NormalCondition, head: NormalCondition, rows: KnownRows): Direction {
  return byWithin(implies(base, head, rows), implies(head, base, rows));
}

export function implies(one: NormalCondition, other: NormalCondition, rows: KnownRows): boolean {
  if (one.kind === "never" || other.kind === "always" || keyOf(one) === keyOf(other)) return true;
  if (one.kind === "any") return one.of.every((part) => implies(part, other, rows));
  if (other.kind === "all") return other.of.every((part) => implies(one, part, rows));
  if (one.kind === "all" && one.of.some((part) => implies(part, other, rows))) return true;
  if (other.kind === "any") return other.of.some((part) => implies(one, part, rows));
  if (one.kind !== "question" || other.kind !== "question") return false;
  if (one.negated !== other.negated) return false;
  return one.negated
    ? questionImplies(other.question, one.question, rows)
    : questionImplies(one.question, other.question, rows);
}

function questionImplies(one: Question, other: Question, rows: KnownRows): boolean {
  switch (one.kind) {
    case "in-set":
      return (
        other.kind === "in-set" &&
        sameLines(one, other) &&
        isWithin(one.set, other.set) &&
        one.columns.every((column) => other.columns.includes(column))
      );
    case "among":
      return (
        other.kind === "among" &&
        sameLines(one, other) &&
        isCovered(one.values, other.values) &&
        one.columns.every((column) => other.columns.includes(column)) &&
        (one.columns.length === 0 || keyOf(one.known) === keyOf(other.known))
      );
    case "in-settings":
      return (
        other.kind === "in-settings" &&
        reaches(one.on, other.on) &&
        isSettingWithin(one.settings, other.settings) &&
        one.columns.length === 0
      );
    case "compare":
      return other.kind === "compare" && comparisonImplies(one, other);
    case "present":
      return other.kind === "present" && one.field === other.field && reaches(one.on, other.on);
    case "row":
      return other.kind === "row" && rowImplies(one, other, rows);
  }
}

function rowImplies(
  one: Extract<Question, { kind: "row" }>,
  other: Extract<Question, { kind: "row" }>,
  rows: KnownRows,
): boolean {
  const relation = rows.compare(one.rows, other.rows);
  return (relation === "same" || relation === "more") && implies(one.where, other.where, rows);
}

function sameLines(
  one: { readonly field: string; readonly on: string },
  other: { readonly field: string; readonly on: string },
): boolean {
  return one.field === other.field && reaches(one.on, other.on);
}

/** What is true of the subject or of the companion is true of either. */
function reaches(one: string, other: string): boolean {
  return one === other || other === "either";
}

function comparisonImplies(
  one: Extract<Question, { kind: "compare" }>,
  other: Extract<Question, { kind: "compare" }>,
): boolean {
  if (!reaches(one.on, other.on) || keyOf([one.left, one.known]) !== keyOf([other.left, other.known])) return false;
  const [low, high] = [valueOf(one.right), valueOf(other.right)];
  const isBySize = typeof low !== "number" || (one.bySize && other.bySize);
  if (low === null || high === null || typeof low !== typeof high || !isBySize) {
    return one.comparison === other.comparison && keyOf(one.right) === keyOf(other.right);
  }
  return valueImplies(one.comparison, low, other.comparison, high);
}

/** Whether `x ONE first` gives `x OTHER second`, for every x that is ordered with them. */
function valueImplies<Value extends number | string>(
  one: Comparison,
  first: Value,
  other: Comparison,
  second: Value,
): boolean {
  switch (other) {
    case "=":
      return one === "=" && first === second;
    case "!=":
      return (
        (one === "!=" && first === second) ||
        (one === "=" && first !== second) ||
        (one === "<" && first <= second) ||
        (one === "<=" && first < second) ||
        (one === ">" && first >= second) ||
        (one === ">=" && first > second)
      );
    case "<":
      return (one === "<" && first <= second) || ((one === "<=" || one === "=") && first < second);
    case "<=":
      return (one === "<" || one === "<=" || one === "=") && first <= second;
    case ">":
      return (one === ">" && first >= second) || ((one === ">=" || one === "=") && first > second);
    case ">=":
      return (one === ">" || one === ">=" || one === "=") && first >= second;
  }
}

/** Numbers and dates; other texts are compared where they are equal alone, since a list of them has no order. */
function valueOf(operand: Operand): number | string | null {
  switch (operand.kind) {
    case "number":
    case "date":
      return operand.value;
    case "text":
    case "code":
    case "field":
    case "row":
      return null;
  }
}
