/** Whether what was found on a test's timeline is what the test expects (`language.md` section 5). */
import type { Expectation, Finding, RuleTest } from "@edict/rulebook";
import type { MissingFinding, TestOutcome, UnexpectedFinding } from "./test-outcome.js";

/** A test and everything that was found on its timeline. */
export function judge(test: RuleTest, findings: readonly Finding[]): TestOutcome {
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
