/**
 * `limit A to N …`: the lines that go past the allowance of their group, or with `all lines` every line of a group that
 * went past. Lines count where they pass the rule's clauses, found or not (`language.md` section 8, rulings 5 and 7).
 */
import type { RuleRun } from "../findings/raised.js";
import type { Buckets } from "../patient/buckets.js";
import type { LineList } from "../patient/line-list.js";
import { push } from "../patient/line-list.js";
import { measureOfLine, totalOf } from "../patient/measured.js";
import { outsideEpisodes } from "../patient/groups.js";
import type { Patient } from "../patient/patient.js";
import type { CountPlan, GroupPlan } from "../plan/check-plan.js";
import { perUnit } from "../plan/exact.js";
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
  limitLines(check, rule, version, patient, row, run, patient.lines(check.subject, row));
}

/** The same of some of the lines, of which no group has others. */
export function limitLines(
  check: CountPlan,
  rule: RulePlan,
  version: VersionPlan,
  patient: Patient,
  row: number,
  run: RuleRun,
  subjects: LineList,
): void {
  // Without a ratio no group has more than all of them together, so that most patients end here.
  const most = check.ratio === null ? check.amount(row) : NaN;
  const isWhole = !check.per.isOfOneDay && passWhole(rule, version, patient, row, subjects);
  const passing = isWhole ? subjects : passingOf(check, rule, version, patient, row, run, subjects, most);
  if (isWhole) run.chosenOnce(subjects.to - subjects.from);
  const { days, charges } = patient.plan.names;
  const { items, from, to } = passing;
  if (from === to) return;
  if (!check.leavesOut && totalOf(check.measure, items, from, to, days, charges.units.values) <= most) return;
  const found: GroupRun = { check, version, patient, row, run, passing };
  // A line alone is a group by itself, whatever it is alike in.
  if (to - from === 1 && check.ratio === null && !check.leavesOut) limitGroup(found, items, from, to, most);
  else if (check.per.follow && (check.ratio === null || check.per.by === "patient")) limitFollowing(found);
  else limitGroups(found);
}

/** All of some lines pass the rule's clauses, which ask for nothing but dates, and no other check looks at them. */
function passWhole(
  rule: RulePlan,
  version: VersionPlan,
  patient: Patient,
  row: number,
  { items, from, to }: LineList,
): boolean {
  const { reach, passes, checks } = version;
  if (row >= 0 || checks.length > 1 || passes !== null || reach.place !== null || rule.versionOf !== null) return false;
  const { days } = patient.plan.names;
  return from === to || ((days[items[from] ?? 0] ?? 0) >= reach.from && (days[items[to - 1] ?? 0] ?? 0) <= reach.to);
}

/** The lines that pass the rule's clauses; those of days that are within the allowance are passed by where a group is of one day. */
function passingOf(
  { per, measure }: CountPlan,
  rule: RulePlan,
  version: VersionPlan,
  patient: Patient,
  row: number,
  run: RuleRun,
  subjects: LineList,
  most: number,
): LineList {
  const { passing } = patient;
  const { days, charges } = patient.plan.names;
  const units = charges.units.values;
  passing.to = 0;
  let ofDay = 0;
  let day = Number.NaN;
  let dayStart = 0;
  for (let at = subjects.from; at < subjects.to; at++) {
    const line = subjects.items[at] ?? 0;
    const lineDay = days[line] ?? 0;
    if (!isReached(rule, version, line, lineDay, row)) continue;
    run.chosen(line);
    if (!rowHolds(version, line, row) || !subjectPasses(version, line, row)) continue;
    if (lineDay !== day) {
      if (per.isOfOneDay && ofDay <= most) passing.to = dayStart;
      day = lineDay;
      ofDay = 0;
      dayStart = passing.to;
    }
    push(passing, line);
    ofDay += measureOfLine(measure, line, units);
  }
  if (per.isOfOneDay && ofDay <= most) passing.to = dayStart;
  return passing;
}

interface GroupRun {
  readonly check: CountPlan;
  readonly version: VersionPlan;
  readonly patient: Patient;
  readonly row: number;
  readonly run: RuleRun;
  readonly passing: LineList;
}

/** Groups whose lines follow one another are stretches of the lines that pass; the B lines of a ratio are the patient's. */
function limitFollowing(found: GroupRun): void {
  const { check, patient, row, run, passing } = found;
  const { per, ratio } = check;
  const { items, to } = passing;
  const others = ratio === null ? null : patient.lines(ratio.lines, row);
  const total = ratio === null ? 0 : patient.totalOf(ratio.lines, ratio.measure, row);
  const allowed = allowanceOf(check, total, others === null ? 0 : others.to - others.from, row);
  if (per.by === "patient") {
    limitGroup(found, items, passing.from, to, allowed);
    return;
  }
  for (let at = passing.from; at < to;) {
    const from = at;
    const line = items[at] ?? 0;
    const own = ownOf(per, patient, line);
    at += 1;
    if (own === outsideEpisodes) {
      run.outside(line);
      continue;
    }
    if (per.by !== "line") while (at < to && ownOf(per, patient, items[at] ?? 0) === own) at += 1;
    limitGroup(found, items, from, at, allowed);
  }
}

/** The number in which the lines of a group are alike, where groups follow one another. */
function ownOf(per: GroupPlan, patient: Patient, line: number): number {
  if (per.episode !== null) {
    const episode = patient.episodeOf(per.episode, line);
    return episode < 0 ? outsideEpisodes : episode;
  }
  return patient.plan.names.days[line] ?? 0;
}

/** Any other groups: lines are put together by a hash table. */
function limitGroups(found: GroupRun): void {
  const { check, patient, row, run, passing } = found;
  const { per, ratio } = check;
  const { groups, counted, candidates: others } = patient;
  const { days, charges } = patient.plan.names;
  const units = charges.units.values;
  groups.begin(per);
  counted.begin();
  for (let at = passing.from; at < passing.to; at++) {
    const line = passing.items[at] ?? 0;
    const group = groups.groupOf(patient, line, true);
    if (group === outsideEpisodes) run.outside(line);
    else counted.add(line, group);
  }
  if (counted.size === 0) return;
  counted.sort(groups.count);
  others.begin();
  if (ratio !== null) addToGroups(others, patient, ratio.lines, row);
  if (per.by === "window") {
    counted.measured.fill(check.measure, counted.lines, 0, counted.size, days, units);
    if (ratio !== null) others.measured.fill(ratio.measure, others.lines, 0, others.size, days, units);
  }
  for (let group = 0; group < groups.count; group++) {
    const [from, to] = [counted.starts[group] ?? 0, counted.starts[group + 1] ?? 0];
    if (from === to) continue;
    const [otherFrom, otherTo] = ratio === null ? [0, 0] : [others.starts[group] ?? 0, others.starts[group + 1] ?? 0];
    if (per.by === "window") limitWindows(found, from, to, otherFrom, otherTo);
    else {
      const total = ratio === null ? 0 : totalOf(ratio.measure, others.lines, otherFrom, otherTo, days, units);
      limitGroup(found, counted.lines, from, to, allowanceOf(check, total, otherTo - otherFrom, row));
    }
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

/** One group: the lines at `from` up to `to`, which rise by date and input. */
function limitGroup(group: GroupRun, lines: Int32Array, from: number, to: number, allowed: number): void {
  const { check, patient } = group;
  const { measure } = check;
  const { days, charges } = patient.plan.names;
  const units = charges.units.values;
  const whole = totalOf(measure, lines, from, to, days, units);
  // A running total never falls, so that a group whose whole is within the allowance has nothing to find.
  if (whole <= allowed) return;
  let total = 0;
  let day = Number.NaN;
  for (let at = from; at < to; at++) {
    const line = lines[at] ?? 0;
    if (measure !== "days") total += measureOfLine(measure, line, units);
    else if (days[line] !== day) {
      day = days[line] ?? 0;
      total += perUnit;
    }
    if (check.allLines) findAt(group, lines, at, from, to, whole, allowed);
    else if (total > allowed) findAt(group, lines, at, from, to, total, allowed);
  }
}

/** `per N days`: windows that end on each line's day. Their ends and starts both move on, so that each line is passed twice. */
function limitWindows(group: GroupRun, from: number, to: number, otherFrom: number, otherTo: number): void {
  const { check, patient, row } = group;
  const { measured, lines } = patient.counted;
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
        for (let line = Math.max(first, marked); line < end; line++)
          findAt(group, lines, line, first, end, total, allowed);
        marked = end;
      }
    } else {
      for (let line = at; line < end; line++) {
        const total = measured.between(first, line + 1);
        if (total > allowed) findAt(group, lines, line, first, end, total, allowed);
      }
    }
    at = end;
  }
}

/** So many other lines a finding shows. */
const shownOthers = 10;

function findAt(
  group: GroupRun,
  lines: Int32Array,
  at: number,
  from: number,
  to: number,
  count: number,
  allowed: number,
): void {
  const { check, version, row, run } = group;
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
