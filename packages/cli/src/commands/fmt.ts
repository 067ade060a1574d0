/** `edict fmt PATH…`: puts rule files in the one layout. */
import type { Command } from "commander";
import type { FmtOptions } from "../actions/fmt.js";
import type { CommandHost } from "./command-host.js";

/** Adds the command. */
export function addFmt(program: Command, host: CommandHost): void {
  program
    .command("fmt")
    .description("Put rule files in the one layout; no word and no comment changes.")
    .argument("<paths...>", "rule files and folders of them, or - for standard input")
    .option("--check", "change nothing; exit 1 and name the files that would change")
    .option("--diff", "change nothing; show what would change")
    .addHelpText(
      "after",
      `
Examples:
  edict fmt rules               format all rule files in a folder
  edict fmt rules --check       for a gate: is all formatted?
  edict fmt - < a.edict         print a text formatted

Exit codes: 0 done, 1 --check found a file to format, 2 a file cannot be read or
written, or has a declaration with a mistake, which keeps its text.`,
    )
    .action(async (paths: readonly string[], options: FmtOptions) =>
      (await import("../actions/fmt.js")).fmt(paths, options, host),
    );
}
