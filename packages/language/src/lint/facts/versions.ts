/** The dates that the version of an authority speaks of, where they can be read from it: `2026`, `2024Q3`, `July 2024`, `2026-01-01`. */
import { dayNumber, daysInMonth, parseIsoDate } from "@edict/rulebook";
import type { Days } from "../../names/sets/settle.js";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The days of a version, or null where it names none: `R9`, `chapter IX`. */
export function daysOfVersion(text: string): Days | null {
  const date = /\b\d{4}-\d{2}-\d{2}\b/.exec(text)?.[0];
  if (date !== undefined) {
    const day = parseIsoDate(date);
    return day === null ? null : { from: day, until: day };
  }
  const years = [...text.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g)].map(([year]) => Number(year));
  const [year] = years;
  // Two years are a stretch of which nobody knows what is meant.
  if (year === undefined || new Set(years).size > 1) return null;
  const quarter = /(?<![A-Za-z\d])Q([1-4])(?!\d)|\d{4}Q([1-4])(?!\d)/.exec(text);
  if (quarter !== null) {
    const first = (Number(quarter[1] ?? quarter[2]) - 1) * 3 + 1;
    return { from: dayNumber(year, first, 1), until: dayNumber(year, first + 2, daysInMonth(year, first + 2)) };
  }
  const month = months.findIndex((name) => new RegExp(`\\b${name}`, "i").test(text)) + 1;
  if (month > 0) return { from: dayNumber(year, month, 1), until: dayNumber(year, month, daysInMonth(year, month)) };
  return { from: dayNumber(year, 1, 1), until: dayNumber(year, 12, 31) };
}
