import type { Check, Condition, Finding, FindingLine, Rulebook } from "@edict/rulebook";
import { expect, test } from "vitest";
import {
  absent,
  allowance,
  clauses,
  companionCheck,
  declared,
  expectation,
  limit,
  lineCheck,
  lines,
  number,
  override,
  per,
  rule,
  rulebook,
  sameDay,
  scope,
} from "../testing/rules.js";
import { rulesBySources } from "./compared-sources.js";
import { differenceTeller } from "./difference.js";

const of = (source: string): Condition => ({
  kind: "compare",
  left: { kind: "field", field: "record" },
  comparison: "=",
  right: { kind: "text", value: source },
  on: "subject",
});
const hospital = lines("77412", of("hospital"));
const department = lines("77412", of("department"));

function line(file: string): FindingLine {
  const rest = { claim: null, date: "2026-03-02", code: "77412", modifiers: [], units: 1, amount: null };
  return { file, row: 2, line: "2", patient: "P1", ...rest };
}

function finding(parts: Partial<Finding>): Finding {
  return {
    rule: "R-1",
    override: null,
    outcome: "deny",
    carc: null,
    rarc: null,
    message: "",
    subject: line("hospital.csv"),
    others: [],
    tableRow: null,
    count: null,
    allowed: null,
    suggestion: null,
    because: [],
    at: { file: "a.edict", line: 1, column: 1 },
    ...parts,
  };
}

const needs = [{ anyOf: ["record"] }];
const book = (...checks: readonly Check[]): Rulebook =>
  rulebook([rule("R-1", { checks }, { needs })], { fields: [{ ...declared("record"), type: "source" }] });

/** `in hospital, not in department` and its like. */
function told(checks: Check | Rulebook, parts: Partial<Finding>): string {
  const tell = differenceTeller("kind" in checks ? book(checks) : checks, (file) => file.replace(".csv", ""));
  const { in: own, notIn, fewerIn, alsoIn } = tell(finding(parts));
  return [own, `not ${notIn.join(" ")}`, `fewer ${fewerIn.join(" ")}`, `also ${alsoIn.join(" ")}`].join(" | ");
}

test("a companion that is absent or too few is lacking, one that is present stands beside", () => {
  const requires = companionCheck(hospital, department, scope(sameDay), absent);
  expect(told(requires, {})).toBe("hospital | not department | fewer  | also ");
  const several = companionCheck(hospital, department, scope(sameDay), {
    kind: "fewer-than",
    amount: number(2),
    measure: "lines",
  });
  expect(told(several, { count: 0, allowed: 2 })).toBe("hospital | not department | fewer  | also ");
  expect(told(several, { count: 1, allowed: 2 })).toBe("hospital | not  | fewer department | also ");
  const bundle = companionCheck(hospital, department, scope(sameDay));
  expect(told(bundle, { others: [line("department.csv")] })).toBe("hospital | not  | fewer  | also department");
});

test("a ratio between sources: what an expect lacks, and what a limit has too much of", () => {
  const ratio = (than: typeof hospital) => allowance(number(1), { amount: number(1), measure: "units", lines: than });
  const expects = expectation(department, "units", ratio(hospital), per("day"));
  expect(told(expects, { count: 0, allowed: 1 })).toBe("hospital | not department | fewer  | also ");
  expect(told(expects, { count: 1, allowed: 2 })).toBe("hospital | not  | fewer department | also ");
  const limits = limit(hospital, "units", ratio(department), per("day"));
  expect(told(limits, { count: 1, allowed: 0 })).toBe("hospital | not department | fewer  | also ");
  expect(told(limits, { count: 2, allowed: 1 })).toBe("hospital | not  | fewer department | also ");
});

test("what counts over all sources stands beside its other lines; what looks at one line is in its source alone", () => {
  const once = limit(lines("77412"), "units", allowance(number(1)), per("day"));
  const others = [line("hospital.csv"), line("department.csv")];
  expect(told(once, { others })).toBe("hospital | not  | fewer  | also department");
  expect(told(lineCheck(hospital), {})).toBe("hospital | not  | fewer  | also ");
});

test("under an override, its own statement says what is compared", () => {
  const own = clauses({ checks: [companionCheck(hospital, department, scope(sameDay), absent)] });
  const checks = [companionCheck(hospital, lines("77412", of("physicians")), scope(sameDay), absent)];
  const changed = override(["Aetna"], own, { checks });
  const rules = [rule("R-1", own, { needs, overrides: [changed] })];
  const whole = rulebook(rules, { fields: [{ ...declared("record"), type: "source" }] });
  expect(told(whole, {})).toBe("hospital | not department | fewer  | also ");
  expect(told(whole, { override: changed.label })).toBe("hospital | not physicians | fewer  | also ");
  expect(rulesBySources(whole).comparing.map(({ sources }) => sources)).toEqual([
    ["department", "hospital", "physicians"],
  ]);
});

test("a rule compares sources where it needs a field that says them, whatever it names", () => {
  const when: Condition = { kind: "presence", field: "record", is: "present", on: "subject" };
  const among: Condition = {
    kind: "in",
    field: "record",
    values: { kind: "plain", type: "text", values: ["a", "b"], columns: [] },
    on: "subject",
  };
  const checks = [lineCheck(lines("77412"))];
  const rules = [
    rule("R-1", { checks, when }, { needs }),
    rule("R-2", { checks, unless: { kind: "not", of: { kind: "any", of: [among, when] } } }, { needs }),
    rule("R-3", { checks }),
  ];
  const parted = rulesBySources(rulebook(rules, { fields: [{ ...declared("record"), type: "source" }] }));
  expect(parted.comparing.map(({ rule: { id }, sources }) => `${id} ${sources.join(" ")}`)).toEqual([
    "R-1 ",
    "R-2 a b",
  ]);
  expect(parted.others.map(({ id }) => id)).toEqual(["R-3"]);
  expect(rulesBySources(rulebook(rules)).comparing).toEqual([]);
});
