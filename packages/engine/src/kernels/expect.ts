/**
 * `expect A at least N …`: the last line of a group where there are too few, the last B line where there is a ratio. The
 * last line is chosen among all lines; its own version of the rule then judges it (`language.md` section 8, ruling 6).
 */
import type { RuleRun } from "../findings/raised.js";
import { outsideEpisodes } from "../patient/groups.js";
import type { Patient } from "../patient/patient.js";
import type { CountPlan } from "../plan/check-plan.js";
import type { RulePlan, VersionPlan } from "../plan/rule-plan.js";
import { allowanceOf } from "./allowance.js";
import { isReached, rowHolds, standsUnder, subjectPasses } from "./judge.js";

export function expectKernel(
  check: CountPlan,
  rule: RulePlan,
  version: VersionPlan,
  patient: Patient,
  row: number,
  run: RuleRun,
): void {
  const { groups, counted, candidates } = patient;
  const { names } = patient.plan;
  const { charges } = names;
  const isWindow = check.per.by === "window";
  groups.begin(check.per);
  candidates.begin();
  const last = patient.lines(check.ratio === null ? check.subject : check.ratio.lines, row);
  for (let at = last.from; at < last.to; at++) {
    const line = last.items[at] ?? 0;
    const group = groups.groupOf(patient, line, true);
    if (group !== outsideEpisodes) candidates.add(line, group);
  }
  candidates.sort(groups.count);
  const measure = check.ratio?.measure ?? "lines";
  candidates.measured.fill(measure, candidates.lines, 0, candidates.size, names.days, charges.units.values);
  // Lines of A count by the version that they stand under, whatever its clauses say (ruling 28 of where the contract is silent).
  counted.begin();
  const subjects = patient.lines(check.subject, row);
  for (let at = subjects.from; at < subjects.to; at++) {
    const line = subjects.items[at] ?? 0;
    if (!standsUnder(rule, version, line, row)) continue;
    const group = groups.groupOf(patient, line, false);
    if (group === outsideEpisodes) run.outside(line);
    else if (group >= 0) counted.add(line, group);
  }
  counted.sort(groups.count);
  counted.measured.fill(check.measure, counted.lines, 0, counted.size, names.days, charges.units.values);

  for (let group = 0; group < groups.count; group++) {
    const [from, to] = [candidates.starts[group] ?? 0, candidates.starts[group + 1] ?? 0];
    let [first, end] = [counted.starts[group] ?? 0, counted.starts[group + 1] ?? 0];
    if (from === to) continue;
    if (!isWindow) {
      judge(check, rule, version, patient, row, run, to - 1, from, to, first, end);
      continue;
    }
    // The window that ends on each day with a candidate; the last candidate of that day is its subject.
    const endOfGroup = end;
    let firstCandidate = from;
    end = first;
    for (let at = from; at < to; at++) {
      const day = candidates.measured.dayAt(at);
      if (at + 1 < to && candidates.measured.dayAt(at + 1) === day) continue;
      const start = check.per.windowStart(day);
      while (candidates.measured.dayAt(firstCandidate) < start) firstCandidate += 1;
      while (end < endOfGroup && counted.measured.dayAt(end) <= day) end += 1;
      while (first < end && counted.measured.dayAt(first) < start) first += 1;
      judge(check, rule, version, patient, row, run, at, firstCandidate, at + 1, first, end);
    }
  }
}

/**
 * Judges one group or window: its subject is the candidate at `at`, its candidates are at `from` up to `to`, and its
 * counted lines at `first` up to `end`.
 */
function judge(
  check: CountPlan,
  rule: RulePlan,
  version: VersionPlan,
  patient: Patient,
  row: number,
  run: RuleRun,
  at: number,
  from: number,
  to: number,
  first: number,
  end: number,
): void {
  const { counted, candidates } = patient;
  const line = candidates.lines[at] ?? 0;
  if (!isReached(rule, version, line, patient.plan.names.days[line] ?? 0, row)) return;
  run.chosen(line);
  if (run.isFound(line) || !rowHolds(version, line, row) || !subjectPasses(version, line, row)) return;
  const count = counted.measured.between(first, end);
  const allowed = allowanceOf(check, candidates.measured.between(from, to), to - from, row);
  if (count >= allowed) return;
  const others: number[] = [];
  for (let other = first; other < end && others.length < shownOthers; other++) {
    const counts = counted.lines[other] ?? 0;
    if (counts !== line) others.push(counts);
  }
  run.find(line, version, row, { nearest: -1, others, count, allowed });
}

/** So many of the counted lines a finding shows. */
const shownOthers = 10;
