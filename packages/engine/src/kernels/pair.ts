/** A subject and a companion in a table of pairs: what the ways of finding them share. */
import type { RuleRun } from "../findings/raised.js";
import type { Patient } from "../patient/patient.js";
import type { CompanionPlan } from "../plan/check-plan.js";
import type { PairIndex } from "../plan/pair-index.js";
import { firstEntry, mayHave, nextEntry, rowOfEntry } from "../plan/pair-index.js";
import type { RulePlan, VersionPlan } from "../plan/rule-plan.js";
import { isAlike } from "./companion.js";
import { isReached, rowHolds } from "./judge.js";

/** The rule, its table and the patient at hand. */
export interface Pairs {
  readonly check: CompanionPlan;
  readonly index: PairIndex;
  readonly rule: RulePlan;
  readonly version: VersionPlan;
  readonly patient: Patient;
  readonly run: RuleRun;
}

/** The best companion so far: the first row, within it the nearest. */
export interface PairFound {
  row: number;
  line: number;
  distance: number;
}

export function noneFound(): PairFound {
  return { row: -1, line: -1, distance: 0 };
}

/** What is found for each line of a day, by its place among them. Written over for each day. */
export class FoundOnDay {
  private readonly found: PairFound[] = [];

  /** Begins with so many lines, for which nothing is found. */
  forget(count: number): void {
    while (this.found.length < count) this.found.push(noneFound());
    for (let at = 0; at < count; at++) this.of(at).row = -1;
  }

  of(place: number): PairFound {
    const found = this.found[place];
    if (found === undefined) throw new Error("a day is begun with all of its lines");
    return found;
  }
}

/** Whether a line is one that the rule looks at: some row has its code as a subject, and the rule's clauses reach it. */
export function isSubject({ check, index, rule, version, patient }: Pairs, line: number): boolean {
  const { codes, days } = patient.plan.names;
  // Below 0 by the sign of subjects.
  if ((index.hashes[codes[line] ?? 0] ?? 0) >= 0) return false;
  if (!isReached(rule, version, line, days[line] ?? 0, -1)) return false;
  return check.subject.having === null || check.subject.having(line, -1);
}

/** Whether the table may have the codes of two lines together. */
export function mayPair({ index, patient }: Pairs, line: number, other: number): boolean {
  const { codes } = patient.plan.names;
  return mayHave(index, index.hashes[codes[line] ?? 0] ?? 0, index.hashes[codes[other] ?? 0] ?? 0);
}

/** The rows of a subject's code and that of a companion in scope. The filter has let them through, mostly rightly. */
export function tryRows(
  { check, index, version, patient }: Pairs,
  subject: number,
  other: number,
  found: PairFound,
): void {
  const { passes } = version;
  const { having } = check.companion;
  const { codes, days, charges } = patient.plan.names;
  const cell = index.subjects.ofCode(codes[subject] ?? 0);
  const otherCell = index.companions.ofCode(codes[other] ?? 0);
  let entry = cell < 0 || otherCell < 0 ? -1 : firstEntry(index, cell, otherCell);
  if (entry < 0 || !isAlike(check, patient, subject, other)) return;
  const distance = Math.abs((days[other] ?? 0) - (days[subject] ?? 0));
  // The rows of a pair rise: what comes after the best row so far cannot be better.
  for (; entry >= 0; entry = nextEntry(index, entry, cell, otherCell)) {
    const row = rowOfEntry(index, entry);
    if (found.row >= 0 && row > found.row) return;
    const isNearer =
      row !== found.row ||
      distance < found.distance ||
      (distance === found.distance && (charges.order[other] ?? 0) < (charges.order[found.line] ?? 0));
    if (!isNearer || !rowHolds(version, subject, row)) continue;
    if (having !== null && !having(other, row)) continue;
    if (passes !== null && !passes.test(subject, other, row)) continue;
    found.row = row;
    found.line = other;
    found.distance = distance;
    return;
  }
}

/** The finding of a subject, where there is one. */
export function raise({ version, run }: Pairs, subject: number, { row, line }: PairFound): void {
  if (row >= 0) run.find(subject, version, row, { nearest: line, others: [line], count: null, allowed: null });
}
