/**
 * Windows as days: where a companion's date may lie as seen from its subject's, and where a `per N days` window begins.
 * A scope is taken apart into strictly before, the same day, and strictly after, since the same day counts in every
 * direction (`language.md` section 4, Scope).
 */
import type { Duration, Window } from "@edict/rulebook";
import { addDuration } from "@edict/rulebook";
import { firstDay, lastDay } from "../columns/date-ranges.js";

/** Dates in scope: `beforeFrom` to `beforeTo`, the subject's own where `sameDay`, and `afterFrom` to `afterTo`. */
export interface WindowDays {
  beforeFrom: number;
  beforeTo: number;
  sameDay: boolean;
  afterFrom: number;
  afterTo: number;
}

/** The dates in all windows of a scope. The answer is one object, written anew at each call. */
export function scopeDays(windows: readonly Window[]): (day: number) => WindowDays {
  const days: WindowDays = { beforeFrom: 0, beforeTo: 0, sameDay: true, afterFrom: 0, afterTo: 0 };
  return (day) => {
    days.beforeFrom = firstDay;
    days.beforeTo = day - 1;
    days.sameDay = true;
    days.afterFrom = day + 1;
    days.afterTo = lastDay;
    for (let at = 0; at < windows.length; at++) {
      const window = windows[at];
      if (window !== undefined) narrow(days, window, day);
    }
    return days;
  };
}

/** Whether a date is among them. */
export function isInScope(days: WindowDays, subjectDay: number, day: number): boolean {
  if (day === subjectDay) return days.sameDay;
  return day < subjectDay
    ? day >= days.beforeFrom && day <= days.beforeTo
    : day >= days.afterFrom && day <= days.afterTo;
}

/** Whether the subject's own date is all that a scope ever lets in. */
export function isOneDay(windows: readonly Window[]): boolean {
  return windows.some(({ max }) => max?.count === 0) && windows.every(({ min }) => min.count === 0);
}

/** The first date that may be in scope, as seen from a subject's day. */
export function firstDayOf(days: WindowDays, subjectDay: number): number {
  return days.beforeFrom <= days.beforeTo ? days.beforeFrom : subjectDay;
}

/** The last date that may be in scope. */
export function lastDayOf(days: WindowDays, subjectDay: number): number {
  return days.afterFrom <= days.afterTo ? days.afterTo : subjectDay;
}

/** `per N days` is the day and the N - 1 before it; weeks, months and years by the calendar. */
export function windowStart(length: Duration): (day: number) => number {
  return (day) => addDuration(day, length, -1) + 1;
}

function narrow(days: WindowDays, window: Window, day: number): void {
  const { direction, min, max } = window;
  if (min.count > 0) days.sameDay = false;
  if (direction === "after") days.beforeTo = firstDay - 1;
  else {
    days.beforeTo = Math.min(days.beforeTo, addDuration(day, min, -1));
    if (max !== null) days.beforeFrom = Math.max(days.beforeFrom, addDuration(day, max, -1));
  }
  if (direction === "before") days.afterFrom = lastDay + 1;
  else {
    days.afterFrom = Math.max(days.afterFrom, addDuration(day, min, 1));
    if (max !== null) days.afterTo = Math.min(days.afterTo, addDuration(day, max, 1));
  }
}
