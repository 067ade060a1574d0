/** What every kernel asks of a subject line first: does it stand under this version of the rule, and do its clauses reach it. */
import type { RulePlan, VersionPlan } from "../plan/rule-plan.js";

/** The line's own version of the rule is this one. */
export function standsUnder(rule: RulePlan, version: VersionPlan, line: number, row: number): boolean {
  return rule.versionOf === null || rule.versionOf(line, row) === version.index;
}

/** The line stands under this version, and `for`, `in` and `effective` hold; `day` is the line's. */
export function isReached(rule: RulePlan, version: VersionPlan, line: number, day: number, row: number): boolean {
  const { from, to, place } = version.reach;
  if (day < from || day > to || !standsUnder(rule, version, line, row)) return false;
  return place === null || place(line);
}

/** The dates of the table's row hold. */
export function rowHolds(version: VersionPlan, line: number, row: number): boolean {
  const { rowDates } = version.reach;
  return rowDates === null || rowDates(line, row);
}

/** `when` is true and `unless` is false of the subject alone. */
export function subjectPasses(version: VersionPlan, line: number, row: number): boolean {
  return version.passes === null || version.passes.test(line, -1, row);
}
