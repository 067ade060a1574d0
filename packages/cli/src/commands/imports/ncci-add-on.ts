/** `edict import ncci-add-on FILE… -o TABLE`: the add-on code edits of NCCI, as a table and as rules. */
import type { Command } from "commander";
import type { AddOnOptions } from "../../actions/imports/ncci-add-on.js";
import type { CommandHost } from "../command-host.js";
import { addImportOptions } from "./import-options.js";

/** Adds the command. */
export function addImportAddOn(program: Command, host: CommandHost): void {
  const command = program
    .command("ncci-add-on")
    .description("Import NCCI add-on code edits: codes that are paid only beside a primary code, and which those are.");
  addImportOptions(command)
    .option("--as-rules", "print a rule for each add-on code, and all else on standard error")
    .option("--of <codes...>", "with --as-rules: only for these add-on codes, or ranges of them (77261..77799)")
    .option("--for <payers...>", "with --as-rules: only for these payers, by their names in the rules")
    .addHelpText(
      "after",
      `
The table has the columns addon, primary (blank where whoever pays decides),
effective, deleted (the last day in force, blank where it is open) and type: 1 all
primary codes are listed, 2 none is, 3 some are.

Any one of several primary codes is enough, which no rule for each row can say; so
--as-rules makes a rule of each add-on code, with its primary codes as a set.

Examples:
  edict import ncci-add-on AOC_V2026Q3-MCR.txt -o data/add-on.csv
  edict import ncci-add-on AOC_V2026Q3-MCR.txt -o data/add-on.csv \\
    --as-rules --of 77261..77799 --for Medicare > rules/add-on.edict`,
    )
    .action(async (files: readonly string[], options: AddOnOptions) =>
      (await import("../../actions/imports/ncci-add-on.js")).ncciAddOn(files, options, host),
    );
}
