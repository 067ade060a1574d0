/**
 * The rulebook's own tests (`language.md` section 5). All timelines are evaluated in one go, each by itself, so that the
 * rules are compiled once however many tests there are.
 */
import type { Finding, Rulebook, TableData } from "@edict/rulebook";
import { chargesFromTimelines } from "./charges-from-lines.js";
import { startEvaluation } from "./evaluate.js";
import { findingOf } from "./findings/finding.js";
import { FindingLines } from "./findings/line-values.js";
import { judge } from "./judge-test.js";
import { plainLine } from "./timeline-line.js";
import type { TestOutcome } from "./test-outcome.js";

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
