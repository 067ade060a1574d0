/** `edict import ncci-ptp FILE… -o TABLE`: the procedure-to-procedure edits of NCCI. */
import type { Command } from "commander";
import type { ImportOptions } from "../../actions/imports/run-import.js";
import type { CommandHost } from "../command-host.js";
import { addImportOptions } from "./import-options.js";

/** Adds the command. */
export function addImportPtp(program: Command, host: CommandHost): void {
  const command = program
    .command("ncci-ptp")
    .description("Import NCCI procedure-to-procedure edits: pairs of codes, with the dates between which each held.");
  addImportOptions(command)
    .option("--rationale", "write each row's rationale too, as a column of text")
    .addHelpText(
      "after",
      `
The table has the columns column1, column2, effective, deleted (the last day in
force, blank where it is open) and indicator. Rows that were never in force are
left out and counted. Name all files of a quarter, of one setting.

Examples:
  edict import ncci-ptp ccipra-v322r0-f*.zip -o data/ptp.csv
  edict import ncci-ptp ccipra-v322r0-f*.zip -o data/ptp.csv --declaration`,
    )
    .action(async (files: readonly string[], options: ImportOptions) =>
      (await import("../../actions/imports/ncci-ptp.js")).ncciPtp(files, options, host),
    );
}
