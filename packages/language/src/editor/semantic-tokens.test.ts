import { dayNumber } from "@edict/rulebook";
import { expect, test } from "vitest";
import { semanticTokens } from "./semantic-tokens.js";
import { analysed } from "./testing/analysed.js";

/** Every token of `rules.edict` as `word type modifier`; keywords only where they are asked for. */
function tokens(text: string, keywords = false): readonly string[] {
  const { analysis } = analysed(text);
  const found = semanticTokens(analysis, "rules.edict", { today: dayNumber(2026, 3, 2) });
  return found
    .filter(({ type }) => keywords || type !== "keyword")
    .map(({ start, end, type, modifiers }) => [text.slice(start, end), type, ...modifiers].join(" "));
}

test("names are what they name", () => {
  expect(
    tokens(`payer Medicare = "MCR"
authority A "title" version "2026"
setting hospital = place 19
episode Course of Delivery ends after 60 days idle
codes Delivery = 77402
field tumor_site text
`),
  ).toEqual([
    "Medicare payer declaration",
    '"MCR" string',
    "A authority declaration",
    '"title" string',
    '"2026" string',
    "hospital setting declaration",
    "19 number",
    "Course episode declaration unused",
    "Delivery set",
    "60 days duration",
    "Delivery set declaration",
    "77402 code",
    "tumor_site field declaration",
  ]);
});

test("an item that has ended is deprecated, one that ends later is not", () => {
  expect(tokens("codes A = 77385..77386 until 2025-12-31, G6003 until 2026-12-31 # x")).toEqual([
    "A set declaration unused",
    "77385 code deprecated",
    "77386 code deprecated",
    "2025-12-31 date",
    "G6003 code",
    "2026-12-31 date",
    "# x comment",
  ]);
});

test("a rule", () => {
  expect(
    tokens(`rule R-1 "title"
  for each row of T
  limit row.code having modifier is 26 to row.units units per day and provider
  unless units > 4 or amount >= $5,000 or diagnosis in C61, D33
  deny as CARC 97 RARC N20 "{code} is one {days}"
  suggest modifier XS
table T
  | code | units |
  | 77300 | 10 |
`),
  ).toEqual([
    "R-1 rule declaration",
    '"title" string',
    "T table",
    "code column",
    "modifier field",
    "26 modifier",
    "units column",
    "provider field",
    "units field",
    "4 number",
    "amount field",
    "$5,000 money",
    "diagnosis field",
    "C61 diagnosis",
    "D33 diagnosis",
    "97 number",
    "N20 number",
    '" string',
    "{code} placeholder",
    " is one  string",
    "{days} placeholder",
    '" string',
    "XS modifier",
    "T table declaration",
    "code column",
    "units column",
    "77300 code",
    "10 number",
  ]);
});

test("a test, with its keywords", () => {
  const text = `test "t"\n  given payer P, starting 2026-03-02\n  day 1 77427-26 x2 diagnosis C61\n  expect no R`;
  expect(tokens(text, true)).toEqual([
    "test keyword",
    '"t" string',
    "given keyword",
    "payer field",
    "P string",
    "starting keyword",
    "2026-03-02 date",
    "day keyword",
    "1 number",
    "77427 code",
    "26 modifier",
    "x2 number",
    "diagnosis field",
    "C61 diagnosis",
    "expect keyword",
    "no keyword",
    "R rule",
  ]);
});

test("a stretch has only what meets it", () => {
  const { analysis, marks } = analysed("codes A = 77280\ncodes B = <|77290|>, 77301\n");
  const within = marks.get("rules.edict")?.ranges[0];
  if (within === undefined) throw new Error("a stretch is marked");
  expect(semanticTokens(analysis, "rules.edict", { today: null, within })).toEqual([
    { ...within, type: "code", modifiers: [] },
  ]);
});
