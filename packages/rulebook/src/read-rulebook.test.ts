import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readRulebook } from "./read-rulebook.js";
import { printRulebook } from "./print-rulebook.js";
import type { Rulebook } from "./rulebook.js";

const text = readFileSync(new URL("../example.json", import.meta.url), "utf8");

function read(value: unknown): Rulebook {
  const result = readRulebook(value);
  if ("problems" in result) throw new Error(result.problems.join("\n"));
  return result.rulebook;
}

/** The problems of the example after one text in it is replaced by another. */
function problems(from: string, to: string): readonly string[] {
  if (!text.includes(from)) throw new Error(`the example has no ${from}`);
  const result = readRulebook(JSON.parse(text.replace(from, to)));
  return "problems" in result ? result.problems : [];
}

function nestedNot(levels: number): unknown {
  let condition: unknown = { kind: "presence", field: "claim", is: "missing", on: "subject" };
  for (let level = 0; level < levels; level++) condition = { kind: "not", of: condition };
  return condition;
}

function withWhen(when: unknown): readonly string[] {
  const value = JSON.parse(text);
  value.rules[2].clauses.when = when;
  const result = readRulebook(value);
  return "problems" in result ? result.problems : [];
}

test("the example reads, and prints back to the same bytes", () => {
  expect(printRulebook(read(JSON.parse(text)))).toBe(text);
});

test("printing does not depend on the order of the keys that came in", () => {
  const turned: unknown = JSON.parse(text, (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toReversed())
      : value,
  );
  expect(printRulebook(read(turned))).toBe(text);
});

test("what is no rulebook at all is told in one sentence", () => {
  for (const value of [null, [], "text", 7, undefined])
    expect(readRulebook(value)).toHaveProperty("problems.length", 1);
  expect(readRulebook({ format: 2 })).toEqual({
    problems: ["format: this reads rulebooks of format 1 only; compile the rules again"],
  });
});

test("a missing key, an unknown key and a value of another kind", () => {
  expect(problems('"title": "IMRT planning', '"titel": "IMRT planning')).toEqual([
    "rules[1].title: missing; every key must be there, null where there is nothing to say",
    "rules[1].titel: unknown key; here stand id, title, doc, at, clauses, overrides, waivers, needs",
  ]);
  expect(problems('"severity": "hold"', '"severity": "denied"')).toEqual([
    'rules[2].clauses.outcome.severity: "denied" is not one of "deny", "hold", "review", "advise"',
  ]);
});

test("names must resolve, each in its own kind", () => {
  expect(problems('"payers": ["Medicare"]', '"payers": ["Medicar"]')).toEqual([
    'rules[0].clauses.payers[0]: there is no payer "Medicar" in this rulebook',
  ]);
  expect(problems('"settings": ["hospital"]', '"settings": ["Medicare"]')[0]).toContain("no setting");
  expect(problems('"episode": "Course"', '"episode": "Course2"')[0]).toContain("no episode");
  expect(problems('"sets": ["ProtonCovered"]', '"sets": ["Delivery"]')[0]).toContain("no diagnosis set");
  expect(problems('"sets": ["NcciBypass"]', '"sets": ["Delivery"]')[0]).toContain("no modifier set");
  expect(problems('"authority": "NCCI-IX"', '"authority": "NCCI"')[0]).toContain("no authority");
  expect(problems('"table": "MaxUnits"', '"table": "MaxUnit"')[0]).toContain("no table");
  expect(problems('"same": ["provider"]', '"same": ["tumour"]')[0]).toContain("no field");
  expect(problems('"rule": "RO-201"', '"rule": "RO-999"')[0]).toContain("no rule");
  expect(problems('"payer": "Medicare"', '"paidBy": "Medicare"')).toEqual([
    'tests[0].lines[0].fields.paidBy: there is no field "paidBy" in this rulebook',
  ]);
});

test("columns are looked up in the table at hand", () => {
  expect(problems('"columns": ["column2"]', '"columns": ["units"]')).toEqual([
    'rules[0].clauses.checks[0].subject.codes.columns[0]: the table has no column "units"; it has column1, column2, effective, deleted, indicator',
  ]);
  expect(problems('"table": "PtpEdits"', '"table": null')[0]).toMatch(/stands where there is no table$/);
  expect(problems('"column": "deleted"', '"column": "indicator"')[0]).toMatch(/of type number, not date$/);
});

test("dates exist, codes and modifiers have their shapes, ranges run upwards", () => {
  expect(problems('"date": "2024-01-01"', '"date": "2023-02-29"')[0]).toContain("is not a date of the calendar");
  expect(problems('"first": "77385"', '"first": "7738"')[0]).toContain("is not a code");
  expect(problems('"first": "77385"', '"first": "77387"')[0]).toContain("stands before");
  expect(problems('"last": "G6016"', '"last": "77386"')[0]).toContain("of the same shape");
  expect(problems('"before": "C62"', '"before": "C61"')[0]).toContain("nothing lies between");
  expect(problems('"modifier": "59"', '"modifier": "5"')[0]).toContain("is not a modifier");
});

test("a table's rows fit its columns", () => {
  expect(problems('["77334", 10, null, null]', '["77334", "ten", null, null]')).toEqual([
    'tables[0].source: row 3, column "units": "ten" does not fit a column of type number',
  ]);
  expect(problems('["77334", 10, null, null]', '["77334", 10, null]')[0]).toContain("row 3 has 3 cells");
});

test("a table's file stays within the rulebook's own folder", () => {
  for (const path of [
    "/etc/passwd",
    "../x.csv",
    "a/../../x.csv",
    "C:\\\\x.csv",
    "\\\\\\\\host\\\\x",
    "a\\\\..\\\\x",
    "..",
  ]) {
    expect(problems('"data/ptp.csv"', `"${path}"`)[0]).toContain("is not a path within the rulebook's own folder");
  }
  for (const path of ["ptp.csv", "a/b..c/x.csv", "a/...csv"])
    expect(problems('"data/ptp.csv"', `"${path}"`)).toEqual([]);
});

test("named things are sorted and declared once", () => {
  expect(problems('"name": "Delivery"', '"name": "Zoo"')).toContain(
    'codes: "Simulation" stands after "Zoo"; sort by name, by bytes',
  );
  expect(problems('"name": "Delivery"', '"name": "Simulation"')).toContain('codes: "Simulation" is declared twice');
});

test("a field is compared with values of its own kind", () => {
  expect(problems('"field": "tumor_site"', '"field": "code"')[0]).toContain(
    '"code" is compared with values of kind codes',
  );
  expect(
    problems(
      '"type": "text",\n                "values": ["prostate"]',
      '"type": "text",\n                "values": [7]',
    )[0],
  ).toContain("does not fit");
});

test("the other line is spoken of only where there is one", () => {
  const other = { kind: "presence", field: "claim", is: "missing", on: "other" };
  expect(withWhen(other)[0]).toContain("speaks of the other line");
});

test("an episode that lasts and a window hold at least a day", () => {
  expect(problems('"length": { "count": 90, "unit": "days" }', '"length": { "count": 0, "unit": "days" }')).toEqual([
    "episodes[0].ends.length: a length of 0 holds no day at all",
  ]);
  expect(
    problems('"length": { "count": 1, "unit": "months" }', '"length": { "count": 0, "unit": "months" }')[0],
  ).toContain("by.length: a length of 0 holds no day at all");
});

test("numbers are finite", () => {
  expect(problems('"value": 5000.5', '"value": 1e999')[0]).toContain("Infinity is not a finite number");
  const rulebook = read(JSON.parse(text));
  const [first, ...rest] = rulebook.tests;
  if (first === undefined) throw new Error("the example has a test");
  const lines = first.lines.map((line) => ({ ...line, units: Number.NaN }));
  expect(() => printRulebook({ ...rulebook, tests: [{ ...first, lines }, ...rest] })).toThrow("NaN");
});

test("keys that would touch a prototype are unknown keys like any other", () => {
  expect(
    problems('{\n  "format": 1,', '{\n  "__proto__": { "polluted": true }, "constructor": 1, "format": 1,'),
  ).toEqual([
    expect.stringMatching(/^\["?_*proto_*"?\]: unknown key/u),
    expect.stringMatching(/^constructor: unknown key/u),
  ]);
  expect(problems('"fields": { "payer"', '"fields": { "__proto__": "x", "payer"')[0]).toContain("there is no field");
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
});

test("nesting is bounded", () => {
  expect(withWhen(nestedNot(150))).toEqual([]);
  expect(withWhen(nestedNot(5000))).toEqual([expect.stringContaining("nested more than 220 deep")]);
});

test("at most fifty problems are told", () => {
  const value = JSON.parse(text);
  value.codes = Array.from({ length: 500 }, () => 7);
  expect(readRulebook(value)).toHaveProperty("problems.length", 50);
});
