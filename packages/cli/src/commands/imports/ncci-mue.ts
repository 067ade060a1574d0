/** `edict import ncci-mue FILE… -o TABLE`: the medically unlikely edits of NCCI. */
import type { Command } from "commander";
import type { ImportOptions } from "../../actions/imports/run-import.js";
import type { CommandHost } from "../command-host.js";
import { addImportOptions } from "./import-options.js";

/** Adds the command. */
export function addImportMue(program: Command, host: CommandHost): void {
  const command = program
    .command("ncci-mue")
    .description("Import NCCI medically unlikely edits: units of codes, with the dates between which each held.");
  addImportOptions(command)
    .option("--rationale", "write each row's rationale too, as a column of text")
    .addHelpText(
      "after",
      `
The table has the columns code, units, indicator, effective and deleted (the last
day in force, blank where it is open). The rows that are published have no dates:
the day from which a file holds stands in its name, and quarters are stacked.

Examples:
  edict import ncci-mue MCR_MUE_PractitionerServices_Eff_*.csv -o data/mue.csv
  edict import ncci-mue 2026-q3-mue.zip --onto data/mue.csv -o data/mue.csv`,
    )
    .action(async (files: readonly string[], options: ImportOptions) =>
      (await import("../../actions/imports/ncci-mue.js")).ncciMue(files, options, host),
    );
}
