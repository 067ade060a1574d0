import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDuration,
  dateExists,
  dateParts,
  dayNumber,
  daysInMonth,
  formatDate,
  parseIsoDate,
  weekday,
} from "./calendar.js";

const dayLength = 86_400_000;
// Years 1 to 9999.
const anyDay = fc.integer({ min: -719162, max: 2932896 });

function utc(day: number): Date {
  return new Date(day * dayLength);
}

test("days and dates agree with the platform's calendar in UTC", () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const date = utc(day);
      const parts = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
      expect(dateParts(day)).toEqual(parts);
      expect(dayNumber(parts.year, parts.month, parts.day)).toBe(day);
      expect(weekday(day)).toBe(((date.getUTCDay() + 6) % 7) + 1);
    }),
    { numRuns: 2000 },
  );
});

test("an ISO date reads back as itself", () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      expect(formatDate(day)).toBe(utc(day).toISOString().slice(0, 10));
      expect(parseIsoDate(formatDate(day))).toBe(day);
    }),
    { numRuns: 2000 },
  );
});

test("the ends of the calendar and the leap days", () => {
  expect([formatDate(-719162), formatDate(2932896)]).toEqual(["0001-01-01", "9999-12-31"]);
  expect([daysInMonth(2024, 2), daysInMonth(2025, 2), daysInMonth(1900, 2), daysInMonth(2000, 2)]).toEqual([
    29, 28, 28, 29,
  ]);
  expect(dateExists(2024, 2, 29) && dateExists(2000, 2, 29)).toBe(true);
  expect(dateExists(2025, 2, 29) || dateExists(2025, 13, 1) || dateExists(2025, 4, 31) || dateExists(0, 1, 1)).toBe(
    false,
  );
});

test("what is no date of the calendar is null", () => {
  for (const text of [
    "2025-02-29",
    "2025-2-3",
    "20250203",
    "2025-00-10",
    "2025-01-32",
    "0000-01-01",
    "",
    "2025-01-01 ",
  ]) {
    expect(parseIsoDate(text), text).toBe(null);
  }
});

function moved(text: string, count: number, unit: "days" | "weeks" | "months" | "years", sign: 1 | -1): string {
  return formatDate(addDuration(parseIsoDate(text) ?? Number.NaN, { count, unit }, sign));
}

test("months and years are clamped to the last day of the month", () => {
  expect(moved("2025-01-31", 1, "months", 1)).toBe("2025-02-28");
  expect(moved("2024-01-31", 1, "months", 1)).toBe("2024-02-29");
  expect(moved("2025-03-31", 1, "months", -1)).toBe("2025-02-28");
  expect(moved("2024-02-29", 1, "years", 1)).toBe("2025-02-28");
  expect(moved("2025-12-31", 2, "months", 1)).toBe("2026-02-28");
  expect(moved("2025-01-15", 13, "months", -1)).toBe("2023-12-15");
  expect(moved("2025-12-30", 1, "weeks", 1)).toBe("2026-01-06");
  expect(moved("2025-03-01", 1, "days", -1)).toBe("2025-02-28");
});

test("a month later keeps the day wherever the month has it", () => {
  fc.assert(
    fc.property(fc.integer({ min: -100000, max: 100000 }), fc.integer({ min: 0, max: 600 }), (day, count) => {
      const from = dateParts(day);
      const to = dateParts(addDuration(day, { count, unit: "months" }, 1));
      expect(to.year * 12 + to.month).toBe(from.year * 12 + from.month + count);
      expect(to.day).toBe(Math.min(from.day, daysInMonth(to.year, to.month)));
    }),
  );
});
