/** The cells of published tables: codes, dates, and texts that go into a table, each a value or the reason why not. */
import { dateExists, dayNumber, formatDate, noDate } from "@edict/rulebook";
import { Memo } from "../columns/memo.js";
import { usualDates } from "../values/dates.js";
import { readCode } from "../values/texts.js";
import type { Unreadable } from "../values/unreadable.js";
import { unreadable } from "../values/unreadable.js";
import { importReasons } from "./diagnostics.js";

const blank = unreadable(importReasons, "cell-blank", {});
const notInYear = unreadable(importReasons, "day-not-in-year", {});
const unwritable = unreadable(importReasons, "text-unwritable", {});

/** Codes, interned by whoever is asked. */
export function codeCells(idOf: (code: string) => number): (cell: string) => number | Unreadable {
  const known = new Memo<number | Unreadable>((cell) => {
    const code = cell === "" ? blank : readCode(cell);
    return typeof code === "string" ? idOf(code) : code;
  });
  return (cell) => known.get(cell);
}

const readDay = new Memo<number | Unreadable>((cell) => usualDates.read(cell));

/** A date that must be there. */
export function dayCell(cell: string): number | Unreadable {
  return cell === "" || cell === "*" ? blank : readDay.get(cell);
}

/** A date that may be open: blank, or a star. */
export function openDayCell(cell: string): number | Unreadable {
  return cell === "" || cell === "*" ? noDate : readDay.get(cell);
}

/** A date that may be open, as a year and a day of the year (`2013001`) or as any other; nothing but zeros is open too. */
export function dayOfYearCell(cell: string): number | Unreadable {
  if (/^0+$/.test(cell)) return noDate;
  const parts = /^(\d{4})(\d{3})$/.exec(cell);
  if (parts === null) return openDayCell(cell);
  const [year, day] = [Number(parts[1]), Number(parts[2])];
  if (year === 9999) return noDate;
  const last = dateExists(year, 2, 29) ? 366 : 365;
  return day >= 1 && day <= last ? dayNumber(year, 1, 1) + day - 1 : notInYear;
}

/**
 * A text of a few words. What a spreadsheet would run, or show otherwise than it is, goes into no table: a formula's
 * first sign, a control sign, a line break.
 */
export function textCell(cell: string): string | Unreadable {
  return cell.length > 200 || /^[=+\-@|]|[\p{Cc}\p{Cf}"]/u.test(cell) ? unwritable : cell;
}

const shownDays = new Map<number, string>([[noDate, ""]]);

/** A day as a table has it; nothing where it is open. */
export function dayText(day: number): string {
  const known = shownDays.get(day);
  if (known !== undefined) return known;
  const text = formatDate(day);
  shownDays.set(day, text);
  return text;
}

/** A text as a cell of CSV. */
export function quoted(text: string): string {
  return text.includes(",") ? `"${text}"` : text;
}
