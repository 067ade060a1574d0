/** `edict test RULES…`: runs the rules' own tests. */
import type { Command } from "commander";
import { InvalidArgumentError, Option } from "commander";
import { runTests } from "@edict/engine";
import { counted } from "@edict/rulebook";
import { exitCodes } from "../exit-codes.js";
import { loadTables } from "../files/load-rules.js";
import { painter } from "../output/paint.js";
import { outcomeText, outcomesJson } from "../reports/test-text.js";
import { UsageError } from "../usage-error.js";
import type { CommandHost } from "./command-host.js";
import { rulesArgument, wholeRules } from "./command-host.js";
import type { MutantOptions } from "./test-mutants.js";
import { testMutants } from "./test-mutants.js";

interface TestOptions extends MutantOptions {
  readonly mutate?: true;
}

/** Adds the command. */
export function addTest(program: Command, { io, done }: CommandHost): void {
  program
    .command("test")
    .description("Run the tests that stand beside the rules; exit 1 where one fails.")
    .argument("<rules...>", rulesArgument)
    .addOption(new Option("--format <format>", "how to print").choices(["text", "json"]).default("text"))
    .option("--mutate", "change the rules one slip at a time, and say which slips no test notices")
    .option("--rule <id>", "with --mutate: only the slips in this rule and in what it rests on")
    .option("--min-score <percent>", "with --mutate: exit 1 where fewer slips are noticed", percent)
    .addHelpText(
      "after",
      `
Examples:
  edict test rules
  edict test rules/imrt.edict --format json
  edict test rules --mutate --min-score 90
  edict test rules --mutate --rule RO-101       which tests this rule still lacks`,
    )
    .action(async (roots: readonly string[], options: TestOptions) => {
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
        io.stderr.write(
          `edict: ${counted(failed.length, "test")} ${fails}; no mutant was tried, mend the tests first\n`,
        );
      }
      done(failed.length > 0 ? exitCodes.found : exitCodes.fine);
    });
}

function percent(text: string): number {
  const value = Number(text);
  if (!/^\d{1,3}(\.\d+)?$/.test(text) || value > 100) throw new InvalidArgumentError("write a percentage, such as 90.");
  return value;
}
