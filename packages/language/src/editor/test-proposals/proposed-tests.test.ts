import { expect, test } from "vitest";
import { analysed } from "../testing/analysed.js";
import { proposedTests } from "./proposed-tests.js";

const declared = `payer Medicare = "MC"
payers Government = Medicare
setting hospital = place 22, bill 13
codes Simulation = 77280, 77285
codes Delivery = 77385 until 2025-12-31, 77402
episode Course of Delivery ends after 60 days idle
modifiers Apart = 59, XS
field tumor_site text
table Most
  | code  | units |
  | 77300 | 10    |
`;

/** The proposals for a rule `R` with these clauses, without the words that all of them have. */
function proposals(clauses: string): readonly string[] {
  const { analysis } = analysed(`${declared}rule R "t"\n  ${clauses}\n  deny "{code}"\n`);
  const errors = analysis.diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("; "));
  const found = proposedTests(analysis, "R")?.tests ?? [];
  return found.map(({ text }) =>
    text.replace('test "R: ', "").replace('"\n', "\n").replace(/\n\s*/g, " · ").replaceAll(/ +/g, " "),
  );
}

test("a window: its last day, and a day past it", () => {
  expect(proposals("bundle Simulation into 77301 that follows within 30 days")).toEqual([
    "77301 30 days after 77280 · given starting 2026-03-02 · day 1 77280 · day 31 77301 · expect R on 77280 day 1",
    "77301 31 days after 77280 · given starting 2026-03-02 · day 1 77280 · day 32 77301 · expect no R",
  ]);
  expect(proposals("each 77301 requires Simulation within 2 months before")).toEqual([
    "77280 59 days before 77301 · given starting 2026-01-02 · day 1 77280 · day 60 77301 · expect no R",
    "77280 60 days before 77301 · given starting 2026-01-01 · day 1 77280 · day 61 77301 · expect R on 77301 day 61",
  ]);
});

test("the same day, and whoever, wherever and whenever the rule holds", () => {
  expect(
    proposals(
      "for Government in hospital\n  effective 2024-01-03\n  forbid 77280 with 77285 on the same day by the same provider",
    ),
  ).toEqual(
    [
      'on the day of 77280 · given payer Medicare, place 22, starting 2024-01-08 · day 1 77280 provider "A" · day 1 77285 provider "A" · expect R on 77280 day 1',
      '1 day after 77280 · given payer Medicare, place 22, starting 2024-01-08 · day 1 77280 provider "A" · day 2 77285 provider "A" · expect no R',
    ].map((text) => `77285 ${text}`),
  );
});

test("without a window, what has to be equal is what differs", () => {
  expect(proposals("forbid 77280 with 77285 on the same claim")).toEqual([
    '77285 on the day of 77280 · given starting 2026-03-02 · day 1 77280 claim "C1" · day 1 77285 claim "C1" · expect R on 77280 day 1',
    '77285 with another claim than 77280 · given starting 2026-03-02 · day 1 77280 claim "C1" · day 1 77285 claim "C2" · expect no R',
  ]);
});

test("an episode is there, by a code that holds on that day", () => {
  expect(proposals("each 77301 requires Simulation in the same Course")[0]).toBe(
    "77280 on the day of 77301 · given starting 2026-03-02 · day 1 77301 · day 1 77280 · day 1 77402 · expect no R",
  );
});

test("at least so many, and one fewer", () => {
  expect(proposals("each 77427 requires at least 2 days of Delivery within 6 days before").slice(0, 2)).toEqual([
    "2 days of 77402 6 days before 77427 · given starting 2026-02-24 · day 1 77402 · day 2 77402 · day 7 77427 · expect no R",
    "1 day of 77402 6 days before 77427 · given starting 2026-02-24 · day 1 77402 · day 7 77427 · expect R on 77427 day 7",
  ]);
});

test("an allowance, and one more", () => {
  expect(proposals("limit 77300 to 2 lines per claim and tumor_site")).toEqual([
    '2 lines of 77300 · given starting 2026-03-02 · day 1 77300 claim "C1" tumor_site "A" · day 1 77300 claim "C1" tumor_site "A" · expect no R',
    '3 lines of 77300 · given starting 2026-03-02 · day 1 77300 claim "C1" tumor_site "A" · day 1 77300 claim "C1" tumor_site "A" · day 1 77300 claim "C1" tumor_site "A" · expect R on 77300 day 1',
  ]);
  expect(proposals("for each row of Most\n  limit row.code to row.units units per day")[1]).toContain(
    "day 1 77300 x11 · expect R on 77300 day 1",
  );
  expect(proposals("limit 77427 to 1 unit for every 2 days of Delivery but at least 3 per patient")[1]).toBe(
    "4 units of 77427 with 2 days of 77402 · given starting 2026-03-02 · day 1 77402 · day 1 77427 x4 · day 2 77402 · expect R on 77427 day 1",
  );
});

test("too few of what is expected, on the last line", () => {
  expect(proposals("expect 77336 at least 1 unit for every 2 days of Delivery per patient")[1]).toBe(
    "0 units of 77336 with 2 days of 77402 · given starting 2026-03-02 · day 1 77402 · day 2 77402 · expect R on 77402 day 2",
  );
});

test("a condition true and false, in units and in fields", () => {
  expect(proposals("each 77300 requires units <= 4")).toEqual([
    "4 units of 77300 · given starting 2026-03-02 · day 1 77300 x4 · expect no R",
    "5 units of 77300 · given starting 2026-03-02 · day 1 77300 x5 · expect R on 77300 day 1",
  ]);
  expect(proposals("each 77300 requires tumor_site is present")).toEqual([
    '77300 with tumor_site A · given starting 2026-03-02 · day 1 77300 tumor_site "A" · expect no R',
    "77300 · given starting 2026-03-02 · day 1 77300 · expect R on 77300 day 1",
  ]);
});

test("when lets the subject through, and unless lets it off", () => {
  expect(proposals("forbid 77301\n  when age < 18\n  unless modifier in Apart")).toEqual([
    "77301 · given starting 2026-03-02 · day 1 77301 age 17 · expect R on 77301 day 1",
    "77301 with modifier 59 · given starting 2026-03-02 · day 1 77301-59 age 17 · expect no R",
  ]);
  expect(proposals("bundle 77280 into 77301 on the same day\n  unless modifier is XS on the other line").at(-1)).toBe(
    "77301 on the day of 77280 with modifier XS · given starting 2026-03-02 · day 1 77280 · day 1 77301-XS · expect no R",
  );
});

test("a sequence, and a code in place of another", () => {
  expect(proposals("sequence 77280, then 77301 within 5 days").slice(1)).toEqual([
    "77280 6 days before 77301 · given starting 2026-02-24 · day 1 77280 · day 7 77301 · expect R on 77301 day 7",
  ]);
  expect(proposals("replace 77385 with G6015\n  effective to 2025-06-30")).toEqual([
    "77385 · given starting 2025-06-30 · day 1 77385 · expect R on 77385 day 1",
    "G6015 already · given starting 2025-06-30 · day 1 G6015 · expect no R",
  ]);
});

test("nothing for what cannot be told, nor while the rulebook has an error", () => {
  expect(proposals("each 77300 requires a row of Most where code is row.code")).toEqual([]);
  expect(proposals("forbid 77300\n  when amount > 5 and code in 77301")).toEqual([]);
  expect(proposedTests(analysed('rule R "t"\n  forbid Nobody\n  deny\n').analysis, "R")).toBeNull();
});
