/**
 * The companion kernel for a table of pairs (`for each row of PtpEdits … bundle row.column2 into row.column1`): instead
 * of a check for each row, the codes that stand together are looked up in the table. The first row in table order that
 * raises a finding gives it, with the nearest companion within that row (`language.md` section 8, ruling 11). Tables
 * whose row says more of the subject than its code (`having`, the dates of an override) are not judged here but row by row.
 */
import type { RuleRun } from "../findings/raised.js";
import type { Patient } from "../patient/patient.js";
import { mostOnDay } from "../patient/patient.js";
import type { CompanionPlan } from "../plan/check-plan.js";
import { bitsOfHash } from "../plan/pair-filter.js";
import type { PairIndex } from "../plan/pair-index.js";
import { hasRow } from "../plan/pair-index.js";
import type { RulePlan, VersionPlan } from "../plan/rule-plan.js";
import { firstDayOf, isInScope, lastDayOf } from "../plan/window-days.js";
import type { WindowDays } from "../plan/window-days.js";
import { FarPairs } from "./far-pairs.js";
import type { Pairs } from "./pair.js";
import { isSubject, mayPair, noneFound, raise, tryRows } from "./pair.js";

/** Up to so many lines in the days of a subject's scope, each is looked up in the table. */
let mostInScope = 48;

/** For tests, which want both ways walked on small patients. Returns what it was. */
export function setMostInScope(lines: number): number {
  if (lines > mostOnDay) throw new Error(`no more than ${mostOnDay} lines of a day have a place for their hashes`);
  const before = mostInScope;
  mostInScope = lines;
  return before;
}

export function pairKernel(
  check: CompanionPlan,
  index: PairIndex,
  rule: RulePlan,
  version: VersionPlan,
  patient: Patient,
  run: RuleRun,
): void {
  const pairs: Pairs = { check, index, rule, version, patient, run };
  if (check.scope.isOneDay) dayByDay(pairs);
  else subjectBySubject(pairs);
}

/** Where a subject's own date is all that is in scope: the lines of a day are met together. */
function dayByDay(pairs: Pairs): void {
  const { check, index, rule, version, patient, run } = pairs;
  const { codes, days } = patient.plan.names;
  const { end, dayHashes } = patient;
  const { from: firstDay, to: lastDay, place } = version.reach;
  const isPlain = place === null && rule.versionOf === null && check.subject.having === null;
  let far: FarPairs | null = null;
  let subjects = 0;
  for (let from = patient.start, to = from; from < end; from = to) {
    const day = days[from] ?? 0;
    const isReached = day >= firstDay && day <= lastDay;
    // Others than the day before where a search has made the filter.
    const { hashes } = index;
    for (to = from; to < end && days[to] === day; to++) {
      const hash = hashes[codes[to] ?? 0] ?? 0;
      if (to - from < dayHashes.length) dayHashes[to - from] = hash;
      // Below 0 by the sign of subjects.
      if (hash < 0 && isReached && (isPlain || isSubject(pairs, to))) subjects += 1;
    }
    if (!isReached || to - from === 1) continue;
    if (to - from <= mostInScope) meetOnDay(pairs, from, to - from);
    else {
      far ??= new FarPairs(pairs, mostInScope);
      for (let line = from; line < to; line++) {
        if (isSubject(pairs, line)) lookFar(pairs, far, line, check.scope.days(day));
      }
    }
  }
  run.chosenOnce(subjects);
}

/** While there is no filter, every pair may be in the table. */
const everyPair = Int32Array.of(-1);

/**
 * The lines of a day, so many from `start` on, whose hashes stand in `dayHashes`. Every two of them are met once, and almost
 * every two end at the first key of the scope or at one word of the table's filter, or while that is not made at a search: a
 * line that no row names has the hash 0, of which the filter has no pairs.
 */
function meetOnDay(pairs: Pairs, start: number, count: number): void {
  const { check, index, patient } = pairs;
  const { dayHashes, dayPairs } = patient;
  const { codes } = patient.plan.names;
  const { filter } = index;
  const words = filter?.words ?? everyPair;
  const mask = words.length - 1;
  const key = check.scope.keys[0] ?? null;
  const ids = key === null ? null : key.ids;
  const blank = key === null ? 0 : key.blank;
  let isFound = false;
  for (let one = 0; one < count - 1; one++) {
    const hash = dayHashes[one] ?? 0;
    const own = ids === null ? 0 : (ids[start + one] ?? blank);
    if (hash === 0 || (ids !== null && own === blank)) continue;
    const bits = bitsOfHash(hash);
    for (let two = one + 1; two < count; two++) {
      if (ids !== null && ids[start + two] !== own) continue;
      const other = dayHashes[two] ?? 0;
      const both = bits | bitsOfHash(other);
      if (((words[(hash + other) & mask] ?? 0) & both) !== both) continue;
      if (filter === null && (other === 0 || !hasRow(index, codes[start + one] ?? 0, codes[start + two] ?? 0)))
        continue;
      if (!isFound) dayPairs.forget(count);
      isFound = true;
      tryAs(pairs, start, one, two);
      tryAs(pairs, start, two, one);
    }
  }
  if (!isFound) return;
  for (let at = 0; at < count; at++) raise(pairs, start + at, dayPairs.of(at));
}

/** Looks for the rows of two lines of a day, of which the first is the subject. */
function tryAs(pairs: Pairs, start: number, subject: number, other: number): void {
  const { patient } = pairs;
  // Below 0 by the sign of subjects.
  if ((patient.dayHashes[subject] ?? 0) >= 0 || !isSubject(pairs, start + subject)) return;
  tryRows(pairs, start + subject, start + other, patient.dayPairs.of(subject));
}

/** A subject with many lines in its scope. */
function lookFar(pairs: Pairs, far: FarPairs, subject: number, window: WindowDays): void {
  const found = noneFound();
  far.look(subject, window, found);
  raise(pairs, subject, found);
}

/** Where other dates are in scope: each subject is met with the lines of its window. */
function subjectBySubject(pairs: Pairs): void {
  const { check, patient, run } = pairs;
  const { days } = patient.plan.names;
  const key = check.scope.keys[0] ?? null;
  const found = noneFound();
  let far: FarPairs | null = null;
  // Lines rise by date: what follows from a day alone is worked out where the day is new.
  let windowDay = Number.NaN;
  let from = 0;
  let to = 0;
  for (let subject = patient.start; subject < patient.end; subject++) {
    if (!isSubject(pairs, subject)) continue;
    run.chosenOnce(1);
    const day = days[subject] ?? 0;
    const window = check.scope.days(day);
    if (day !== windowDay) {
      windowDay = day;
      from = patient.firstLineFrom(firstDayOf(window, day));
      to = patient.firstLineFrom(lastDayOf(window, day) + 1);
    }
    if (to - from > mostInScope) {
      far ??= new FarPairs(pairs, mostInScope);
      lookFar(pairs, far, subject, window);
      continue;
    }
    const own = key === null ? 0 : (key.ids[subject] ?? key.blank);
    if (own === key?.blank) continue;
    found.row = -1;
    for (let other = from; other < to; other++) {
      if ((key !== null && key.ids[other] !== own) || other === subject) continue;
      if (!mayPair(pairs, subject, other) || !isInScope(window, day, days[other] ?? 0)) continue;
      tryRows(pairs, subject, other, found);
    }
    raise(pairs, subject, found);
  }
}
