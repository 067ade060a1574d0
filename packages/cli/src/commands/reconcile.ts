/** `edict reconcile RULES… --source NAME=FILE…`: compares records of the same patients under the rules that compare sources. */
import type { Command } from "commander";
import { Option } from "commander";
import type { ReconcileOptions } from "../actions/reconcile.js";
import { severities } from "../exit-codes.js";
import { reconcileFormats } from "../reports/formats.js";
import { collect, rowNumber, wholeNumber } from "./charge-options.js";
import type { CommandHost } from "./command-host.js";
import { rulesArgument } from "./command-host.js";

/** Adds the command. */
export function addReconcile(program: Command, host: CommandHost): void {
  program
    .command("reconcile")
    .description("Compare records of the same patients, and list what one has and another lacks.")
    .argument("<rules...>", rulesArgument)
    .option("--source <name=file>", "a source and a file of it; repeat for each", collect, [])
    .option("--layout <source=name>", "the layout of a source's files; may repeat", collect, [])
    .option(
      "--set <field=value>",
      "give a field to every line that has none, or SOURCE:FIELD=VALUE to those of a source; may repeat",
      collect,
      [],
    )
    .option("--patients <file>", "a file that says which numbers are one patient: a column for each source")
    .addOption(new Option("--format <format>", "how to print").choices(reconcileFormats).default("text"))
    .addOption(
      new Option("--fail-on <outcome>", "the least severe outcome that gives exit code 1")
        .choices([...severities, "never"])
        .default("deny"),
    )
    .option("--limit <count>", "print at most so many differences as text; all are counted", wholeNumber)
    .option("--line <row>", "in place of differences: why the lines in that row have each, or none", rowNumber)
    .addHelpText(
      "after",
      `
Rules compare sources with a field of type source: field record source, and then
having record = "treatment". Only such rules are evaluated here.

Exit codes: 0 nothing found at or above --fail-on, 1 something found, 2 the job could not
be done, 3 done, but a row was rejected or a rule not evaluated (3 wins over 1).

Examples:
  edict reconcile rules --source treatment=record.csv --source charges=charges.csv
  edict reconcile rules --source treatment=record.csv --layout treatment=Mosaiq \\
    --set treatment:code=77412 --source charges=march.csv --source charges=april.csv
  edict reconcile rules --source hospital=h.csv --source physicians=p.csv --format csv > worklist.csv`,
    )
    .action(async (roots: readonly string[], options: ReconcileOptions) =>
      (await import("../actions/reconcile.js")).reconcile(roots, options, host),
    );
}
