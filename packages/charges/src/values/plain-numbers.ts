/**
 * Numbers and dates as nearly every cell has them, read from their bytes: digits with at most one point among them, and
 * `2026-03-02`. What is written in any other way is for the readers of texts, whose answer for these cells is the same.
 */
import { dateExists, dayNumber, noDate } from "@edict/rulebook";

/** Which numbers can be read from their bytes. */
export interface PlainNumbers {
  readonly longest: number;
  readonly decimals: number;
  /** The number is lower than this. */
  readonly below: number;
}

export const plainNumbers: PlainNumbers = { longest: 15, decimals: 15, below: Infinity };
export const plainUnits: PlainNumbers = { longest: 15, decimals: 4, below: 1e9 };
export const plainAges: PlainNumbers = { longest: 3, decimals: -1, below: 1000 };

const tens = Float64Array.from({ length: 16 }, (_, power) => Number(`1e${power}`));

/**
 * The number that a cell's bytes write; NaN where they write none plainly. Up to fifteen digits, both the digits and the
 * power of ten are exact, so that their quotient is the nearest number to what is written.
 */
export function plainNumber(bytes: Uint8Array, start: number, end: number, plain: PlainNumbers): number {
  if (end - start > plain.longest) return NaN;
  let digits = 0;
  let point = -1;
  for (let at = start; at < end; at++) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
    else if (digit === -2 && point < 0) point = at;
    else return NaN;
  }
  if (point < 0) return end > start && digits < plain.below ? digits : NaN;
  const decimals = end - point - 1;
  if (decimals > plain.decimals || end - start === 1) return NaN;
  const number = digits / (tens[decimals] ?? NaN);
  return number < plain.below ? number : NaN;
}

const firstYear = 1900;
const years = 256;
/** Days by year, month and day of the month: 0 where not yet asked for, -1 where the calendar has none, else the day and `shift`. */
const days = new Int32Array(years << 9);
const shift = 100_000;

/** The day that a cell's bytes write as `2026-03-02` or `20260302`; `noDate` where they do not, or the calendar lacks it. */
export function plainDay(bytes: Uint8Array, start: number, end: number): number {
  let gap = 0;
  if (end - start === 10) {
    if (bytes[start + 4] !== 45 || bytes[start + 7] !== 45) return noDate;
    gap = 1;
  } else if (end - start !== 8) {
    return noDate;
  }
  const year = twoDigits(bytes, start) * 100 + twoDigits(bytes, start + 2) - firstYear;
  const month = twoDigits(bytes, start + 4 + gap);
  const day = twoDigits(bytes, start + 6 + gap * 2);
  if (year < 0 || year >= years || month > 12 || day > 31) return noDate;
  const index = (year << 9) | (month << 5) | day;
  if (days[index] === 0) days[index] = dayOrNone(year + firstYear, month, day);
  const found = days[index] ?? -1;
  return found < 0 ? noDate : found - shift;
}

function dayOrNone(year: number, month: number, day: number): number {
  return dateExists(year, month, day) ? dayNumber(year, month, day) + shift : -1;
}

/** Beyond every year, month and day: what two bytes write that are not both digits. */
const far = 1 << 20;

function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] ?? 0) - 48;
  const ones = (bytes[at + 1] ?? 0) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : far;
}
