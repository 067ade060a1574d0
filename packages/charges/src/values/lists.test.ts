import { expect, test } from "vitest";
import { readDiagnosis, readList, readModifier, splitList } from "./lists.js";
import { Unreadable } from "./unreadable.js";

const shown = (list: string[] | Unreadable): string => (list instanceof Unreadable ? list.code : list.join("+"));

test("lists split at spaces, commas, semicolons and bars", () => {
  expect(splitList(" C61, Z51.0;C50|D33  C34", null)).toEqual(["C61", "Z51.0", "C50", "D33", "C34"]);
});

test("a layout's separator splits alone", () => {
  expect(splitList("C61 / Z51.0 /", "/")).toEqual(["C61", "Z51.0"]);
  expect(splitList("26^59", "^")).toEqual(["26", "59"]);
  expect(splitList("26 59", "")).toEqual(["26 59"]);
});

test.each([
  ["26", "26"],
  ["26,xs", "26+XS"],
  ["lt rt 26 59 xs", "LT+RT+26+59+XS"],
  ["2659", "modifier-unreadable"],
  ["26,5", "modifier-unreadable"],
  ["ß", "modifier-unreadable"],
])("the modifiers %s are %s", (text, expected) => expect(shown(readList(text, null, readModifier))).toBe(expected));

test.each([
  ["C61", "C61"],
  ["c50.911, Z51.0", "C50911+Z510"],
  ["C50911", "C50911"],
  ["185", "diagnosis-is-icd-9"],
  ["174.9", "diagnosis-is-icd-9"],
  ["C6", "diagnosis-unreadable"],
  ["prostate", "diagnosis-unreadable"],
  ["C50..911", "diagnosis-unreadable"],
])("the diagnoses %s are %s", (text, expected) => expect(shown(readList(text, null, readDiagnosis))).toBe(expected));

test.each(["\u00a0C61", "C61 \tC50", " C61 C50 ", "C61  C50", "C61,C50 Z51.0", "C61|C50", "C61\u001fC50 C51"])(
  "the diagnoses of %j are those of its parts",
  (text) =>
    expect(readList(text, null, readDiagnosis)).toEqual(splitList(text, null).map((part) => part.replace(".", ""))),
);
