import { expect, test } from "vitest";
import { readAge, readNumber, readUnits } from "./numbers.js";
import { Unreadable } from "./unreadable.js";

const shown = (value: number | Unreadable): number | string => (value instanceof Unreadable ? value.code : value);

test.each([
  ["4", 4],
  ["2.5", 2.5],
  [".5", 0.5],
  ["5.", 5],
  ["$1,250.00", 1250],
  ["$ 12.50", 12.5],
  ["-12.50", -12.5],
  ["-$12.50", -12.5],
  ["$-12.50", -12.5],
  ["($12.50)", -12.5],
  ["(1,000)", -1000],
  ["+3", 3],
  ["-0", 0],
  ["1,234,567.89", 1234567.89],
  ["12,50", "number-unreadable"],
  ["1e3", "number-unreadable"],
  ["--1", "number-unreadable"],
  ["(-1)", "number-unreadable"],
  ["1.2.3", "number-unreadable"],
  [".", "number-unreadable"],
  ["$", "number-unreadable"],
  ["()", "number-unreadable"],
  ["NaN", "number-unreadable"],
  ["9".repeat(400), "number-unreadable"],
  ["=1+1", "number-unreadable"],
])("the number %s is %s", (text, expected) => expect(shown(readNumber(text))).toBe(expected));

test.each([
  ["1", 1],
  ["0", 0],
  ["-2", -2],
  ["0.0001", 0.0001],
  ["1.00000000", 1],
  ["(2)", -2],
  ["0.00001", "units-too-fine"],
  ["(0.00001)", "units-too-fine"],
  ["1000000000", "units-too-large"],
  ["one", "number-unreadable"],
])("the units %s are %s", (text, expected) => expect(shown(readUnits(text))).toBe(expected));

test.each([
  ["0", 0],
  ["67", 67],
  ["67.0", 67],
  ["-1", "age-unreadable"],
  ["6.5", "age-unreadable"],
  ["45Y", "age-unreadable"],
])("the age %s is %s", (text, expected) => expect(shown(readAge(text))).toBe(expected));
