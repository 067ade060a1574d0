/** What a new state of a table of pairs means for the rules beside it. */
import { compile, rulesNaming } from "@edict/language";
import { tableChanges } from "@edict/charges";
import { tableData } from "@edict/engine";
import { HouseRules, readShape, rulesReading } from "@edict/review";
import type { Rulebook } from "@edict/rulebook";
import { noDate } from "@edict/rulebook";
import { expect, test } from "vitest";
import { memoryHost } from "../hosts/memory-host.js";

const reader = `
rule TABLE "pairs of the table"
  for Medicare
  for each row of Pairs
  effective row.effective to row.deleted
  bundle row.column2 into row.column1 on the same day
  unless row.indicator = 1 and modifier is 59
  deny
`;

const head = (rules: string, ...rows: string[]): Rulebook => {
  const text = `
payer Medicare = "MEDICARE"
payer Aetna = "AETNA"
codes Simulation = 77280, 77285 until 2025-12-31, 77290

table Pairs
  | column1 code | column2 code | effective date | deleted date | indicator number | note text |
${rows.map((row) => `  | ${row} |`).join("\n")}
${reader}
${rules}
`;
  const { rulebook, diagnostics } = compile(["a.edict"], memoryHost(new Map([["a.edict", text]])));
  if (rulebook === null) throw new Error(diagnostics.map(({ message }) => message).join("; "));
  return rulebook;
};

/** The rules that a table's change concerns, each in a line. */
function standing(rules: string, before: readonly string[], after: readonly string[]): readonly string[] {
  const [base, now] = [head(rules, ...before), head(rules, ...after)];
  const shape = readShape(base, now, "Pairs");
  if (shape === null) throw new Error("the rule reads the table");
  const house = new HouseRules(now, "Pairs", shape.keys, rulesNaming(now));
  const data = (rulebook: Rulebook) => tableData(rulebook.tables.find(({ name }) => name === "Pairs") ?? never());
  tableChanges(data(base), data(now), { shape, since: noDate, onChange: (change) => house.add(change) });
  return house
    .all()
    .map(({ rule, standing: is, pairs, examples, sameScope }) =>
      [rule, is, pairs, examples.map((pair) => pair.join(" into ")).join(", "), sameScope ? "" : "other scope"]
        .join(" ")
        .trim(),
    );
}

function never(): never {
  throw new Error("the text declares the table");
}

const kept = "77427 | 77014 | 2020-01-01 | | 0 | ";

test("what is read of a table: its keys, what they say, and when; a column that no rule reads is not", () => {
  const [base, now] = [head("", kept), head("", kept)];
  expect(readShape(base, now, "Pairs")).toEqual({
    keys: ["column1", "column2"],
    values: ["indicator"],
    from: "effective",
    to: "deleted",
  });
  expect(rulesReading(now, "Pairs").map(({ id }) => id)).toEqual(["TABLE"]);
});

test("a rule that says what a new row says, on the same day or elsewhere too", () => {
  const rules = `
rule SAME "the same" bundle Simulation into 77301 on the same day deny
rule WIDE "in a wider scope" forbid Simulation with 77301 within 30 days deny
`;
  const added = ["77301 | 77280 | 2026-07-01 | | 0 | ", "77301 | 77290 | 2026-07-01 | | 0 | "];
  expect(standing(rules, [kept], [kept, ...added])).toEqual([
    "SAME redundant 2 77280 into 77301, 77290 into 77301",
    "WIDE redundant 2 77280 into 77301, 77290 into 77301 other scope",
  ]);
});

test("a rule whose pair has ended, and one that says it the other way round", () => {
  const rules = `
rule OLD "still says so" bundle 77280 into 77301 on the same day deny
rule TURN "the other way round" bundle 77301 into 77290 on the same day deny
`;
  const before = [kept, "77301 | 77280 | 2020-01-01 | | 0 | "];
  const after = [kept, "77301 | 77280 | 2020-01-01 | 2026-06-30 | 0 | ", "77301 | 77290 | 2026-07-01 | | 0 | "];
  expect(standing(rules, before, after)).toEqual(["OLD ended 1 77280 into 77301", "TURN reverse 1 77301 into 77290"]);
});

test("rules for other payers, of other days, or of codes that a set holds no more have nothing to do with it", () => {
  const rules = `
rule PAYER "another payer" for Aetna bundle 77280 into 77301 on the same day deny
rule OVER "over" effective 2020-01-01 to 2025-12-31 bundle 77280 into 77301 on the same day deny
rule ENDED "a code that ended" bundle Simulation into 77301 on the same day deny
rule LIMIT "another question" limit 77280 to 1 unit per day deny
`;
  const [first, second] = ["77301 | 77285 | 2026-07-01 | | 0 | ", "77301 | 77280 | 2026-07-01 | | 0 | "];
  expect(standing(rules, [kept], [kept, first])).toEqual([]);
  expect(standing(rules, [kept], [kept, second])).toEqual(["ENDED redundant 1 77280 into 77301"]);
});

test("an indicator that changed, and dates that are over, are the table's own affair", () => {
  const rules = 'rule SAME "the same" bundle 77014 into 77427 on the same day deny';
  expect(standing(rules, [kept], ["77427 | 77014 | 2020-01-01 | | 1 | "])).toEqual([]);
  expect(standing(rules, [kept], ["77427 | 77014 | 2019-01-01 | | 0 | a note"])).toEqual([]);
});
