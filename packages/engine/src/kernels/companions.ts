/**
 * Companions of a patient, grouped for quick answers: which is the nearest in scope, and how much of them is in scope.
 * Lines that are alike in episode and in the fields of the scope stand together, each group in the order of date, so that
 * a window is found by binary search however many lines the patient has.
 */
import type { Measure } from "@edict/rulebook";
import { Measured } from "../patient/measured.js";
import { PairInterner } from "../patient/pair-interner.js";
import type { LineList } from "../patient/line-list.js";
import type { Patient } from "../patient/patient.js";
import type { ScopePlan } from "../plan/check-plan.js";
import { firstDayOf, lastDayOf } from "../plan/window-days.js";
import type { WindowDays } from "../plan/window-days.js";

/** The nearest companion: in days, then in input order. */
export interface Nearest {
  line: number;
  distance: number;
}

export class CompanionGroups {
  private readonly keys = new PairInterner();
  /** The companions, group by group. */
  readonly lines: Int32Array;
  private readonly starts: Int32Array;
  /** Of each position: where the lines of the same group and day begin. */
  private readonly dayStarts: Int32Array;
  /** Over all groups: a stretch never reaches over the end of its own. */
  private readonly measured = new Measured();

  /** `extra`: one more number in which companions of a group are alike; null: none. */
  constructor(
    private readonly patient: Patient,
    private readonly scope: ScopePlan,
    list: LineList,
    private readonly measure: Measure | null,
    extra: ((line: number) => number) | null,
  ) {
    const groups = new Int32Array(list.to - list.from);
    for (let at = list.from; at < list.to; at++) {
      const line = list.items[at] ?? 0;
      groups[at - list.from] = this.groupOf(line, extra === null ? 0 : extra(line), true);
    }
    // A counting sort by group keeps the order of date and input within each.
    const starts = new Int32Array(this.keys.size + 1);
    for (const group of groups) if (group >= 0) starts[group + 1] = (starts[group + 1] ?? 0) + 1;
    for (let group = 1; group < starts.length; group++) starts[group] = (starts[group] ?? 0) + (starts[group - 1] ?? 0);
    const next = starts.slice();
    const lines = new Int32Array(starts[this.keys.size] ?? 0);
    for (const [at, group] of groups.entries()) {
      if (group < 0) continue;
      const place = next[group] ?? 0;
      next[group] = place + 1;
      lines[place] = list.items[list.from + at] ?? 0;
    }
    this.starts = starts;
    this.lines = lines;
    const { days } = patient.plan.names;
    this.dayStarts = new Int32Array(lines.length);
    for (let group = 0; group + 1 < starts.length; group++) {
      let begin = starts[group] ?? 0;
      for (let at = begin; at < (starts[group + 1] ?? 0); at++) {
        if (days[lines[at] ?? 0] !== days[lines[begin] ?? 0]) begin = at;
        this.dayStarts[at] = begin;
      }
    }
    if (measure !== null)
      this.measured.fill(measure, lines, 0, lines.length, days, patient.plan.names.charges.units.values);
  }

  /** Finds the nearest of the subject's group into `nearest`, where it is nearer than what is there. */
  nearer(subject: number, extra: number, window: WindowDays, nearest: Nearest): void {
    const group = this.groupOf(subject, extra, false);
    if (group < 0) return;
    const { days } = this.patient.plan.names;
    const [from, to] = [this.starts[group] ?? 0, this.starts[group + 1] ?? 0];
    const day = days[subject] ?? 0;
    const onDay = this.lowerBound(from, to, day);
    if (window.sameDay) {
      for (let at = onDay; at < to && days[this.lines[at] ?? 0] === day; at++) {
        const line = this.lines[at] ?? 0;
        if (line === subject) continue;
        this.offer(line, 0, nearest);
        return;
      }
    }
    const before = this.lowerBound(from, onDay, window.beforeTo + 1) - 1;
    if (before >= from) {
      const line = this.lines[this.dayStarts[before] ?? 0] ?? 0;
      if ((days[line] ?? 0) >= window.beforeFrom) this.offer(line, day - (days[line] ?? 0), nearest);
    }
    const after = this.lowerBound(onDay, to, window.afterFrom);
    if (after < to) {
      const line = this.lines[after] ?? 0;
      if ((days[line] ?? 0) <= window.afterTo) this.offer(line, (days[line] ?? 0) - day, nearest);
    }
  }

  /** Writes into `list` the subject's group from the first date in scope to the last; dates between may be out of scope. */
  stretch(subject: number, extra: number, window: WindowDays, list: LineList): void {
    const group = this.groupOf(subject, extra, false);
    list.items = this.lines;
    list.from = 0;
    list.to = 0;
    if (group < 0) return;
    const day = this.patient.plan.names.days[subject] ?? 0;
    const [from, to] = [this.starts[group] ?? 0, this.starts[group + 1] ?? 0];
    list.from = this.lowerBound(from, to, firstDayOf(window, day));
    list.to = this.lowerBound(list.from, to, lastDayOf(window, day) + 1);
  }

  /** How much of the subject's group is in scope, the subject itself left out. */
  total(subject: number, extra: number, window: WindowDays): number {
    const group = this.groupOf(subject, extra, false);
    if (group < 0) return 0;
    const { days } = this.patient.plan.names;
    const [from, to] = [this.starts[group] ?? 0, this.starts[group + 1] ?? 0];
    const day = days[subject] ?? 0;
    const onDay = this.lowerBound(from, to, day);
    const nextDay = this.lowerBound(onDay, to, day + 1);
    const between = (first: number, end: number): number => this.measured.between(first, end);
    let total = between(
      this.lowerBound(from, onDay, window.beforeFrom),
      this.lowerBound(from, onDay, window.beforeTo + 1),
    );
    total += between(this.lowerBound(nextDay, to, window.afterFrom), this.lowerBound(nextDay, to, window.afterTo + 1));
    if (window.sameDay) {
      const own = this.positionOf(onDay, nextDay, subject);
      const alone = nextDay - onDay === 1;
      if (own < 0) total += between(onDay, nextDay);
      else if (this.measure !== "days") total += between(onDay, own) + between(own + 1, nextDay);
      else if (!alone) total += between(onDay, nextDay);
    }
    return total;
  }

  private offer(line: number, distance: number, nearest: Nearest): void {
    const { order } = this.patient.plan.names.charges;
    const isNearer =
      nearest.line < 0 ||
      distance < nearest.distance ||
      (distance === nearest.distance && (order[line] ?? 0) < (order[nearest.line] ?? 0));
    if (!isNearer) return;
    nearest.line = line;
    nearest.distance = distance;
  }

  /** The group of a line: -1 where it is in no episode, has a blank, or (without `add`) nobody is like it. */
  private groupOf(line: number, extra: number, add: boolean): number {
    const { keys, scope } = this;
    let id = add ? keys.intern(-1, extra) : keys.find(-1, extra);
    if (scope.episode !== null) {
      const episode = this.patient.episodeOf(scope.episode, line);
      if (episode < 0) return -1;
      id = add ? keys.intern(id, episode) : keys.find(id, episode);
    }
    for (const key of scope.keys) {
      const value = key.ids[line] ?? key.blank;
      if (value === key.blank || id < 0) return -1;
      id = add ? keys.intern(id, value) : keys.find(id, value);
    }
    return id;
  }

  /** The first position from `low` up to `high` whose day is not before `day`. */
  private lowerBound(low: number, high: number, day: number): number {
    const { days } = this.patient.plan.names;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((days[this.lines[middle] ?? 0] ?? 0) < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private positionOf(low: number, high: number, line: number): number {
    const end = high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.lines[middle] ?? 0) < line) low = middle + 1;
      else high = middle;
    }
    return low < end && this.lines[low] === line ? low : -1;
  }
}
