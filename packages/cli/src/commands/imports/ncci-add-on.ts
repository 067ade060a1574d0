/** `edict import ncci-add-on FILE… -o TABLE`: the add-on code edits of NCCI. */
import type { Command } from "commander";
import { importAddOn } from "@edict/charges";
import type { CommandHost } from "../command-host.js";
import type { ImportOptions } from "./import-options.js";
import { addImportOptions, runImport } from "./import-options.js";

/** Adds the command. */
export function addImportAddOn(program: Command, host: CommandHost): void {
  const command = program
    .command("ncci-add-on")
    .description("Import NCCI add-on code edits: codes that are paid only beside a primary code, and which those are.");
  addImportOptions(command)
    .addHelpText(
      "after",
      `
The table has the columns addon, primary (blank where whoever pays decides),
effective, deleted (the last day in force, blank where it is open) and type: 1 all
primary codes are listed, 2 none is, 3 some are.

Example:
  edict import ncci-add-on AOC_V2026Q3-MCR.txt -o data/add-on.csv`,
    )
    .action((files: readonly string[], options: ImportOptions) => runImport(importAddOn, files, options, host));
}
