/** `edict run RULES… --charges FILE…`: evaluates charge files and reports every finding. */
import type { Command } from "commander";
import { InvalidArgumentError, Option } from "commander";
import type { RunOptions } from "../actions/run.js";
import { severities } from "../exit-codes.js";
import { runFormats } from "../reports/formats.js";
import { addChargeOptions, wholeNumber } from "./charge-options.js";
import type { CommandHost } from "./command-host.js";
import { rulesArgument } from "./command-host.js";
import { memorySize } from "./memory-size.js";
import { addRatchetOptions } from "./ratchet-options.js";

const mostThreads = 64;

function threadCount(text: string): number {
  const count = wholeNumber(text);
  if (count < 1 || count > mostThreads) throw new InvalidArgumentError(`write a number from 1 to ${mostThreads}.`);
  return count;
}

/** Adds the command. */
export function addRun(program: Command, host: CommandHost): void {
  const command = program
    .command("run")
    .description("Evaluate charge files and report every finding.")
    .argument("<rules...>", rulesArgument);
  addRatchetOptions(addChargeOptions(command))
    .addOption(new Option("--format <format>", "how to print").choices(runFormats).default("text"))
    .addOption(
      new Option("--fail-on <outcome>", "the least severe outcome that gives exit code 1")
        .choices([...severities, "never"])
        .default("deny"),
    )
    .option(
      "--limit <count>",
      "print at most so many findings as text, or of each rule as html; all are counted",
      wholeNumber,
    )
    .option(
      "--memory <size>",
      "have no more memory than that, such as 512MB or 2GB, whatever the order of the lines; lines that have no room are kept in a temporary file (in TMPDIR) while the run goes on, and nothing is without this option",
      memorySize,
    )
    .option("--threads <count>", "evaluate long files on so many threads; 1 unless said", threadCount)
    .option("--profile", "say on standard error where the time went, by stage and by rule")
    .addHelpText(
      "after",
      `
Exit codes: 0 nothing found at or above --fail-on, 1 something found, 2 the job could not
be done, 3 done, but a row was rejected or a rule not evaluated (3 wins over 1).

Examples:
  edict run rules --charges charges.csv
  edict run rules --charges march.csv april.csv.gz --format ndjson > findings.ndjson
  edict run rules --charges charges.csv --format csv > worklist.csv
  edict run rulebook.json --charges charges.csv --layout EpicCharges --set payer=Medicare
  edict run rules --charges charges.csv --fail-on review
  edict run rules --charges charges.csv --write-baseline baseline.json
  edict run rules --charges charges.csv --baseline baseline.json
  edict run rules --charges charges.csv --memory 1GB --format ndjson > findings.ndjson
  edict run rules --charges charges.csv --profile > findings.txt`,
    )
    .action(async (roots: readonly string[], options: RunOptions) =>
      (await import("../actions/run.js")).run(roots, options, host),
    );
}
