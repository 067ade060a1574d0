/**
 * The rulebook's own tests (`language.md` section 5). All timelines are evaluated in one go, each by itself, so that the
 * rules are compiled once however many tests there are.
 */
import type { Expectation, Finding, RuleTest, Rulebook, TableData } from "@edict/rulebook";
import { chargesFromTimelines } from "./charges-from-lines.js";
import { startEvaluation } from "./evaluate.js";
import { findingOf } from "./findings/finding.js";
import { FindingLines } from "./findings/line-values.js";
import { plainLine } from "./timeline-line.js";
import type { MissingFinding, TestOutcome, UnexpectedFinding } from "./test-outcome.js";

/** Runs every test of a rulebook; the outcomes in the order of the tests. */
export function runTests(rulebook: Rulebook, tables: ReadonlyMap<string, TableData>): TestOutcome[] {
  const steps = runTestsInSteps(rulebook, tables);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

/** The same, test by test: after each step something else may be done, or all left. */
export function* runTestsInSteps(
  rulebook: Rulebook,
  tables: ReadonlyMap<string, TableData>,
): Generator<undefined, TestOutcome[]> {
  const timelines = rulebook.tests.map((test) => test.lines.map(plainLine));
  const charges = chargesFromTimelines(timelines, undefined, rulebook.fields);
  yield;
  const evaluation = startEvaluation({ rulebook, files: charges.files, tables });
  evaluation.take(charges);
  const { ids } = charges.patient;
  const lines = new FindingLines(charges);
  const outcomes: TestOutcome[] = [];
  let start = 0;
  for (const test of rulebook.tests) {
    yield;
    const findings: Finding[] = [];
    const end = start + test.lines.length;
    while (start < end) {
      let next = start + 1;
      while (next < end && ids[next] === ids[start]) next += 1;
      for (const raised of evaluation.patient(start, next)) findings.push(findingOf(raised, lines));
      start = next;
    }
    outcomes.push(judge(test, findings));
  }
  return outcomes;
}

function judge(test: RuleTest, findings: readonly Finding[]): TestOutcome {
  const expected = test.expectations.filter((expectation) => expectation.kind === "finding");
  const missing = expected.flatMap((expectation) => missingOf(expectation, findings));
  const unexpected = findings.flatMap((finding) => unexpectedOf(finding, test.expectations));
  return { test, passed: missing.length === 0 && unexpected.length === 0, missing, unexpected, findings };
}

type ExpectedFinding = Extract<Expectation, { kind: "finding" }>;

/** Each of the expectation's days must have its finding. */
function missingOf(expectation: ExpectedFinding, findings: readonly Finding[]): MissingFinding[] {
  const { at, rule, code, modifiers, text } = expectation;
  return expectation.dates
    .filter((date) => !findings.some((finding) => finding.subject.date === date && isOf(expectation, finding)))
    .map((date) => ({ at, rule, code, modifiers, date, text }));
}

/** The finding is of the rule, the code and the modifiers that are expected; its day aside. */
function isOf(expectation: ExpectedFinding, finding: Finding): boolean {
  return (
    finding.rule === expectation.rule &&
    finding.subject.code === expectation.code &&
    expectation.modifiers.every((modifier) => finding.subject.modifiers.includes(modifier))
  );
}

/** One expectation covers every finding at its code and days (`language.md` section 8, ruling 17). */
function covers(expectation: ExpectedFinding, finding: Finding): boolean {
  return isOf(expectation, finding) && expectation.dates.includes(finding.subject.date);
}

/** The first expectation that a finding goes against, if any. */
function unexpectedOf(finding: Finding, expectations: readonly Expectation[]): UnexpectedFinding[] {
  const isExpected = expectations.some((expectation) => expectation.kind === "finding" && covers(expectation, finding));
  for (const expectation of expectations) {
    switch (expectation.kind) {
      case "no":
        if (expectation.rule === finding.rule) return [{ finding, at: expectation.at, against: "no" }];
        break;
      case "finding":
        if (expectation.rule === finding.rule && !isExpected) {
          return [{ finding, at: expectation.at, against: "elsewhere" }];
        }
        break;
      case "nothing":
        if (!isExpected) return [{ finding, at: expectation.at, against: "nothing" }];
        break;
    }
  }
  return [];
}
