/** Small arbitraries that the others are made of: choices, places, dates, durations. */
import type { Duration, IsoDate, Place } from "@edict/rulebook";
import { dayNumber, formatDate } from "@edict/rulebook";
import fc from "fast-check";
import type { Arbitrary } from "fast-check";
import type { TableName } from "./vocabulary.js";
import { dates } from "./vocabulary.js";

/** One of some values. */
export function oneOf<T>(values: readonly T[]): Arbitrary<T> {
  return fc.constantFrom(...values);
}

/** Some of some values, in their own order; few more often than many. */
export function someOf<T>(values: readonly T[], most: number, least = 0): Arbitrary<T[]> {
  return fc.subarray([...values], {
    minLength: Math.min(least, values.length),
    maxLength: Math.min(most, values.length),
  });
}

/** Null so many times in a hundred, and it shrinks to null. */
export function orNull<T>(arbitrary: Arbitrary<T>, percent: number): Arbitrary<T | null> {
  return fc.oneof(
    { withCrossShrink: true },
    { arbitrary: fc.constant(null), weight: percent },
    { arbitrary, weight: 100 - percent },
  );
}

/** Some of some values, none so many times in a hundred. */
export function mostlyNone<T>(values: readonly T[], most: number, percent: number): Arbitrary<readonly T[]> {
  return orNull(someOf(values, most, 1), percent).map((some) => some ?? []);
}

export const place: Arbitrary<Place> = fc.record({
  file: oneOf(["rules/a.edict", "rules/b.edict"]),
  line: fc.integer({ min: 1, max: 99 }),
  column: oneOf([1, 3]),
});

/** Mostly one of a few days, else any of some four months. */
export const date: Arbitrary<IsoDate> = fc.oneof(
  { withCrossShrink: true },
  { arbitrary: oneOf(dates), weight: 4 },
  { arbitrary: fc.integer({ min: 0, max: 120 }).map((days) => formatDate(dayNumber(2026, 1, 1) + days)), weight: 1 },
);

/** A length of time of at least some days. */
export function duration(least: number): Arbitrary<Duration> {
  const days = [0, 1, 2, 14, 28, 29, 30, 31, 59, 60, 90].filter((count) => count >= least);
  return fc.oneof(
    { arbitrary: oneOf(days).map((count): Duration => ({ count, unit: "days" })), weight: 5 },
    { arbitrary: oneOf([1, 2, 4]).map((count): Duration => ({ count, unit: "weeks" })), weight: 1 },
    { arbitrary: oneOf([1, 2, 3]).map((count): Duration => ({ count, unit: "months" })), weight: 2 },
    { arbitrary: fc.constant<Duration>({ count: 1, unit: "years" }), weight: 1 },
  );
}

/**
 * An arbitrary for each of the tables that a rule may be judged by, made once: making arbitraries anew for each case
 * costs far more than drawing from them.
 */
export function byTable<T>(make: (table: TableName | null) => Arbitrary<T>): (table: TableName | null) => Arbitrary<T> {
  const made = new Map<TableName | null, Arbitrary<T>>();
  return (table) => {
    const own = made.get(table) ?? make(table);
    made.set(table, own);
    return own;
  };
}
