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
  const subjects = patient.ofChoice(check.subject.choice.widest);
  const isNarrowed = check.scope.keys.length > 0 || check.scope.episode !== null;
  const found: PairFound = { row: -1, line: -1, distance: 0 };
  const stretch = emptyList();
  let alike: CompanionGroups | null = null;
  let candidates: PairCandidates | null = null;
  for (let at = subjects.from; at < subjects.to; at++) {
    const subject = subjects.items[at] ?? 0;
    if (!standsUnder(rule, version, subject, -1) || !version.reach.holds(subject)) continue;
    if (check.subject.having !== null && !check.subject.having(subject, -1)) continue;
    run.chosen(subject);
    const cell = index.subjects.ofCode(codes[subject] ?? 0);
    if (cell < 0 || index.starts[cell] === index.starts[cell + 1]) continue;
    const day = days[subject] ?? 0;
    const window = check.scope.days(day);
    const first = firstLineFrom(patient, days, firstDayOf(window, day));
    const end = firstLineFrom(patient, days, lastDayOf(window, day) + 1);
    found.row = -1;
    found.line = -1;
    if (end - first <= mostInScope) lookUp(check, index, version, patient, subject, window, null, first, end, found);
    else {
      // Many lines in these days: of those that are alike there may be few.
      if (isNarrowed) {
        alike ??= new CompanionGroups(patient, check.scope, allLines(patient), null, null);
        alike.stretch(subject, 0, window, stretch);
      }
      if (isNarrowed && stretch.to - stretch.from <= mostInScope) {
        lookUp(check, index, version, patient, subject, window, stretch.items, stretch.from, stretch.to, found);
      } else {
        candidates ??= new PairCandidates(check, index, version, patient);
        candidates.look(subject, window, found);
      }
    }
    if (found.row >= 0) {
      const others = [found.line];
      run.find(subject, version, found.row, { nearest: found.line, others, count: null, allowed: null });
    }
  }
}

/** Looks up each of some lines with the subject: those at `from` up to `to` of `items`, or the lines `from` up to `to` themselves. */
function lookUp(
  check: CompanionPlan,
  index: PairIndex,
  version: VersionPlan,
  patient: Patient,
  subject: number,
  window: WindowDays,
  items: Int32Array | null,
  from: number,
  to: number,
  found: PairFound,
): void {
  const { days, codes } = patient.plan.names;
  const { order } = patient.plan.names.charges;
  const { passes } = version;
  const { having } = check.companion;
  const cell = index.subjects.ofCode(codes[subject] ?? 0);
  const day = days[subject] ?? 0;
  const last = index.starts[cell + 1] ?? 0;
  for (let at = from; at < to; at++) {
    const other = items === null ? at : (items[at] ?? 0);
    const lineDay = days[other] ?? 0;
    if (other === subject || !isInScope(window, day, lineDay)) continue;
    // Almost every pair of codes ends here, at one bit.
    const otherCell = index.companions.ofCode(codes[other] ?? 0);
    let entry = otherCell < 0 ? -1 : index.first(cell, otherCell);
    if (entry < 0 || !isAlike(check, patient, subject, other)) continue;
    const distance = Math.abs(lineDay - day);
    // The rows of a pair rise: what comes after the best row so far cannot be better.
    for (; entry < last && index.others[entry] === otherCell; entry++) {
      const row = index.rows[entry] ?? 0;
      if (found.row >= 0 && row > found.row) break;
      const isNearer =
        row !== found.row ||
        distance < found.distance ||
        (distance === found.distance && (order[other] ?? 0) < (order[found.line] ?? 0));
      if (!isNearer || !rowHolds(version, subject, row)) continue;
      if (having !== null && !having(other, row)) continue;
      if (passes !== null && !passes.test(subject, other, row)) continue;
      found.row = row;
      found.line = other;
      found.distance = distance;
      break;
    }
  }
}

/** All lines of a patient. */
function allLines(patient: Patient): LineList {
  const items = Int32Array.from({ length: patient.end - patient.start }, (_, at) => patient.start + at);
  return { items, from: 0, to: items.length };
}

/** The first of the patient's lines whose day is not before `day`. */
function firstLineFrom(patient: Patient, days: Int32Array, day: number): number {
  let low = patient.start;
  let high = patient.end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
