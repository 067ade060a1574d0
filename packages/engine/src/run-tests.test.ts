import type { Expectation, RuleTest, TestLine } from "@edict/rulebook";
import { expect, test } from "vitest";
import { runTests } from "./run-tests.js";
import { lineCheck, lines, rule, rulebook } from "./testing/rules.js";

const at = { file: "rules/x.edict", line: 9, column: 1 };
const rules = [
  rule("R-1", { checks: [lineCheck(lines("77290"))] }),
  rule("R-2", { checks: [lineCheck(lines("77301"))] }),
];

function line(date: string, code: string, more: Partial<TestLine> = {}): TestLine {
  return { at, when: date, date, code, modifiers: [], units: 1, fields: {}, ...more };
}

function found(ruleId: string, code: string, ...dates: string[]): Expectation {
  return { kind: "finding", at, rule: ruleId, code, modifiers: [], dates, text: `expect ${ruleId} on ${code}` };
}

function no(ruleId: string): Expectation {
  return { kind: "no", at, rule: ruleId };
}

const nothing: Expectation = { kind: "nothing", at, words: "nothing" };
const day1 = line("2026-03-02", "77290");
const day2 = line("2026-03-03", "77290");
const plan = line("2026-03-03", "77301");

function run(timeline: TestLine[], ...expectations: Expectation[]) {
  const one: RuleTest = { title: "t", at, lines: timeline, expectations };
  const [outcome] = runTests(rulebook(rules, { tests: [one] }), new Map());
  return {
    passed: outcome?.passed,
    missing: outcome?.missing.map((entry) => `${entry.rule} ${entry.code} ${entry.date}`),
    unexpected: outcome?.unexpected.map(
      (entry) => `${entry.against} ${entry.finding.rule} ${entry.finding.subject.date}`,
    ),
  };
}

test("an expected finding that is there passes, on each of its days", () => {
  expect(run([day1, day2], found("R-1", "77290", "2026-03-02", "2026-03-03"), nothing)).toEqual({
    passed: true,
    missing: [],
    unexpected: [],
  });
});

test("a day without its finding is missing", () => {
  expect(run([day1], found("R-1", "77290", "2026-03-02", "2026-03-03"))).toEqual({
    passed: false,
    missing: ["R-1 77290 2026-03-03"],
    unexpected: [],
  });
});

test("a finding of an expected rule elsewhere is not expected", () => {
  expect(run([day1, day2], found("R-1", "77290", "2026-03-02")).unexpected).toEqual(["elsewhere R-1 2026-03-03"]);
});

test("a finding after expect no is not expected, another rule's is", () => {
  expect(run([day1, plan], no("R-2")).unexpected).toEqual(["no R-2 2026-03-03"]);
  expect(run([day1], no("R-2")).passed).toBe(true);
});

test("expect nothing and nothing else let no other finding pass", () => {
  expect(run([day1, plan], found("R-1", "77290", "2026-03-02"), nothing).unexpected).toEqual([
    "nothing R-2 2026-03-03",
  ]);
  expect(run([day1], nothing).passed).toBe(false);
});

test("one expectation covers every finding at its code and day", () => {
  expect(run([day1, day1], found("R-1", "77290", "2026-03-02"), nothing).passed).toBe(true);
});

test("modifiers of an expectation must be on the line", () => {
  const withModifier: Expectation = {
    kind: "finding",
    at,
    rule: "R-1",
    code: "77290",
    modifiers: ["26"],
    dates: ["2026-03-02"],
    text: "",
  };
  expect(run([line("2026-03-02", "77290", { modifiers: ["26", "59"] })], withModifier, nothing).passed).toBe(true);
  expect(run([day1], withModifier, nothing).passed).toBe(false);
});

test("tests do not see each other's lines, though they name the same patient", () => {
  const same = { title: "t", at, lines: [day1], expectations: [found("R-1", "77290", "2026-03-02"), nothing] };
  const outcomes = runTests(rulebook(rules, { tests: [same, same, { ...same, lines: [] }] }), new Map());
  expect(outcomes.map((outcome) => outcome.findings.length)).toEqual([1, 1, 0]);
  expect(outcomes.map((outcome) => outcome.passed)).toEqual([true, true, false]);
});

test("a line of a test has its file, its patient and its fields", () => {
  const own = line("2026-03-02", "77290", { fields: { patient: "P9", claim: "C1", line: "7", amount: 4.5 } });
  const [outcome] = runTests(
    rulebook(rules, { tests: [{ title: "t", at, lines: [own], expectations: [] }] }),
    new Map(),
  );
  expect(outcome?.findings[0]?.subject).toEqual({
    file: "rules/x.edict",
    row: 2,
    line: "7",
    patient: "P9",
    claim: "C1",
    date: "2026-03-02",
    code: "77290",
    modifiers: [],
    units: 1,
    amount: 4.5,
  });
});
