import { expect, test } from "vitest";
import { definitionAt, typeDefinitionAt } from "./definition.js";
import { analysed } from "./testing/analysed.js";
import { shown } from "./testing/shown.js";

/** Where the definition at each caret leads to. */
function definitions(written: string): readonly (readonly string[])[] {
  const { analysis, marks, host } = analysed(written);
  return [...marks].flatMap(([path, { carets }]) =>
    carets.map((offset) => {
      const found = definitionAt(analysis, path, offset, host);
      return (found?.to ?? []).map((landing) => shown(analysis, landing.path, landing.name));
    }),
  );
}

function typeDefinitions(written: string): readonly (readonly string[])[] {
  const { analysis, marks } = analysed(written);
  return [...marks].flatMap(([path, { carets }]) =>
    carets.map((offset) => {
      const found = typeDefinitionAt(analysis, path, offset);
      return (found?.to ?? []).map((landing) => shown(analysis, landing.path, landing.name));
    }),
  );
}

test("a name leads to its declaration, in whatever file it is", () => {
  expect(
    definitions(`
rule R-1 "a rule"
  for <|>Medicare in <|>hospital
  because <|>Manual
  forbid <|>Simulation with 77301 in the same <|>Course
  when <|>site = "a"
  deny
test "a test"
  given payer <|>Medicare, starting 2026-03-02
  day 1 77301 <|>site x
  expect no <|>R-1
--- other.edict
payer Medicare = "MEDICARE"
setting hospital = place 22
authority Manual "a manual"
codes Simulation = 77280
episode Course of 77301 ends after 60 days idle
field site text
override <|>R-1 for Medicare
  hold
`),
  ).toEqual([
    ["other.edict:1 Medicare"],
    ["other.edict:2 hospital"],
    ["other.edict:3 Manual"],
    ["other.edict:4 Simulation"],
    ["other.edict:5 Course"],
    ["other.edict:6 site"],
    ["other.edict:1 Medicare"],
    ["other.edict:6 site"],
    ["rules.edict:2 R-1"],
    ["rules.edict:2 R-1"],
  ]);
});

test("row.x leads to the header of its table, from a message too", () => {
  expect(
    definitions(`
table Most
  | code code | units |
  | 77300     | 10    |
rule R-1 "a rule"
  for each row of <|>Most
  limit row.<|>code to row.units units per day
  deny "{row.<|>units}"
`),
  ).toEqual([["rules.edict:2 Most"], ["rules.edict:3 code"], ["rules.edict:3 units"]]);
});

test("a code leads to every set that writes it, alone or in a range", () => {
  expect(
    definitions(`
codes One = 77301
codes Two = 77295, 77300..77305 except 77301
codes Three = One, 77295
diagnoses Breast = C50
diagnoses Cancer = C00..C96
modifiers Bypass = 59, XU
rule R-1 "a rule"
  forbid 773<|>01
  when diagnosis is C50.<|>911 and modifier in <|>59
  deny
`),
  ).toEqual([
    ["rules.edict:2 77301", "rules.edict:3 77300..77305"],
    ["rules.edict:5 C50", "rules.edict:6 C00..C96"],
    ["rules.edict:7 59"],
  ]);
});

test("a path leads to its file, or to the first file of its folder", () => {
  expect(
    definitions(`
--- rules/a.edict
use "<|>../codes"
use "<|>b.edict"
use "<|>b"
use "<|>missing"
table Pairs from "<|>pairs.csv"
  one code
--- rules/b.edict
rule R-1 "a rule"
  forbid 77301
  deny
--- codes/deep/y.edict
codes One = 77301
--- codes/x.edict
codes Two = 77301
--- rules/pairs.csv
one
`),
  ).toEqual([["codes/deep/y.edict:1 "], ["rules/b.edict:1 "], ["rules/b.edict:1 "], [], ["rules/pairs.csv:1 "]]);
});

test("type definitions: a rule's table, an episode's sets, a column's table, an alias's payer", () => {
  expect(
    typeDefinitions(`
table Most
  | code | units |
  | 77300 | 10    |
codes Delivery = 77385
episode Course of Delivery, 77427 ends after 60 days idle
payer Medicare = "MED<|>ICARE"
rule R-1 "a rule"
  for each row of Most
  limit row.<|>code to row.units units per <|>Course
  deny
waive R-<|>1 for Medicare
rule R-2 "another"
  forbid Deli<|>very
  deny
`),
  ).toEqual([
    ["rules.edict:7 Medicare"],
    ["rules.edict:2 Most"],
    ["rules.edict:5 Delivery"],
    ["rules.edict:2 Most"],
    [],
  ]);
});
