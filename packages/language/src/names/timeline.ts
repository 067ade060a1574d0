/** The days of a test's timeline, worked out (`language.md` section 5): day 1 is the date after `starting`. */
import { parseIsoDate, weekday } from "@edict/rulebook";
import type { DateLiteral, When } from "../ast/nodes.js";

/** A line or an expectation of days may name at most so many: ten years. */
export const mostDays = 3660;

/** The days that a line or an expectation names, in order; null where they cannot be told. */
export function daysOfWhen(when: When, starting: DateLiteral | null): readonly number[] | null {
  if (when.kind === "date-literal") {
    const day = parseIsoDate(when.text);
    return day === null ? null : [day];
  }
  const start = starting === null ? null : parseIsoDate(starting.text);
  if (start === null || when.first < 1 || when.last < when.first || when.last > mostDays) return null;
  const days: number[] = [];
  for (let number = when.first; number <= when.last; number++) {
    const day = start + number - 1;
    if (!when.weekdaysOnly || weekday(day) <= 5) days.push(day);
  }
  return days;
}
