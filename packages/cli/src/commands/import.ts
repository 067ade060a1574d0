/**
 * `edict import SOURCE FILE… -o TABLE`: published tables, as they are published, to tables that rules use; and
 * `edict import --diff OLD NEW`: what a newer one changes.
 */
import type { Command } from "commander";
import { Option } from "commander";
import type { ImportDiffOptions } from "../actions/imports/import-diff.js";
import { importDiffFormats } from "../reports/formats.js";
import { UsageError } from "../usage-error.js";
import type { CommandHost } from "./command-host.js";
import { rulesArgument } from "./command-host.js";
import { addImportCodeList } from "./imports/code-list.js";
import { addImportAddOn } from "./imports/ncci-add-on.js";
import { addImportMue } from "./imports/ncci-mue.js";
import { addImportPtp } from "./imports/ncci-ptp.js";

/** Adds the command. */
export function addImport(program: Command, host: CommandHost): void {
  const command = program
    .command("import")
    .description(
      "Turn published tables, as they are published, into tables that rules use; say what a newer one changes.",
    )
    // A source that is not known is said below, where the others are named.
    .allowExcessArguments()
    .option("--diff <tables...>", "two imported tables, the older one first: say what the newer one changes")
    .option("--rules <rules...>", `with --diff: say which rules have to do with it; ${rulesArgument}`)
    .addOption(new Option("--format <format>", "with --diff: how to print").choices(importDiffFormats).default("text"))
    .option("--limit <count>", "with --diff: list at most so many changes (50 as text, else all); all are counted")
    .addHelpText(
      "after",
      `
Examples:
  edict import ncci-ptp ccipra-*.zip -o data/ptp.csv
  edict import ncci-ptp ccipra-*.zip --onto data/ptp.csv -o data/ptp.csv
  edict import ncci-mue MCR_MUE_*.csv -o data/mue.csv
  edict import ncci-add-on AOC_V2026Q3-MCR.txt -o data/add-on.csv
  edict import code-list july-2026-alpha-numeric-hcpcs-file.zip licensed.csv -o data/valid-codes.csv
  edict import --diff 2026q2.csv data/ptp.csv --rules rules
  edict import --diff 2026q2.csv data/ptp.csv --format csv > changes.csv

Exit codes: 0 done, 2 could not, 3 done, but rows were rejected and are listed.`,
    )
    .action(async ({ diff, ...options }: Partial<ImportDiffOptions>) => {
      const [source] = command.args;
      if (source !== undefined) {
        const sources = command.commands.map((of) => of.name()).join(", ");
        throw new UsageError(`there is no source ${source}; the sources are ${sources}`);
      }
      if (diff === undefined) command.help({ error: true });
      else {
        const { importDiff } = await import("../actions/imports/import-diff.js");
        await importDiff({ format: "text", ...options, diff }, host);
      }
    });
  for (const add of [addImportPtp, addImportMue, addImportAddOn, addImportCodeList]) add(command, host);
}
