/** The longest that durations can be, in days. */
import type { DurationLiteral } from "../../ast/nodes.js";

const longest: { readonly [U in DurationLiteral["unit"]]: number } = { days: 1, weeks: 7, months: 31, years: 366 };
const shortest: { readonly [U in DurationLiteral["unit"]]: number } = { days: 1, weeks: 7, months: 28, years: 365 };

/** The most days that a duration can have. */
export function mostDays({ count, unit }: DurationLiteral): number {
  return count * longest[unit];
}

/** The fewest days that a duration can have. */
export function fewestDays({ count, unit }: DurationLiteral): number {
  return count * shortest[unit];
}
