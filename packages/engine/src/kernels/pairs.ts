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
import { hashOfSecond } from "../plan/pair-filter.js";
import type { PairIndex } from "../plan/pair-index.js";
import { firstEntry, nextEntry, rowOfEntry } from "../plan/pair-index.js";
import type { RulePlan, VersionPlan } from "../plan/rule-plan.js";
import { firstDayOf, isInScope, lastDayOf } from "../plan/window-days.js";
import type { WindowDays } from "../plan/window-days.js";
import { isAlike } from "./companion.js";
import { CompanionGroups } from "./companions.js";
import { isReached, rowHolds } from "./judge.js";
import { PairCandidates } from "./pair-candidates.js";
import type { PairLines } from "./pair-lines.js";

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
  const { cellOfCode } = index.subjects;
  const subjects = patient.ofChoice(check.subject.choice.widest);
  const isNarrowed = check.scope.keys.length > 0 || check.scope.episode !== null;
  const { pairLines } = patient;
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
    const day = days[subject] ?? 0;
    if (!isReached(rule, version, subject, day, -1)) continue;
    if (check.subject.having !== null && !check.subject.having(subject, -1)) continue;
    run.chosenOnce();
    const cell = (cellOfCode[codes[subject] ?? 0] ?? 0) - 1;
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
      if (end - first > 1 && end - first <= mostInScope) pairLines.fill(check, index, patient, null, first, end);
    }
    if (cell < 0 || end - first === 1) continue;
    found.row = -1;
    found.line = -1;
    if (end - first <= mostInScope) lookUp(pairs, subject, cell, pairLines);
    else {
      // Many lines in these days: of those that are alike there may be few.
      if (isNarrowed) {
        alike ??= new CompanionGroups(patient, check.scope, allLines(patient), null, null);
        stretch ??= emptyList();
        alike.stretch(subject, 0, check.scope.days(day), stretch);
      }
      if (stretch !== null && stretch.to - stretch.from <= mostInScope) {
        pairLines.fill(check, index, patient, stretch.items, stretch.from, stretch.to);
        lookUp(pairs, subject, cell, pairLines);
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
 * Looks up each of the lines with the subject. Almost every one ends at the first key of the scope, read in order, or at
 * one bit of the table's filter, which relies on `PairLines` having its place ready. It is `mayHave`, written out.
 */
function lookUp(pairs: Pairs, subject: number, cell: number, others: PairLines): void {
  const { check, index, patient, window } = pairs;
  const { days } = patient.plan.names;
  const { bySubject } = index;
  const { starts, masks, words } = index.filter;
  const { lines, keys, hashes, count } = others;
  const key = check.scope.keys[0] ?? null;
  const own = key === null ? 0 : (key.ids[subject] ?? 0);
  const ownHash = bySubject ? 0 : hashOfSecond(cell);
  let start = starts[cell] ?? 0;
  let mask = masks[cell] ?? 0;
  for (let at = 0; at < count; at++) {
    if (keys[at] !== own || lines[at] === subject) continue;
    let hash = hashes[at] ?? 0;
    if (!bySubject) {
      start = others.starts[at] ?? 0;
      mask = others.masks[at] ?? 0;
      hash = ownHash;
    }
    const one = hash & mask;
    if ((((words[start + (one >>> 5)] ?? 0) >>> one) & 1) === 0) continue;
    const two = (hash >>> 16) & mask;
    if ((((words[start + (two >>> 5)] ?? 0) >>> two) & 1) === 0) continue;
    const other = lines[at] ?? 0;
    if (!check.scope.isOneDay && !isInScope(window, days[subject] ?? 0, days[other] ?? 0)) continue;
    tryRows(pairs, subject, cell, other, others.cells[at] ?? 0);
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
