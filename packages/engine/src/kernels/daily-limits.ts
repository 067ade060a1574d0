/**
 * Which rows of a table of daily limits have anything to say of a patient: those of the codes of which some day has more
 * than the row allows, whoever provided it. One pass over the lines, for all codes at once; the few rows that are left go
 * to the count kernel.
 */
import type { RuleRun } from "../findings/raised.js";
import type { LineList } from "../patient/line-list.js";
import { push } from "../patient/line-list.js";
import { measureOfLine } from "../patient/measured.js";
import type { Patient } from "../patient/patient.js";
import type { DailyLimits } from "../plan/daily-limits.js";
import { sumPlaces } from "../plan/daily-limits.js";
import type { RowIndex } from "../plan/row-index.js";
import type { RulePlan, VersionPlan } from "../plan/rule-plan.js";
import { isReached } from "./judge.js";

/** Writes the cells of those codes into a list. Which version a line stands under must not hang on the row. */
export function cellsPastLimits(
  limits: DailyLimits,
  { cells }: RowIndex,
  rule: RulePlan,
  version: VersionPlan,
  patient: Patient,
  run: RuleRun,
  past: LineList,
): void {
  const { codes, days, charges } = patient.plan.names;
  const units = charges.units.values;
  const { leastOfCode, sums, sumStamps, pastStamps } = limits;
  const { measure } = limits.check;
  past.from = 0;
  past.to = 0;
  const patientStamp = limits.stamp + 1;
  let dayStamp = patientStamp;
  let lastDay = Number.NaN;
  for (let line = patient.start; line < patient.end; line++) {
    const code = codes[line] ?? 0;
    const least = leastOfCode[code] ?? NaN;
    const day = days[line] ?? 0;
    if (Number.isNaN(least) || !isReached(rule, version, line, day, -1)) continue;
    run.chosen(line);
    // Lines rise by date, so that a day is over where the next one begins.
    if (day !== lastDay) {
      lastDay = day;
      dayStamp += 1;
    }
    const place = code % sumPlaces;
    const before = sumStamps[place] === dayStamp ? (sums[place] ?? 0) : 0;
    const sum = before + measureOfLine(measure, line, units);
    sumStamps[place] = dayStamp;
    sums[place] = sum;
    if (sum <= least) continue;
    const cell = cells.ofCode(code);
    if (pastStamps[cell] === patientStamp) continue;
    pastStamps[cell] = patientStamp;
    push(past, cell);
  }
  limits.stamp = dayStamp;
}
