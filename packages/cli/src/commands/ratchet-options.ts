/** The options by which `run` holds its findings against a baseline. */
import type { Command } from "commander";

export interface RatchetOptions {
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly exactCounts?: boolean;
}

/** Adds the options. */
export function addRatchetOptions(command: Command): Command {
  return command
    .option("--baseline <file>", "the findings that are known; only new ones give exit code 1")
    .option(
      "--write-baseline <file>",
      "write the findings of this run as a baseline; beside --baseline, only make it smaller",
    )
    .option("--exact-counts", "with --write-baseline: counts as they are, for a file that stays where charges stay");
}
