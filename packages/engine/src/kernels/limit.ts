/**
 * `limit A to N …`: the lines that go past the allowance of their group, or with `all lines` every line of a group that
 * went past. Lines count where they pass the rule's clauses, found or not (`language.md` section 8, rulings 5 and 7).
 */
import type { RuleRun } from "../findings/raised.js";
import type { Buckets } from "../patient/buckets.js";
import { push } from "../patient/line-list.js";
import { measureOfLine } from "../patient/measured.js";
import { outsideEpisodes } from "../patient/groups.js";
import type { Patient } from "../patient/patient.js";
import type { CountPlan } from "../plan/check-plan.js";
import type { RulePlan, VersionPlan } from "../plan/rule-plan.js";
import { allowanceOf } from "./allowance.js";
import { isReached, rowHolds, subjectPasses } from "./judge.js";

export function limitKernel(
  check: CountPlan,
  rule: RulePlan,
  version: VersionPlan,
  patient: Patient,
  row: number,
  run: RuleRun,
): void {
  const { groups, counted, candidates: others } = patient;
  const { names } = patient.plan;
  const { charges } = names;
  const subjects = patient.lines(check.subject, row);
  const { passing } = patient;
  const units = charges.units.values;
  passing.to = 0;
  const { days } = names;
  let all = 0;
  // The most of any day, where groups are of one day.
  let most = 0;
  let ofDay = 0;
  let day = Number.NaN;
  for (let at = subjects.from; at < subjects.to; at++) {
    const line = subjects.items[at] ?? 0;
    if (!isReached(rule, version, line, days[line] ?? 0, row)) continue;
    run.chosen(line);
    if (!rowHolds(version, line, row) || !subjectPasses(version, line, row)) continue;
    push(passing, line);
    const measure = measureOfLine(check.measure, line, units);
    all += measure;
    if (days[line] !== day) {
      day = days[line] ?? 0;
      ofDay = 0;
    }
    ofDay += measure;
    if (ofDay > most) most = ofDay;
  }
  if (passing.to === 0) return;
  // No group has more than all of them together, or all of a day, so that most patients end here.
  const upTo = check.per.isOfOneDay ? most : all;
  if (check.ratio === null && check.per.episode === null && upTo <= check.amount(row)) return;
  groups.begin(check.per);
  counted.begin();
  for (let at = 0; at < passing.to; at++) {
    const line = passing.items[at] ?? 0;
    const group = groups.groupOf(patient, line, true);
    if (group === outsideEpisodes) run.outside(line);
    else counted.add(line, group);
  }
  if (counted.size === 0) return;
  counted.sort(groups.count);
  counted.measured.fill(check.measure, counted.lines, 0, counted.size, days, units);
  others.begin();
  if (check.ratio !== null) {
    addToGroups(others, patient, check.ratio.lines, row);
    others.measured.fill(check.ratio.measure, others.lines, 0, others.size, days, units);
  }
  const found: GroupRun = { check, version, patient, row, run };
  for (let group = 0; group < groups.count; group++) {
    const [from, to] = [counted.starts[group] ?? 0, counted.starts[group + 1] ?? 0];
    if (from === to) continue;
    const [otherFrom, otherTo] =
      check.ratio === null ? [0, 0] : [others.starts[group] ?? 0, others.starts[group + 1] ?? 0];
    if (check.per.by === "window") limitWindows(found, from, to, otherFrom, otherTo);
    else limitGroup(found, from, to, otherFrom, otherTo);
  }
}

/** Puts the lines of a choice into the groups that are there. */
function addToGroups(buckets: Buckets, patient: Patient, lines: Parameters<Patient["lines"]>[0], row: number): void {
  const { groups } = patient;
  const list = patient.lines(lines, row);
  for (let at = list.from; at < list.to; at++) {
    const line = list.items[at] ?? 0;
    const group = groups.groupOf(patient, line, false);
    if (group >= 0) buckets.add(line, group);
  }
  buckets.sort(groups.count);
}

interface GroupRun {
  readonly check: CountPlan;
  readonly version: VersionPlan;
  readonly patient: Patient;
  readonly row: number;
  readonly run: RuleRun;
}

/** One group: its counted lines are at `from` up to `to`, the B lines of its ratio at `otherFrom` up to `otherTo`. */
function limitGroup(group: GroupRun, from: number, to: number, otherFrom: number, otherTo: number): void {
  const { check, patient, row } = group;
  const { counted, candidates: others } = patient;
  const allowed = allowanceOf(check, others.measured.between(otherFrom, otherTo), otherTo - otherFrom, row);
  const whole = counted.measured.between(from, to);
  // A running total never falls, so that a group whose whole is within the allowance has nothing to find.
  if (whole <= allowed) return;
  for (let at = from; at < to; at++) {
    const total = check.allLines ? whole : counted.measured.between(from, at + 1);
    if (total > allowed) findAt(group, at, from, to, total, allowed);
  }
}

/** `per N days`: windows that end on each line's day. Their ends and starts both move on, so that each line is passed twice. */
function limitWindows(group: GroupRun, from: number, to: number, otherFrom: number, otherTo: number): void {
  const { check, patient, row } = group;
  const { measured } = patient.counted;
  const others = patient.candidates.measured;
  let first = from;
  let [firstOther, endOther] = [otherFrom, otherFrom];
  // With `all lines`: everything before here is found already, in an earlier window.
  let marked = from;
  for (let at = from; at < to;) {
    const day = measured.dayAt(at);
    const start = check.per.windowStart(day);
    let end = at;
    while (end < to && measured.dayAt(end) === day) end += 1;
    while (measured.dayAt(first) < start) first += 1;
    while (endOther < otherTo && others.dayAt(endOther) <= day) endOther += 1;
    while (firstOther < endOther && others.dayAt(firstOther) < start) firstOther += 1;
    const allowed = allowanceOf(check, others.between(firstOther, endOther), endOther - firstOther, row);
    if (check.allLines) {
      const total = measured.between(first, end);
      if (total > allowed) {
        for (let line = Math.max(first, marked); line < end; line++) findAt(group, line, first, end, total, allowed);
        marked = end;
      }
    } else {
      for (let line = at; line < end; line++) {
        const total = measured.between(first, line + 1);
        if (total > allowed) findAt(group, line, first, end, total, allowed);
      }
    }
    at = end;
  }
}

/** So many other lines a finding shows. */
const shownOthers = 10;

function findAt(group: GroupRun, at: number, from: number, to: number, count: number, allowed: number): void {
  const { check, version, patient, row, run } = group;
  const { lines } = patient.counted;
  const line = lines[at] ?? 0;
  if (run.isFound(line)) return;
  const others: number[] = [];
  if (check.allLines) {
    for (let other = from; other < to && others.length < shownOthers; other++) {
      if (other !== at) others.push(lines[other] ?? 0);
    }
  } else {
    for (let other = Math.max(from, at - shownOthers); other < at; other++) others.push(lines[other] ?? 0);
  }
  run.find(line, version, row, { nearest: -1, others, count, allowed });
}
