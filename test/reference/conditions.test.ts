import { expect, test } from "vitest";
import type { CompareCondition, Condition, Rulebook } from "@edict/rulebook";
import type { PlainLine } from "./lines.js";
import { clauses, declared, evaluated, isText, line, lines, rule, rulebook } from "./making.js";

/** True where the condition holds of a line of 77301. */
function holds(condition: Condition, rest: Partial<PlainLine>, declarations: Partial<Rulebook> = {}): boolean {
  const check = { kind: "line" as const, pick: "each" as const, subject: lines("77301"), requires: condition };
  return (
    evaluated(rulebook(rule(clauses([check])), declarations), [line("2026-03-02", "77301", rest)]).findings.length === 0
  );
}

function units(comparison: CompareCondition["comparison"], value: number, field = "units"): Condition {
  const left = { kind: "field", field } as const;
  return { kind: "compare", left, comparison, right: { kind: "number", value }, on: "subject" };
}

test("a comparison with a blank is false, != too; so not of it is true", () => {
  expect(holds(units("=", 5, "amount"), {})).toBe(false);
  expect(holds(units("!=", 5, "amount"), {})).toBe(false);
  expect(holds({ kind: "not", of: units("=", 5, "amount") }, {})).toBe(true);
  expect(holds({ kind: "presence", field: "amount", is: "missing", on: "subject" }, {})).toBe(true);
  expect(holds({ kind: "presence", field: "claim", is: "present", on: "subject" }, { fields: { claim: " " } })).toBe(
    false,
  );
});

test("age is the line's own, else worked out from birth on the date of service", () => {
  expect(holds(units("=", 18, "age"), { fields: { birth: "2008-03-02" } })).toBe(true);
  expect(holds(units("=", 17, "age"), { fields: { birth: "2008-03-03" } })).toBe(true);
  expect(holds(units("=", 4, "age"), { fields: { birth: "2008-03-03", age: 4 } })).toBe(true);
});

test("a diagnosis covers everything more specific", () => {
  const spans = [{ first: "C50", before: "C51", from: null, until: null }];
  const breast: Condition = {
    kind: "in",
    field: "diagnoses",
    values: { kind: "diagnoses", sets: [], spans, columns: [] },
    on: "subject",
  };
  expect(holds(breast, { diagnoses: ["C61", "C50.911"] })).toBe(true);
  expect(holds({ ...breast, field: "primary diagnosis" }, { diagnoses: ["C61", "C50.911"] })).toBe(false);
  expect(holds(breast, { diagnoses: ["C51.0"] })).toBe(false);
});

test("a payer is its name or an alias without case; a group's name stands for its members", () => {
  const payers = [
    declared("Medicaid", { aliases: [] }),
    declared("Medicare", { aliases: ["MEDICARE PART B*", "MCR"] }),
  ];
  const declarations = { payers, payerGroups: [declared("Government", { members: ["Medicaid", "Medicare"] })] };
  const is = (names: string[], texts: string[]): Condition => ({
    kind: "in",
    field: "payer",
    values: { kind: "payers", names, texts, columns: [] },
    on: "subject",
  });
  const of = (condition: Condition, payer: string) => holds(condition, { fields: { payer } }, declarations);
  expect(of(is(["Medicare"], []), "medicare")).toBe(true);
  expect(of(is(["Medicare"], []), "Medicare part B of X")).toBe(true);
  expect(of(is(["Medicare"], []), "MCRX")).toBe(false);
  expect(of(is([], ["government"]), "mcr")).toBe(true);
  expect(of(is([], ["mc*"]), "MCR")).toBe(true);
  expect(of(is([], ["bcbs"]), "BCBS")).toBe(true);
});

test("a setting column wins over place and bill; a line may be in two settings", () => {
  const settings = [
    declared("clinic", { places: ["22"], bills: [] }),
    declared("hospital", { places: ["19", "22"], bills: ["13"] }),
  ];
  const is = (name: string): Condition => ({
    kind: "in",
    field: "setting",
    values: { kind: "settings", names: [name], columns: [] },
    on: "subject",
  });
  const of = (name: string, fields: PlainLine["fields"]) => holds(is(name), { fields }, { settings });
  expect([of("clinic", { place: "22" }), of("hospital", { place: "22" })]).toEqual([true, true]);
  expect([of("clinic", { place: "22", setting: "Hospital" }), of("hospital", { setting: "Hospital" })]).toEqual([
    false,
    true,
  ]);
  expect([of("hospital", { bill: "0131" }), of("hospital", { bill: "0851" })]).toEqual([true, false]);
});

test("dated items hold by the line's date of service, both bounds within", () => {
  const until = (date: string): Condition => ({
    kind: "in",
    field: "modifiers",
    values: { kind: "modifiers", sets: [], spans: [{ modifier: "59", from: null, until: date }], columns: [] },
    on: "subject",
  });
  expect(holds(until("2026-03-02"), { modifiers: ["26", "59"] })).toBe(true);
  expect(holds(until("2026-03-01"), { modifiers: ["26", "59"] })).toBe(false);
});

test("a row of a table where every comparison holds of that one row", () => {
  const columns = ["payer", "site"].map((name) => ({ name, type: "text" as const, header: null }));
  const rows = [
    ["Aetna", "prostate"],
    ["Cigna", "breast"],
    [null, "lung"],
  ];
  const covered = declared("Covered", { columns, source: { kind: "rows" as const, rows } });
  const equal = (column: string, field: string): Condition => ({
    kind: "compare",
    left: { kind: "row", column },
    comparison: "=",
    right: { kind: "field", field },
    on: "subject",
  });
  const where: Condition = { kind: "all", of: [equal("payer", "payer"), equal("site", "tumor_site")] };
  const of = (payer: string, tumor_site: string) =>
    holds({ kind: "row", table: "Covered", where }, { fields: { payer, tumor_site } }, { tables: [covered] });
  expect([of("aetna", "prostate"), of("Aetna", "breast"), of("Aetna", "lung")]).toEqual([true, false, false]);
});

test("and, or", () => {
  const [place, provider] = [isText("place", ["22"]), isText("provider", ["A"])];
  const fields = { place: "22", provider: "B" };
  expect(holds({ kind: "all", of: [place, provider] }, { fields })).toBe(false);
  expect(holds({ kind: "any", of: [place, provider] }, { fields })).toBe(true);
});
