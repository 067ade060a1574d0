/** The document that `edict diff --format json` prints is of the shape that the pages promise, over edits of every kind. */
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { commandLine } from "../../testing/command-line.js";

const { put, edict } = commandLine();

const rules = `
payer Medicare = "MEDICARE"
payer Aetna = "AETNA"
setting hospital = place 22
codes Sim = 77290
episode Course of Sim ends after 60 days idle
authority HOUSE "House policy"
rule A "a"
  for Medicare in hospital
  effective 2024-01-01 to 2026-12-31
  because HOUSE
  bundle Sim into 77301 on the same day
  deny
rule B "b"
  limit 77336 to 2 units per day
  deny
rule C "c"
  each 77427 requires Sim within 10 days before
  hold
`;

function misfits(document: unknown): unknown {
  const schema: unknown = JSON.parse(
    readFileSync(new URL("../../../../../docs/review-schema.json", import.meta.url), "utf8"),
  );
  if (typeof schema !== "object" || schema === null) throw new Error("the schema is an object");
  const fits = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
  return fits(document) ? [] : fits.errors;
}

test.each([
  ["nothing", rules, "same", 0],
  ["a set", rules.replace("Sim = 77290", "Sim = 77290, 77280"), "changed", 1],
  [
    "an allowance and a new rule",
    `${rules.replace("2 units", "1 unit")}rule D "d"\n  forbid 77370\n  deny\n`,
    "changed",
    1,
  ],
  ["dates", rules.replace("to 2026-12-31", "to 2025-12-31"), "changed", 1],
  ["a rule less", rules.slice(0, rules.indexOf("rule C")), "changed", 1],
  ["another name", rules.replace("rule C", "rule Z"), "changed", 1],
  ["an override", `${rules}override B for Aetna\n  limit 77336 to 5 units per day\n`, "changed", 1],
  ["what is said", rules.replace("  hold", '  review "look"'), "changed", 1],
])("%s", async (_, head, verdict, exit) => {
  put({ "old/a.edict": rules, "new/a.edict": head });
  const { code, out } = await edict("diff", "old", "new", "--format", "json", "--closed-through", "2025-06-30");
  const document: unknown = JSON.parse(out);
  expect(misfits(document)).toEqual([]);
  expect(document).toMatchObject({ base: { name: "old", commit: null }, head: { name: "new" }, verdict });
  expect(code).toBe(exit);
  expect(await edict("diff", "old", "new", "--format", "json", "--closed-through", "2025-06-30")).toMatchObject({
    out,
  });
});

test("a replay and a table", async () => {
  const table = (units: number, more = "") => `
table Units
  | code code | units number |
  | 77336 | ${units} |
${more}
rule T "t"
  for each row of Units
  limit row.code to row.units units per day
  deny
rule L "l"
  limit 77370 to 1 unit per day
  deny
rule F "f"
  forbid 77336
  ${units === 2 ? "hold" : "deny"}
`;
  const rows = Array.from({ length: 12 }, (_, at) => `Doe-${at},2026-03-02,77336,2,${at < 11 ? "9.25" : ""}`);
  put({ "old/a.edict": table(2), "new/a.edict": table(1, "  | 77370 | 3 |") });
  put({ "c.csv": ["patient,date,code,units,amount", ...rows, "Roe,2026-03-02,none,1,"].join("\n") });
  const { out } = await edict("diff", "old", "new", "--charges", "c.csv", "--format", "json");
  const document: unknown = JSON.parse(out);
  expect(misfits(document)).toEqual([]);
  const twelve = { exact: 12 };
  const turned = { findings: twelve, claims: null, patients: twelve, amount: { exact: 101.75, ofAllLines: false } };
  expect(document).toMatchObject({
    tables: [
      {
        table: "Units",
        keys: { columns: ["code"], base: 1, head: 2, same: 0 },
        changes: { added: 1, ended: 0, changed: 1, dates: 0 },
        examples: [
          { change: "changed", key: ["77336"], from: null, to: null, base: [[2]], head: [[1]] },
          { change: "added", key: ["77370"] },
        ],
        readBy: ["T"],
        naming: [
          { rule: "F", changes: 1 },
          { rule: "L", changes: 1 },
        ],
      },
    ],
    replay: {
      corpus: { files: 1 },
      rows: { exact: 13 },
      rejected: { fewerThan: 11 },
      readTwice: false,
      notCompared: [],
      findings: { gained: { findings: 12, smallCells: 0 }, lost: { findings: 0 }, changed: { findings: 12 } },
      cells: [
        { rule: "F", turn: "changed", ...turned },
        { rule: "T", turn: "gained", ...turned },
      ],
      total: { findings: { about: 20 }, patients: { about: 20 }, amount: { about: 100 } },
    },
  });
  expect(out).not.toMatch(/Doe|Roe|c\.csv|9\.25/);
});
