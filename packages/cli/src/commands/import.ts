/** `edict import SOURCE FILE… -o TABLE`: published tables, as they are published, to tables that rules use. */
import type { Command } from "commander";
import type { CommandHost } from "./command-host.js";
import { addImportCodeList } from "./imports/code-list.js";
import { addImportAddOn } from "./imports/ncci-add-on.js";
import { addImportMue } from "./imports/ncci-mue.js";
import { addImportPtp } from "./imports/ncci-ptp.js";

/** Adds the command. */
export function addImport(program: Command, host: CommandHost): void {
  const command = program
    .command("import")
    .description("Turn published tables, as they are published, into tables that rules use.")
    .addHelpText(
      "after",
      `
Examples:
  edict import ncci-ptp ccipra-*.zip -o data/ptp.csv
  edict import ncci-ptp ccipra-*.zip --onto data/ptp.csv -o data/ptp.csv
  edict import ncci-mue MCR_MUE_*.csv -o data/mue.csv
  edict import ncci-add-on AOC_V2026Q3-MCR.txt -o data/add-on.csv
  edict import code-list july-2026-alpha-numeric-hcpcs-file.zip licensed.csv -o data/valid-codes.csv

Exit codes: 0 done, 2 could not, 3 done, but rows were rejected and are listed.`,
    );
  for (const add of [addImportPtp, addImportMue, addImportAddOn, addImportCodeList]) add(command, host);
}
