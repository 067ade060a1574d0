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
  const { code, out } = await edict("diff", "old", "new", "--format", "json");
  const document: unknown = JSON.parse(out);
  const schema: unknown = JSON.parse(
    readFileSync(new URL("../../../../../docs/review-schema.json", import.meta.url), "utf8"),
  );
  if (typeof schema !== "object" || schema === null) throw new Error("the schema is an object");
  const fits = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
  expect(fits(document) ? [] : fits.errors).toEqual([]);
  expect(document).toMatchObject({ base: { name: "old", commit: null }, head: { name: "new" }, verdict });
  expect(code).toBe(exit);
  expect(await edict("diff", "old", "new", "--format", "json")).toMatchObject({ out });
});
