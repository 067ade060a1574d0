/** How a choice of lines, or an amount, stands to another. */
import type { Amount } from "@edict/rulebook";
import type { NormalCodes } from "../normal/book.js";
import type { NormalLines } from "../normal/clauses.js";
import { keyOf } from "../normal/condition.js";
import { isWithin } from "../normal/dated-set.js";
import type { KnownRows } from "../normal/rows.js";
import { compareConditions } from "./conditions.js";
import type { Direction } from "./direction.js";
import { allOf, byWithin, sameOr } from "./direction.js";

/** `more` where the second chooses every line that the first does. */
export function compareLines(base: NormalLines, head: NormalLines, rows: KnownRows): Direction {
  return allOf([
    byWithin(areCodesWithin(base.codes, head.codes), areCodesWithin(head.codes, base.codes)),
    compareConditions(base.having, head.having, rows),
  ]);
}

function areCodesWithin(one: NormalCodes, other: NormalCodes): boolean {
  return (
    isWithin(one.set, other.set) &&
    one.columns.every((column) => other.columns.includes(column)) &&
    isWithin(other.except, one.except) &&
    other.exceptColumns.every((column) => one.exceptColumns.includes(column))
  );
}

/** `more` where the second is never smaller. */
export function compareAmounts(base: Amount, head: Amount): Direction {
  if (base.kind === "number" && head.kind === "number") {
    return byWithin(base.value <= head.value, head.value <= base.value);
  }
  return sameOr(keyOf(base) === keyOf(head));
}
