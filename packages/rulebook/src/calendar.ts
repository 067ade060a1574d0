/**
 * The calendar that the treaty's dates rest on: ISO dates in text, whole days since 1970-01-01 in numbers, and the
 * contract's durations (section 2: months and years by the calendar, clamped to the last day of the month).
 * Pure arithmetic on the proleptic Gregorian calendar; nothing here reads a clock or a time zone.
 */

/** A date as text, `2026-03-02`. */
export type IsoDate = string;

/** `60 days`, `2 weeks`, `3 months`, `1 year`. */
export interface Duration {
  readonly count: number;
  readonly unit: "days" | "weeks" | "months" | "years";
}

const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** The number of days in a month (1 to 12). */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whole days since 1970-01-01 of a year, month (1 to 12) and day that exist. */
export function dayNumber(year: number, month: number, day: number): number {
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const inYear = (daysBeforeMonth[month - 1] ?? 0) + (month > 2 && isLeapYear(year) ? 1 : 0) + day - 1;
  return before * 365 + leapDays + inYear - 719162;
}

/** True where such a day exists in the calendar, years 1 to 9999. */
export function dateExists(year: number, month: number, day: number): boolean {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The day number of an ISO date, or null where the text is no date of the calendar. */
export function parseIsoDate(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return dateExists(year, month, day) ? dayNumber(year, month, day) : null;
}

/** Year, month (1 to 12) and day of a day number. */
export function dateParts(day: number): { readonly year: number; readonly month: number; readonly day: number } {
  // Civil-from-days over 400-year eras that start on March 1st, so that a leap day is the last day of its year.
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** The ISO text of a day number. */
export function formatDate(day: number): IsoDate {
  const parts = dateParts(day);
  const pad = (value: number, width: number): string => String(value).padStart(width, "0");
  return `${pad(parts.year, 4)}-${pad(parts.month, 2)}-${pad(parts.day, 2)}`;
}

/** The day that lies a duration after (sign 1) or before (sign -1) a day. */
export function addDuration(day: number, duration: Duration, sign: 1 | -1): number {
  switch (duration.unit) {
    case "days":
      return day + sign * duration.count;
    case "weeks":
      return day + sign * duration.count * 7;
    case "months":
      return addMonths(day, sign * duration.count);
    case "years":
      return addMonths(day, sign * duration.count * 12);
  }
}

function addMonths(day: number, months: number): number {
  const parts = dateParts(day);
  const index = parts.year * 12 + (parts.month - 1) + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return dayNumber(year, month, Math.min(parts.day, daysInMonth(year, month)));
}

/** The day of the week of a day number: 1 is Monday, 7 is Sunday. */
export function weekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}
