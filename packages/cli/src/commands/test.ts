/** `edict test RULES…`: runs the rules' own tests. */
import type { Command } from "commander";
import { Option } from "commander";
import { runTests } from "@edict/engine";
import { exitCodes } from "../exit-codes.js";
import { loadTables } from "../files/load-rules.js";
import { painter } from "../output/paint.js";
import { outcomeText, outcomesJson } from "../reports/test-text.js";
import type { CommandHost } from "./command-host.js";
import { rulesArgument, wholeRules } from "./command-host.js";

interface TestOptions {
  readonly format: "text" | "json";
}

/** Adds the command. */
export function addTest(program: Command, { io, done }: CommandHost): void {
  program
    .command("test")
    .description("Run the tests that stand beside the rules; exit 1 where one fails.")
    .argument("<rules...>", rulesArgument)
    .addOption(new Option("--format <format>", "how to print").choices(["text", "json"]).default("text"))
    .addHelpText(
      "after",
      `
Examples:
  edict test rules
  edict test rules/imrt.edict --format json`,
    )
    .action(async (roots: readonly string[], { format }: TestOptions) => {
      const loaded = wholeRules(roots, io);
      if (loaded === null) {
        done(exitCodes.failed);
        return;
      }
      const outcomes = runTests(loaded.rulebook, await loadTables(loaded.rules, loaded.rulebook));
      const failed = outcomes.filter(({ passed }) => !passed);
      if (format === "json") io.stdout.write(outcomesJson(outcomes));
      else {
        const paint = painter(io);
        for (const outcome of failed) io.stdout.write(outcomeText(outcome, paint) + "\n");
        io.stdout.write(`${outcomes.length - failed.length} passed, ${failed.length} failed\n`);
      }
      done(failed.length > 0 ? exitCodes.found : exitCodes.fine);
    });
}
