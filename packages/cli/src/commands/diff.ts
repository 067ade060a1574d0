/** `edict diff BASE [HEAD]`: what a change of rules means. */
import { parseIsoDate } from "@edict/rulebook";
import type { Command } from "commander";
import { InvalidArgumentError, Option } from "commander";
import type { DiffOptions } from "../actions/diff.js";
import { diffFormats } from "../reports/formats.js";
import { addChargesReadOptions } from "./charge-options.js";
import type { CommandHost } from "./command-host.js";

/** Adds the command. */
export function addDiff(program: Command, host: CommandHost): void {
  const command = program
    .command("diff")
    .description("Say what a change of rules means: for whom, from when, and by which case.")
    .argument("<base>", "a git revision, a folder or file of rules, or a compiled rulebook (.json)")
    .argument("[head]", "the same; the work tree where it is left out")
    .option("--rules <paths...>", "where the rules of a revision and of the work tree are; `rules` unless said")
    .option(
      "--merge-base",
      "compare from the commit at which head left base, as a pull request does; so does base...head",
    )
    .option("--charges <files...>", "replay charge files: how many charges turn; what is printed holds counts alone")
    .option("--local", "with --charges, as text: exact counts and rows, for the eyes of those who have the files");
  addChargesReadOptions(command)
    .option(
      "--closed-through <date>",
      "set apart what gives other results for dates up to and with this one",
      closingDate,
    )
    .addOption(
      new Option(
        "--fail-on <what>",
        "what gives exit code 1: any change, or only other results for closed dates that nobody is named for",
      )
        .choices(["change", "closed"])
        .default("change"),
    )
    .addOption(new Option("--format <format>", "how to print").choices(diffFormats).default("text"))
    .addHelpText(
      "after",
      `
A bare word is a git revision first; write ./main for a folder of that name. Nothing in the
repository or the work tree is touched.

Exit codes: 0 nothing changes in meaning, 1 something does, 2 it could not be told or done.

Examples:
  edict diff main                               main against the work tree
  edict diff main...                            what the work tree has done since it left main
  edict diff HEAD~1 HEAD --format json
  edict diff v1.0 --rules rules shared/codes
  edict diff main... --closed-through 2026-09-30 --fail-on closed
  edict diff old/rules rules
  edict diff rulebook.json rules
  edict diff main --charges charges.csv         how many charges turn, and for how much
  edict diff main --charges charges.csv --local exact counts, and rows to look at`,
    )
    .action(async (base: string, head: string | undefined, options: DiffOptions) =>
      (await import("../actions/diff.js")).diff(base, head, options, host),
    );
}

function closingDate(text: string): number {
  const day = parseIsoDate(text);
  if (day === null) throw new InvalidArgumentError("write a date, such as 2026-09-30.");
  return day;
}
