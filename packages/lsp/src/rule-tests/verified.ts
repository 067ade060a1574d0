/** Which of the tests that are proposed for a rule come out as they say. */
import { runTests } from "@edict/engine";
import type { ProposedTest, ProposedTests } from "@edict/language";

/** Runs the proposals against the rule that comes along. */
export function verified({ tests, rulebook }: ProposedTests): readonly ProposedTest[] {
  // A rule that reads a table from a file has no proposals, so that no rows are needed.
  const outcomes = runTests({ ...rulebook, tests: tests.map(({ test }) => test) }, new Map());
  return tests.filter((_, at) => outcomes[at]?.passed === true);
}
