import { expect, test } from "vitest";
import { clauses, companion, declared, limit, line, lines, isText, rule, rulebook } from "./making.js";
import { referenceEvaluate } from "./evaluate.js";
import { missingColumns, needsOf } from "./needs.js";

test("a rule needs the columns that its clauses name, of every override and waiver too", () => {
  const settings = { settings: [declared("hospital", { places: ["22"], bills: [] })] };
  const at = { file: "rules/a.edict", line: 1, column: 1 };
  const check = companion(
    lines("77290"),
    { ...lines("77301"), having: isText("age", ["4"]) },
    { kind: "present" },
    { same: ["provider", "code"] },
  );
  const own = rule(clauses([check], { settings: ["hospital"], unless: isText("primary diagnosis", ["C61"]) }), {
    overrides: [
      {
        label: "for Aetna",
        at,
        reach: { payers: ["Aetna"], settings: [], effective: null },
        clauses: clauses([limit(lines("77300"), 1, { kind: "claim" })]),
      },
    ],
  });
  expect(needsOf(rulebook(own, settings), own).map(({ anyOf }) => anyOf.join(" or "))).toEqual([
    "setting or place",
    "payer",
    "age or birth",
    "provider",
    "diagnoses",
    "claim",
    "units",
  ]);
});

test("each file must have one of the columns; else the rule is not evaluated, and its account says that it looked at nothing", () => {
  const files = [
    { name: "a.csv", fields: new Set(["place", "units"]) },
    { name: "b.csv", fields: new Set(["setting"]) },
  ];
  expect(
    missingColumns([{ anyOf: ["setting", "place"] }, { anyOf: ["units"] }, { anyOf: ["age", "birth"] }], files),
  ).toEqual(["units", "age", "birth"]);
  const own = rule(clauses([limit(lines("77300"), 0, { kind: "day" })]), { needs: [{ anyOf: ["units"] }] });
  const account = referenceEvaluate({
    rulebook: rulebook(own),
    lines: [line("2026-03-02", "77300")],
    files,
    tables: new Map(),
  });
  expect(account).toEqual({
    findings: [],
    checks: [],
    notEvaluated: [{ rule: "R", needs: ["units"] }],
    rules: [{ rule: "R", subjects: 0, findings: 0, outsideEpisodes: 0, unusableRows: 0 }],
  });
});
