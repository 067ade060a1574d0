import { expect, test } from "vitest";
import { lower } from "../compile.js";
import { analysed } from "../editor/testing/analysed.js";
import { plainRule } from "./plain-rule.js";

const names = `
codes Simulation = 77280, 77290
modifiers Bypass = 59, XS
payer Medicare = "MCR"
payer Aetna = "AETNA"
setting hospital = place 22
episode Course of Simulation, 77301 ends after 60 days idle
authority NCCI "NCCI Policy Manual" version "2026"
`;

/** The sentences of the only rule of a text. */
function said(clauses: string, more = ""): readonly string[] {
  const rulebook = lower(analysed(`${names}\nrule R-1 "t"\n${clauses}\n${more}`).analysis);
  const rule = rulebook?.rules[0];
  if (rulebook === null || rule === undefined) throw new Error("the rule of this test has a mistake");
  return plainRule(rule, rulebook).sentences.map(({ text }) => text);
}

test("a rule is said whole, in the order in which a reader asks", () => {
  const rule = `for Medicare in hospital
  effective 2024-01-01 to 2026-12-31
  because NCCI "not reported apart"
  bundle Simulation into 77301 that follows within 30 days in the same Course
  unless modifier in Bypass on either line
  deny as CARC 97 "{code} is part of {other.code}"
  suggest remove`;
  expect(said(rule)).toEqual([
    "This rule holds for Medicare, in hospital, for dates of service from 2024-01-01 to 2026-12-31.",
    "Each line of Simulation is denied (CARC 97) where another line of 77301 stands on the same day or up to 30 days after it, in the same Course.",
    "It says nothing where a modifier of either line is one of Bypass.",
    "The finding reads: “{code} is part of {other.code}”.",
    "It suggests to remove the line.",
    "So says NCCI Policy Manual, version 2026: “not reported apart”.",
  ]);
});

test("a rule for everybody says so", () => {
  expect(said("forbid 77301\nhold")[0]).toBe(
    "This rule holds for every payer, in every setting, on every date of service.",
  );
});

test("an override says what it changes, and a waiver where the rule is off", () => {
  const changed = `override R-1 for Aetna
  bundle 77290 into 77301 on the same day
waive R-1 for Medicare effective 2026-07-01`;
  const sentences = said('bundle 77290 into 77301 that follows within 30 days\ndeny "no"', changed);
  expect(sentences.slice(-2)).toEqual([
    "Instead, for Aetna, in every setting, on every date of service: Each line of 77290 is denied where another line of 77301 stands on the same day.",
    "The rule is off for Medicare, in every setting, for dates of service from 2026-07-01 on.",
  ]);
});

test("an override may ask about other lines than the rule", () => {
  expect(said('forbid 77301\nwhen units > 1\ndeny "no"', "override R-1 for Aetna\n  when units > 3").at(-1)).toContain(
    "It looks only at lines of which this is true: its units are more than 3.",
  );
});

test.each([
  [
    "each 77301 requires Simulation within 60 days before",
    "where no other line of Simulation stands on the same day or up to 60 days before it",
  ],
  [
    "each 77301 requires Simulation within 1 to 60 days",
    "stands 1 to 60 days before or after it (not on the same day)",
  ],
  [
    "each 77301 requires at least 2 days of Simulation before",
    "where fewer than 2 days of Simulation stand before it or on the same day",
  ],
  [
    "first 77301 requires authorization is present",
    "The first line of 77301 of each patient is denied unless its authorization is filled",
  ],
  ["last 77301 requires 77280 after in the same Course", "The last line of 77301 in each Course"],
  [
    "forbid 77301 having modifier is 26 with 77301 having modifier is TC on the same claim",
    "Each line of 77301 (where its modifier is 26) is denied where another line of 77301 (where its modifier is TC) stands on the same claim",
  ],
  [
    "limit any code except 77336 to 1 line per day and code",
    "Lines of any code but not 77336 are denied once they go past 1 line on one day with the same code",
  ],
  [
    "limit 77301 to 2 units per 30 days all lines",
    "All lines of 77301 together are denied where they come to more than 2 units within any 30 days",
  ],
  [
    "limit 77427 to 1 unit for every 1 day of 77402 per 1 month and provider",
    "past 1 unit for every day of 77402 within any month with the same provider",
  ],
  [
    "limit 77427 to 1 unit for every 5 days of 77402 counting a remainder of 3 or more per Course",
    "past 1 unit for every 5 days of 77402 (3 or more left over count once more) in one Course",
  ],
  [
    "expect 77336 at least 1 unit for every 5 days of 77402 but at least 1 per Course",
    "The last line of 77402 is denied where the units of 77336 in one Course are fewer than 1 unit for every 5 days of 77402, but never less than 1",
  ],
  [
    "expect 77336 at least 1 unit for every 5 days of 77402 having modifier is 26 per Course",
    "The last line of 77402 (where its modifier is 26) is denied where the units of 77336",
  ],
])("%s", (statement, words) => {
  expect(said(`${statement}\ndeny "no"`).join(" ")).toContain(words);
});

test("what stands in a table is said with its column", () => {
  const table = "table Limits\n  | code code | most number | since date |\n  | 77301     | 2           | 2026-01-01 |";
  const rule = `for each row of Limits
  effective row.since
  limit row.code to row.most units per day
  deny "no"`;
  expect(said(rule, table).slice(0, 3)).toEqual([
    "This rule holds for every payer, in every setting, for dates of service from the date in the row's column “since” on.",
    "It is asked once for each row of Limits.",
    "Lines of the code in the row's column “code” are denied once they go past the units in the row's column “most” on one day.",
  ]);
});

test("advice is given", () => {
  expect(said('forbid 77301\nadvise "so"')[1]).toBe("Each line of 77301 is given advice.");
  expect(said('limit 77301 to 1 unit per day\nadvise "so"')[1]).toContain("Lines of 77301 are given advice once");
});

test.each([
  ["not modifier in 26, 59", "none of its modifiers is 26 or 59"],
  ["not place is 11 on either line", "neither line's place of service is 11"],
  ["not (place is 11 or units > 2)", "its place of service is not 11 and it is not so that its units are more than 2"],
  ["diagnosis is missing", "its diagnoses are missing"],
  ["amount >= $10,000", "its amount is at least $10,000"],
  ["$0.50 > amount", "its amount is less than $0.50"],
  ['form = "professional"', "its form of claim is professional"],
  ["authorization is missing on either line", "either line's authorization is missing"],
  ["5 < units", "its units are more than 5"],
  ["date >= 2026-01-01", "its date of service is on or after 2026-01-01"],
  ['provider != "A"', 'its provider is filled and is not "A"'],
  ["diagnosis in C61, C00..C20", "its diagnosis is C00 and on, before C21 or C61"],
  ["payer is Medicare", "its payer is Medicare"],
  ["not modifier in Bypass, 26", "none of its modifiers is one of Bypass or 26"],
])("%s", (condition, words) => {
  expect(said(`bundle 77290 into 77301 on the same day\nunless ${condition}\ndeny "no"`)[2]).toContain(words);
});
