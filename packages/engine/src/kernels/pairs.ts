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
import { firstEntry, nextEntry, rowOfEntry } from "../plan/pair-index.js";
import type { RulePlan, VersionPlan } from "../plan/rule-plan.js";
import { firstDayOf, isInScope, lastDayOf } from "../plan/window-days.js";
import type { WindowDays } from "../plan/window-days.js";
import { isAlike } from "./companion.js";
import { CompanionGroups } from "./companions.js";
import { isReached, rowHolds } from "./judge.js";
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
  const { days } = patient.plan.names;
  const { start, end, pairLines } = patient;
  const isNarrowed = check.scope.keys.length > 0 || check.scope.episode !== null;
  const pairs: Pairs = { check, index, version, patient, window: noWindow, found: { row: -1, line: -1, distance: 0 } };
  const { found } = pairs;
  let stretch: LineList | null = null;
  let alike: CompanionGroups | null = null;
  let candidates: PairCandidates | null = null;
  pairLines.fill(check, index, patient);
  const { subjects } = pairLines;
  // Lines rise by date: what follows from a day alone is worked out where the day is new.
  let windowDay = Number.NaN;
  let from = 0;
  let to = 0;
  for (let subject = start; subject < end; subject++) {
    const cell = subjects[subject - start] ?? -1;
    const day = days[subject] ?? 0;
    if (cell < 0 || !isReached(rule, version, subject, day, -1)) continue;
    if (check.subject.having !== null && !check.subject.having(subject, -1)) continue;
    run.chosenOnce();
    if (day !== windowDay) {
      windowDay = day;
      if (check.scope.isOneDay) {
        for (from = subject; from > start && days[from - 1] === day;) from -= 1;
        for (to = subject + 1; to < end && days[to] === day;) to += 1;
      } else {
        pairs.window = check.scope.days(day);
        from = patient.firstLineFrom(firstDayOf(pairs.window, day));
        to = patient.firstLineFrom(lastDayOf(pairs.window, day) + 1);
      }
    }
    if (to - from === 1) continue;
    found.row = -1;
    found.line = -1;
    if (to - from <= mostInScope) lookUp(pairs, subject, cell, null, from, to);
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
 * themselves. Almost every one ends at the first key of the scope, read in order, or at one bit of the table's filter. It
 * relies on `PairLines` holding the patient, and asks what `mayHave` does, with each line's part of it ready.
 */
function lookUp(pairs: Pairs, subject: number, cell: number, items: Int32Array | null, from: number, to: number): void {
  const { check, index, patient, window } = pairs;
  const { keys, starts, masks, hashes, companions } = patient.pairLines;
  const { words } = index.filter;
  const { bySubject } = index;
  const first = patient.start;
  const ownPlace = subject - first;
  const own = keys[ownPlace] ?? 0;
  const key = check.scope.keys[0] ?? null;
  if (key !== null && own === key.blank) return;
  const { days } = patient.plan.names;
  for (let at = from; at < to; at++) {
    const other = items === null ? at : (items[at] ?? 0);
    const place = other - first;
    if (keys[place] !== own || other === subject) continue;
    const firstPlace = bySubject ? ownPlace : place;
    const hash = hashes[bySubject ? place : ownPlace] ?? 0;
    const start = starts[firstPlace] ?? 0;
    const mask = masks[firstPlace] ?? 0;
    const one = hash & mask;
    if ((((words[start + (one >>> 5)] ?? 0) >>> one) & 1) === 0) continue;
    const two = (hash >>> 16) & mask;
    if ((((words[start + (two >>> 5)] ?? 0) >>> two) & 1) === 0) continue;
    const companion = companions[place] ?? -1;
    if (companion < 0) continue;
    if (!check.scope.isOneDay && !isInScope(window, days[subject] ?? 0, days[other] ?? 0)) continue;
    tryRows(pairs, subject, cell, other, companion);
  }
}

/** The rows of a pair of codes, of which nearly always there is none. */
function tryRows(pairs: Pairs, subject: number, cell: number, other: number, otherCell: number): void {
  const { check, index, version, patient, found } = pairs;
  const { passes } = version;
  const { having } = check.companion;
  const { days, charges } = patient.plan.names;
  let entry = firstEntry(index, cell, otherCell);
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

/** All lines of a patient. */
function allLines(patient: Patient): LineList {
  const items = Int32Array.from({ length: patient.end - patient.start }, (_, at) => patient.start + at);
  return { items, from: 0, to: items.length };
}
