/** `edict compile RULES… [-o FILE]`: the rulebook as one JSON document that stands alone. */
import type { Command } from "commander";
import type { CompileOptions } from "../actions/compile.js";
import type { CommandHost } from "./command-host.js";
import { rulesArgument } from "./command-host.js";

/** Adds the command. */
export function addCompile(program: Command, host: CommandHost): void {
  program
    .command("compile")
    .description("Compile rules to one JSON document that every command takes in their place.")
    .argument("[rules...]", rulesArgument)
    .option("-o, --output <file>", "write to this file in place of standard output")
    .option("--table <name>", "write this table in its compiled form, which loads at once, in place of the rulebook")
    .option("--schema", "print the JSON Schema of a compiled rulebook instead")
    .addHelpText(
      "after",
      `
Rows of tables that stand in files go into the document. The same rules give the same bytes.
A table that was compiled takes the place of its CSV file: name it in the declaration.

Examples:
  edict compile rules -o rulebook.json
  edict run rulebook.json --charges charges.csv
  edict compile rules --table PtpEdits -o data/ptp.edict-table
  edict compile --schema`,
    )
    .action(async (roots: readonly string[], options: CompileOptions) =>
      (await import("../actions/compile.js")).compile(roots, options, host),
    );
}
