import { formatDate } from "@edict/rulebook";
import { expect, test } from "vitest";
import type { DateForm } from "./dates.js";
import { dateForm, usualDates } from "./dates.js";
import { Unreadable } from "./unreadable.js";

function read(form: DateForm | null, text: string): string {
  const day = form?.read(text) ?? new Unreadable("no form", "");
  return day instanceof Unreadable ? day.code : formatDate(day);
}

test.each([
  ["2026-03-02", "2026-03-02"],
  ["20260302", "2026-03-02"],
  ["3/2/2026", "2026-03-02"],
  ["03/02/2026", "2026-03-02"],
  ["2026-03-02T00:00:00", "2026-03-02"],
  ["2026-03-02 00:00:00.000", "2026-03-02"],
  ["2026-03-02T23:47:39Z", "2026-03-02"],
  ["2026-03-02T23:47:39+05:30", "2026-03-02"],
  ["3/2/2026 12:00:00 AM", "2026-03-02"],
  ["2024-02-29", "2024-02-29"],
  ["2026-02-29", "date-not-in-calendar"],
  ["13/2/2026", "date-not-in-calendar"],
  ["2026-13-01", "date-not-in-calendar"],
  ["2026-3-2", "date-unreadable"],
  ["2026-03-0x", "date-unreadable"],
  ["2026/03/02", "date-unreadable"],
  ["3/2/26", "date-unreadable"],
  ["2-MAR-2026", "date-unreadable"],
  ["2026-03-02 morning", "date-unreadable"],
  ["2026-03-02T99:00", "date-unreadable"],
  ["46083", "date-is-serial-number"],
  ["46083.5", "date-is-serial-number"],
  ["77301", "date-is-serial-number"],
  ["=TODAY()", "date-unreadable"],
  [" ".repeat(100_000) + "x", "date-unreadable"],
])("a usual date %s is %s", (text, expected) => expect(read(usualDates, text)).toBe(expected));

test.each([
  ["MM/DD/YYYY", "03/02/2026", "2026-03-02"],
  ["MM/DD/YYYY", "3/2/2026", "2026-03-02"],
  ["DD/MM/YYYY", "03/02/2026", "2026-02-03"],
  ["D.M.YYYY", "2.3.2026", "2026-03-02"],
  ["DD-MM-YY", "02-03-26", "2026-03-02"],
  ["YYYYMMDD", "20260302", "2026-03-02"],
  ["MMDDYYYY", "03022026", "2026-03-02"],
  ["YYYY MM DD", "2026 03 02", "2026-03-02"],
  ["DDM.YYYY", "023.2026", "2026-03-02"],
  ["YYYY年MM月DD", "2026年3月2", "2026-03-02"],
  ["20YY-MM-DD", "2026-03-02", "2026-03-02"],
  ["MM/DD/YYYY", "03/02/2026 00:00", "2026-03-02"],
  ["MM/DD/YYYY", "2026-03-02", "date-not-as-layout-says"],
  ["MMDDYYYY", "3022026", "date-not-as-layout-says"],
  ["DD/MM/YYYY", "31/02/2026", "date-not-in-calendar"],
  ["MM/DD/YY", "03/02/2026", "date-not-as-layout-says"],
])("as %s, %s is %s", (form, text, expected) => expect(read(dateForm(form), text)).toBe(expected));

test.each(["MM/DD", "YYYY-MM", "DMYYYY", "DMM-YYYY", "MON DD YYYY", "YYYY-MM-DD HH", "", "YYYY-YY-DD"])(
  "%s is no form",
  (form) => expect(dateForm(form)).toBeNull(),
);

test("only a form without YYYY has years of two digits", () => {
  expect(dateForm("MM/DD/YY")?.twoDigitYears).toBe(true);
  expect(dateForm("MM/DD/YYYY")?.twoDigitYears).toBe(false);
});
