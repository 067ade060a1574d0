/** `edict import code-list FILE… -o TABLE`: the codes that there are, with the dates between which each is valid. */
import type { Command } from "commander";
import type { CodeListOptions } from "../../actions/imports/code-list.js";
import type { CommandHost } from "../command-host.js";
import { addImportOptions } from "./import-options.js";

/** Adds the command. */
export function addImportCodeList(program: Command, host: CommandHost): void {
  const command = program
    .command("code-list")
    .description("Import lists of valid codes with their dates: HCPCS, or what you hold a licence for.");
  addImportOptions(command)
    .option("--code-column <header>", "the column of codes, where its header is none of the usual ones")
    .option("--effective-column <header>", "likewise the column of first days")
    .option("--ended-column <header>", "likewise the column of last days")
    .option("--complete", "with --onto: the files are all there is, so a code that they do not name has ended")
    .addHelpText(
      "after",
      `
The table has the columns code, effective and ended (the last day, blank where it is
open). Nothing else is read or written: no texts that say what a code means. HCPCS is
read in the fixed columns of CMS; other lists as text or CSV with a header, or as
codes alone, one a line.

Examples:
  edict import code-list july-2026-alpha-numeric-hcpcs-file.zip licensed.csv -o data/valid-codes.csv
  edict import code-list codes.csv --code-column Proc --ended-column Stop -o data/valid-codes.csv
  edict import code-list codes-2027.txt --effective 2027-01-01 --complete \\
    --onto data/valid-codes.csv -o data/valid-codes.csv`,
    )
    .action(async (files: readonly string[], options: CodeListOptions) =>
      (await import("../../actions/imports/code-list.js")).codeList(files, options, host),
    );
}
