/** What `edict test RULES…` does: runs the rules' own tests. */
import { runTests } from "@edict/engine";
import { counted } from "@edict/rulebook";
import type { CommandHost } from "../commands/command-host.js";
import { exitCodes } from "../exit-codes.js";
import { loadTables } from "../files/load-rules.js";
import { painter } from "../output/paint.js";
import { outcomesJson, outcomeText } from "../reports/test-text.js";
import { UsageError } from "../usage-error.js";
import type { MutantOptions } from "./test-mutants.js";
import { testMutants } from "./test-mutants.js";
import { wholeRules } from "./whole-rules.js";

export interface TestOptions extends MutantOptions {
  readonly mutate?: true;
}

/** Runs the rules' tests, and tries mutants where that is asked. */
export async function test(roots: readonly string[], options: TestOptions, { io, done }: CommandHost): Promise<void> {
  const { format, mutate, rule, minScore } = options;
  if (mutate !== true && (rule !== undefined || minScore !== undefined)) {
    throw new UsageError(`${rule === undefined ? "--min-score" : "--rule"} is of --mutate; give both or neither`);
  }
  const loaded = wholeRules(roots, io);
  if (loaded === null) {
    done(exitCodes.failed);
    return;
  }
  const tables = await loadTables(loaded.rules, loaded.rulebook);
  const outcomes = runTests(loaded.rulebook, tables);
  const failed = outcomes.filter(({ passed }) => !passed);
  if (mutate === true && failed.length === 0) {
    done(testMutants(loaded.rules, loaded.rulebook, tables, options, io));
    return;
  }
  if (format === "json") io.stdout.write(outcomesJson(outcomes));
  else {
    const paint = painter(io);
    for (const outcome of failed) io.stdout.write(outcomeText(outcome, paint) + "\n");
    io.stdout.write(`${outcomes.length - failed.length} passed, ${failed.length} failed\n`);
  }
  if (mutate === true) {
    const fails = failed.length === 1 ? "fails" : "fail";
    io.stderr.write(`edict: ${counted(failed.length, "test")} ${fails}; no mutant was tried, mend the tests first\n`);
  }
  done(failed.length > 0 ? exitCodes.found : exitCodes.fine);
}
