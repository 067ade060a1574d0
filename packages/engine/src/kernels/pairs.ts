/**
 * The companion kernel for a table of pairs (`for each row of PtpEdits … bundle row.column2 into row.column1`): instead
 * of a check for each row, the codes that stand together are looked up in the table. The first row in table order that
 * raises a finding gives it, with the nearest companion within that row (`language.md` section 8, ruling 11). Tables
 * whose row says more of the subject than its code (`having`, the dates of an override) are not judged here but row by row.
 */
import type { RuleRun } from "../findings/raised.js";
import type { LineList } from "../patient/line-list.js";
import { emptyList } from "../patient/line-list.js";
import type { Patient } from "../patient/patient.js";
import type { CompanionPlan } from "../plan/check-plan.js";
import type { PairIndex } from "../plan/pair-index.js";
import { endOfPair, firstEntry, hashOfSubject, mayHave, rowOfEntry } from "../plan/pair-index.js";
import type { RulePlan, VersionPlan } from "../plan/rule-plan.js";
import { firstDayOf, isInScope, lastDayOf } from "../plan/window-days.js";
import type { WindowDays } from "../plan/window-days.js";
import { isAlike } from "./companion.js";
import { CompanionGroups } from "./companions.js";
import { rowHolds, standsUnder } from "./judge.js";
import { PairCandidates } from "./pair-candidates.js";

/** Up to so many lines in the days of a subject's scope, each is looked up in the table. */
let mostInScope = 48;

/** For tests, which want both ways walked on small patients. Returns what it was. */
export function setMostInScope(lines: number): number {
  const before = mostInScope;
  mostInScope = lines;
  return before;
}

/** The best companion so far: the first row, within it the nearest. */
export interface PairFound {
  row: number;
  line: number;
  distance: number;
}

export function pairKernel(
  check: CompanionPlan,
  index: PairIndex,
  rule: RulePlan,
  version: VersionPlan,
  patient: Patient,
  run: RuleRun,
): void {
  const { days, codes } = patient.plan.names;
  const { starts, bySubject } = index;
  const { cellOfCode } = index.subjects;
  const subjects = patient.ofChoice(check.subject.choice.widest);
  const isNarrowed = check.scope.keys.length > 0 || check.scope.episode !== null;
  const pairs: Pairs = { check, index, version, patient, window: noWindow, found: { row: -1, line: -1, distance: 0 } };
  const { found } = pairs;
  let stretch: LineList | null = null;
  let alike: CompanionGroups | null = null;
  let candidates: PairCandidates | null = null;
  // Subjects rise by date: what follows from a day alone is worked out where the day is new.
  let windowDay = Number.NaN;
  let first = 0;
  let end = 0;
  for (let at = subjects.from; at < subjects.to; at++) {
    const subject = subjects.items[at] ?? 0;
    if (!standsUnder(rule, version, subject, -1) || !version.reach.holds(subject)) continue;
    if (check.subject.having !== null && !check.subject.having(subject, -1)) continue;
    run.chosen(subject);
    const cell = (cellOfCode[codes[subject] ?? 0] ?? 0) - 1;
    if (cell < 0 || (bySubject && starts[cell] === starts[cell + 1])) continue;
    const day = days[subject] ?? 0;
    if (day !== windowDay) {
      windowDay = day;
      if (check.scope.isOneDay) {
        for (first = subject; first > patient.start && days[first - 1] === day;) first -= 1;
        for (end = subject + 1; end < patient.end && days[end] === day;) end += 1;
      } else {
        pairs.window = check.scope.days(day);
        first = patient.firstLineFrom(firstDayOf(pairs.window, day));
        end = patient.firstLineFrom(lastDayOf(pairs.window, day) + 1);
      }
    }
    if (end - first === 1) continue;
    found.row = -1;
    found.line = -1;
    if (end - first <= mostInScope) lookUp(pairs, subject, cell, null, first, end);
    else {
      // Many lines in these days: of those that are alike there may be few.
      if (isNarrowed) {
        alike ??= new CompanionGroups(patient, check.scope, allLines(patient), null, null);
        stretch ??= emptyList();
        alike.stretch(subject, 0, check.scope.days(day), stretch);
      }
      if (stretch !== null && stretch.to - stretch.from <= mostInScope) {
        lookUp(pairs, subject, cell, stretch.items, stretch.from, stretch.to);
      } else {
        candidates ??= new PairCandidates(check, index, version, patient);
        candidates.look(subject, check.scope.days(day), found);
      }
    }
    if (found.row >= 0) {
      const others = [found.line];
      run.find(subject, version, found.row, { nearest: found.line, others, count: null, allowed: null });
    }
  }
}

interface Pairs {
  readonly check: CompanionPlan;
  readonly index: PairIndex;
  readonly version: VersionPlan;
  readonly patient: Patient;
  /** The dates in scope of the subject at hand, where they are more than its own. */
  window: WindowDays;
  readonly found: PairFound;
}

const noWindow: WindowDays = { beforeFrom: 0, beforeTo: 0, sameDay: false, afterFrom: 0, afterTo: 0 };

/**
 * Looks up each of some lines with the subject: those at `from` up to `to` of `items`, or the lines `from` up to `to`
 * themselves. Almost every one ends at the first key of the scope, read in order, or at one bit of the table.
 */
function lookUp(pairs: Pairs, subject: number, cell: number, items: Int32Array | null, from: number, to: number): void {
  const { check, index, patient, window } = pairs;
  const { days, codes } = patient.plan.names;
  const { cellOfCode } = index.companions;
  const key = check.scope.keys[0] ?? null;
  const keyIds = key === null ? days : key.ids;
  const own = keyIds[subject] ?? 0;
  if (key !== null && own === key.blank) return;
  const hash = hashOfSubject(cell);
  const day = days[subject] ?? 0;
  for (let at = from; at < to; at++) {
    const other = items === null ? at : (items[at] ?? 0);
    if (other === subject || (key !== null && keyIds[other] !== own)) continue;
    const otherCell = (cellOfCode[codes[other] ?? 0] ?? 0) - 1;
    if (otherCell < 0 || !mayHave(index, hash, otherCell)) continue;
    if (!check.scope.isOneDay && !isInScope(window, day, days[other] ?? 0)) continue;
    tryRows(pairs, subject, cell, other, otherCell);
  }
}

/** The rows of a pair of codes, of which nearly always there is none. */
function tryRows(pairs: Pairs, subject: number, cell: number, other: number, otherCell: number): void {
  const { check, index, version, patient, found } = pairs;
  const { passes } = version;
  const { having } = check.companion;
  const { days, charges } = patient.plan.names;
  const first = firstEntry(index, cell, otherCell);
  if (first < 0 || !isAlike(check, patient, subject, other)) return;
  const end = endOfPair(index, first, cell, otherCell);
  const distance = Math.abs((days[other] ?? 0) - (days[subject] ?? 0));
  // The rows of a pair rise: what comes after the best row so far cannot be better.
  for (let entry = first; entry < end; entry++) {
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

/** All lines of a patient. */
function allLines(patient: Patient): LineList {
  const items = Int32Array.from({ length: patient.end - patient.start }, (_, at) => patient.start + at);
  return { items, from: 0, to: items.length };
}
