/** `edict explain RULES… --charges FILE --line ROW`: why each rule has a finding on one charge line, or none. */
import type { Command } from "commander";
import { Option } from "commander";
import type { ExplainOptions } from "../actions/explain.js";
import { addChargeOptions, rowNumber } from "./charge-options.js";
import type { CommandHost } from "./command-host.js";
import { rulesArgument } from "./command-host.js";

/** Adds the command. */
export function addExplain(program: Command, host: CommandHost): void {
  addChargeOptions(
    program
      .command("explain")
      .description("Say of one charge line why each rule that names its code has a finding on it, or none.")
      .argument("<rules...>", rulesArgument),
  )
    .requiredOption("--line <row>", "the row, as a spreadsheet counts: the header is row 1", rowNumber)
    .option("--rule <id>", "only this rule, also where it does not name the code")
    .addOption(new Option("--format <format>", "how to print").choices(["text", "json"]).default("text"))
    .addHelpText(
      "after",
      `
Examples:
  edict explain rules --charges charges.csv --line 17
  edict explain rules --charges charges.csv --line 17 --rule RO-101`,
    )
    .action(async (roots: readonly string[], options: ExplainOptions) =>
      (await import("../actions/explain.js")).explain(roots, options, host),
    );
}
