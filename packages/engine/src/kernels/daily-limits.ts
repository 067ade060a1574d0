/**
 * A table of daily limits (`for each row of MaxUnits … limit row.code to row.units units per day`): one pass over the lines
 * finds the few days and codes of which there is more than some row allows, whoever provided it. Their lines alone go to
 * the count kernel, since no group has lines of another day or code.
 */
import { remembered } from "../columns/fields.js";
import type { RuleRun } from "../findings/raised.js";
import type { LineList } from "../patient/line-list.js";
import { emptyList, push } from "../patient/line-list.js";
import { measureOfLine, totalOf } from "../patient/measured.js";
import type { Patient } from "../patient/patient.js";
import type { DailyLimits } from "../plan/daily-limits.js";
import type { RulePlan, VersionPlan } from "../plan/rule-plan.js";
import { isReached } from "./judge.js";
import { limitLines } from "./limit.js";

/** Up to so many lines of a day are compared with each other; more are put together by code. */
let mostCompared = 24;

/** For tests, which want both ways walked on small patients. Returns what it was. */
export function setMostCompared(lines: number): number {
  const before = mostCompared;
  mostCompared = lines;
  return before;
}

/** Which version a line stands under must not hang on the row. */
export function dailyLimits(
  limits: DailyLimits,
  rule: RulePlan,
  version: VersionPlan,
  patient: Patient,
  run: RuleRun,
): void {
  const { codes, days, charges } = patient.plan.names;
  const units = charges.units.values;
  const { leastOfCode } = limits;
  const { measure } = limits.check;
  const { from: firstDay, to: lastDay, place } = version.reach;
  const isPlain = place === null && rule.versionOf === null;
  const { end } = patient;
  let subjects = 0;
  for (let from = patient.start, to = from; from < end; from = to) {
    const day = days[from] ?? 0;
    for (to = from + 1; to < end && days[to] === day;) to += 1;
    if (day < firstDay || day > lastDay) continue;
    const isShort = to - from <= mostCompared;
    // To judge a code twice is to find nothing more.
    let judged = -1;
    for (let line = from; line < to; line++) {
      const code = codes[line] ?? 0;
      // NaN where no row names the code.
      const least = leastOfCode[code] ?? NaN;
      if (Number.isNaN(least) || !(isPlain || isReached(rule, version, line, day, -1))) continue;
      subjects += 1;
      if (!isShort) continue;
      // Lines that the rule does not reach may be among these: that there is too much is a guess, which is judged.
      let sum = measureOfLine(measure, line, units);
      for (let other = line + 1; other < to; other++) {
        if (codes[other] === code) sum += measureOfLine(measure, other, units);
      }
      if (sum <= least || code === judged) continue;
      judged = code;
      judge(limits, rule, version, patient, run, linesOf(patient, code, from, to));
    }
    if (!isShort) longDay(limits, rule, version, patient, run, from, to);
  }
  run.chosenOnce(subjects);
}

/** The lines of a code among those from `from` up to `to`. */
function linesOf({ plan, candidateLines }: Patient, code: number, from: number, to: number): LineList {
  const { codes } = plan.names;
  candidateLines.to = 0;
  for (let line = from; line < to; line++) if (codes[line] === code) push(candidateLines, line);
  return candidateLines;
}

/** A day of many lines: its codes are put together. */
function longDay(
  limits: DailyLimits,
  rule: RulePlan,
  version: VersionPlan,
  patient: Patient,
  run: RuleRun,
  from: number,
  to: number,
): void {
  const { codes, charges } = patient.plan.names;
  const { leastOfCode } = limits;
  const lists = new Map<number, LineList>();
  for (let line = from; line < to; line++) {
    const code = codes[line] ?? 0;
    if (!Number.isNaN(leastOfCode[code] ?? NaN)) push(remembered(lists, code, emptyList), line);
  }
  for (const [code, lines] of lists) {
    const sum = totalOf(limits.check.measure, lines.items, 0, lines.to, patient.plan.names.days, charges.units.values);
    if (sum > (leastOfCode[code] ?? NaN)) judge(limits, rule, version, patient, run, lines);
  }
}

/** Judges the lines that a day has of one code by each row of the code. They are counted as looked at already. */
function judge(
  { check, index }: DailyLimits,
  rule: RulePlan,
  version: VersionPlan,
  patient: Patient,
  run: RuleRun,
  lines: LineList,
): void {
  const { cells, starts, rows } = index;
  const cell = cells.ofCode(patient.plan.names.codes[lines.items[0] ?? 0] ?? 0);
  const end = starts[cell + 1] ?? 0;
  run.counted(true);
  for (let at = starts[cell] ?? 0; at < end; at++) {
    limitLines(check, rule, version, patient, rows[at] ?? 0, run, lines);
  }
  run.counted(false);
}
