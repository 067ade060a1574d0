/**
 * Dates of service, of birth and of declared fields, as charge files write them (`language.md` section 6): the three
 * usual forms, or the one that a layout gives. A time behind the date is dropped, whatever it is: a date is the day that
 * is written. Every date must exist in the calendar.
 */
import { dateExists, dayNumber } from "@edict/rulebook";
import { rowReasons } from "../diagnostics.js";
import type { Unreadable } from "./unreadable.js";
import { unreadable } from "./unreadable.js";

/** A way to read dates. */
export interface DateForm {
  /** The day number of a trimmed text that is not empty. */
  readonly read: (text: string) => number | Unreadable;
  /** True where the form has years of two digits, read as 2000 to 2099. */
  readonly twoDigitYears: boolean;
}

const notADate = unreadable(rowReasons, "date-unreadable", {});
const notInCalendar = unreadable(rowReasons, "date-not-in-calendar", {});
const serialNumber = unreadable(rowReasons, "date-is-serial-number", {});

/** No date with its time is longer; what is longer is not looked at, so that no cell can cost more than it should. */
const longest = 40;

const timeBehind =
  /^(\S+?)(?:T|\s+)[0-2]?\d:[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?\s*(?:[AaPp][Mm])?\s*(?:Z|[+-]\d{2}:?\d{2})?$/;
const yearFirst = /^(\d{4})-(\d{2})-(\d{2})$/;
const digitsOnly = /^(\d{4})(\d{2})(\d{2})$/;
const monthFirst = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
/** Day numbers of Excel from 1954 to 2119, a time of day behind a point included. */
const excelDays = /^[2-7]\d{4}(?:\.\d+)?$/;

/** `2026-03-02`, `20260302`, `3/2/2026`. */
export const usualDates: DateForm = {
  twoDigitYears: false,
  read: (text) => {
    const plain = plainDate(text);
    if (plain !== null) return plain;
    if (text.length > longest) return notADate;
    const date = withoutTime(text);
    const ordered = yearFirst.exec(date) ?? digitsOnly.exec(date);
    if (ordered !== null) return day(Number(ordered[1]), Number(ordered[2]), Number(ordered[3]));
    const slashed = monthFirst.exec(date);
    if (slashed !== null) return day(Number(slashed[3]), Number(slashed[1]), Number(slashed[2]));
    return excelDays.test(text) ? serialNumber : notADate;
  },
};

/**
 * The form that a layout writes, such as `MM/DD/YYYY` or `D.M.YY`; null where it is none: year, month and day must each
 * stand in it once. Where something that is no digit stands on both sides, a month or day of one digit is read too.
 */
export function dateForm(form: string): DateForm | null {
  const parts = form.toUpperCase().split(/(YYYY|YY|MM|M|DD|D)/);
  const order: ("Y" | "M" | "D")[] = [];
  let pattern = "";
  for (const [index, part] of parts.entries()) {
    const isField = index % 2 === 1;
    if (!isField && /[A-Za-z]/.test(part)) return null;
    if (!isField) {
      pattern += part.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
      continue;
    }
    const endsInField = parts[index + 1] === "" && index < parts.length - 2;
    const touches = endsInField || (parts[index - 1] === "" && index > 1);
    // Of one digit or two, and then straight on: nobody could say where it ends.
    if (endsInField && part.length === 1) return null;
    order.push(part.startsWith("Y") ? "Y" : part.startsWith("M") ? "M" : "D");
    pattern += part.startsWith("Y") || (touches && part.length === 2) ? `(\\d{${part.length}})` : "(\\d{1,2})";
  }
  if (order.length !== 3 || new Set(order).size !== 3) return null;
  const whole = new RegExp(`^${pattern}$`);
  const [year, month, dayOfMonth] = [order.indexOf("Y") + 1, order.indexOf("M") + 1, order.indexOf("D") + 1];
  const twoDigitYears = !form.toUpperCase().includes("YYYY");
  const notInForm = unreadable(rowReasons, "date-not-as-layout-says", { form });
  return {
    twoDigitYears,
    read: (text) => {
      if (text.length > longest + form.length) return notInForm;
      // The form itself may hold a space, so the whole cell is tried before its time is taken off.
      const found = whole.exec(text) ?? whole.exec(withoutTime(text));
      if (found === null) return notInForm;
      return day(Number(found[year]) + (twoDigitYears ? 2000 : 0), Number(found[month]), Number(found[dayOfMonth]));
    },
  };
}

/** A date as `2026-03-02` without a regular expression: most files have nothing else, a million times. */
function plainDate(text: string): number | Unreadable | null {
  if (text.length !== 10 || text.charCodeAt(4) !== hyphen || text.charCodeAt(7) !== hyphen) return null;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const dayOfMonth = digits(text, 8, 10);
  return year < 0 || month < 0 || dayOfMonth < 0 ? null : day(year, month, dayOfMonth);
}

const hyphen = 45;

/** The number that the digits from `start` up to `end` write, -1 where one is no digit. */
function digits(text: string, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    number = number * 10 + digit;
  }
  return number;
}

function withoutTime(text: string): string {
  return text.includes(":") ? (timeBehind.exec(text)?.[1] ?? text) : text;
}

function day(year: number, month: number, dayOfMonth: number): number | Unreadable {
  return dateExists(year, month, dayOfMonth) ? dayNumber(year, month, dayOfMonth) : notInCalendar;
}
