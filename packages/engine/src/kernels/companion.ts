/**
 * The companion kernel: does another line of this patient stand in this relation to it? (`bundle`, `forbid … with`,
 * `each A requires B`, `sequence`)
 */
import type { RuleRun } from "../findings/raised.js";
import { nothingMore } from "../findings/raised.js";
import type { LineList } from "../patient/line-list.js";
import type { Patient } from "../patient/patient.js";
import type { CompanionPlan } from "../plan/check-plan.js";
import { perUnit } from "../plan/exact.js";
import type { RulePlan, VersionPlan } from "../plan/rule-plan.js";
import { isInScope } from "../plan/window-days.js";
import type { WindowDays } from "../plan/window-days.js";
import type { Nearest } from "./companions.js";
import { PassingCompanions } from "./passing-companions.js";
import { isReached, rowHolds, subjectPasses } from "./judge.js";
import { measureOfLine } from "../patient/measured.js";

/** Up to so many pairs of subject and companion it is quicker to look at each than to group them. */
let mostPairs = 4096;

/** For tests, which want both ways walked on small patients. Returns what it was. */
export function setMostPairs(pairs: number): number {
  const before = mostPairs;
  mostPairs = pairs;
  return before;
}

export function companionKernel(
  check: CompanionPlan,
  rule: RulePlan,
  version: VersionPlan,
  patient: Patient,
  row: number,
  run: RuleRun,
): void {
  const subjects = patient.picked(patient.lines(check.subject, row), check.pick, check.scope.episode);
  if (subjects.from === subjects.to) return;
  const companions = patient.lines(check.companion, row);
  const isPair = (check.finds === "present" || check.finds === "at-least") && version.passes?.readsOther === true;
  const grouped =
    (subjects.to - subjects.from) * (companions.to - companions.from) > mostPairs
      ? PassingCompanions.of(check, version, patient, companions, isPair, row)
      : null;
  const hasCompanions = companions.from < companions.to;
  const { days } = patient.plan.names;
  const found: InScope = { line: -1, distance: 0, total: 0 };
  for (let at = subjects.from; at < subjects.to; at++) {
    const line = subjects.items[at] ?? 0;
    if (!isReached(rule, version, line, days[line] ?? 0, row)) continue;
    run.chosen(line);
    if (run.isFound(line) || !rowHolds(version, line, row)) continue;
    if (!isPair && !subjectPasses(version, line, row)) continue;
    found.line = -1;
    found.total = 0;
    if (hasCompanions) {
      const window = check.scope.days(days[line] ?? 0);
      if (grouped === null) scan(check, isPair ? version : null, patient, companions, line, row, window, found);
      else grouped.look(line, row, window, found);
    }
    judge(check, version, line, row, found, run);
  }
}

/** The nearest companion in scope, and how much of them is in scope where the check counts. */
interface InScope extends Nearest {
  total: number;
}

/** Looks at each companion. `pairs` is the version whose `when` and `unless` are read with each, null where they are not. */
function scan(
  check: CompanionPlan,
  pairs: VersionPlan | null,
  patient: Patient,
  companions: LineList,
  subject: number,
  row: number,
  window: WindowDays,
  found: InScope,
): void {
  const { names } = patient.plan;
  const { charges } = names;
  const { days } = names;
  const day = days[subject] ?? 0;
  const { measure } = check;
  let countedDay = Number.NaN;
  for (let at = companions.from; at < companions.to; at++) {
    const line = companions.items[at] ?? 0;
    const lineDay = days[line] ?? 0;
    if (line === subject || !isInScope(window, day, lineDay)) continue;
    const distance = Math.abs(lineDay - day);
    const order = charges.order[line] ?? 0;
    const isNearer =
      found.line < 0 ||
      distance < found.distance ||
      (distance === found.distance && order < (charges.order[found.line] ?? 0));
    if (!isNearer && measure === null) continue;
    if (!isAlike(check, patient, subject, line)) continue;
    if (pairs?.passes?.test(subject, line, row) === false) continue;
    if (isNearer) {
      found.line = line;
      found.distance = distance;
    }
    if (measure === null) {
      // One is enough to say that there is one.
      if (check.finds === "absent") return;
    } else if (measure !== "days") found.total += measureOfLine(measure, line, charges.units.values);
    else if (countedDay !== lineDay) {
      // Companions rise by date, so that a day is new exactly where it is not the last one.
      countedDay = lineDay;
      found.total += perUnit;
    }
  }
}

/** The same episode, and equal values that are not blank in every field of the scope. */
export function isAlike(check: CompanionPlan, patient: Patient, subject: number, line: number): boolean {
  const { episode, keys } = check.scope;
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at];
    if (key === undefined) break;
    const value = key.ids[subject] ?? key.blank;
    if (value === key.blank || value !== key.ids[line]) return false;
  }
  if (episode === null) return true;
  const own = patient.episodeOf(episode, subject);
  return own >= 0 && own === patient.episodeOf(episode, line);
}

function judge(
  check: CompanionPlan,
  version: VersionPlan,
  line: number,
  row: number,
  found: InScope,
  run: RuleRun,
): void {
  const nearest = { nearest: found.line, others: found.line < 0 ? [] : [found.line] };
  switch (check.finds) {
    case "present":
      if (found.line >= 0) run.find(line, version, row, { ...nearest, count: null, allowed: null });
      return;
    case "absent":
      if (found.line < 0) run.find(line, version, row, nothingMore);
      return;
    case "at-least":
    case "fewer-than": {
      const allowed = check.amount(row);
      const isFinding = check.finds === "at-least" ? found.total >= allowed : found.total < allowed;
      if (isFinding) run.find(line, version, row, { ...nearest, count: found.total, allowed });
      return;
    }
  }
}
