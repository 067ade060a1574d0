/** `edict explain RULES… --charges FILE --line ROW`: why each rule has a finding on one charge line, or none. */
import type { Command } from "commander";
import { Option } from "commander";
import type { Rulebook } from "@edict/rulebook";
import { exitCodes } from "../exit-codes.js";
import { loadTables } from "../files/load-rules.js";
import { UsageError } from "../usage-error.js";
import type { ChargeOptions } from "./charge-options.js";
import { addChargeOptions, readNamedCharges } from "./charge-options.js";
import type { CommandHost } from "./command-host.js";
import { rulesArgument, wholeRules } from "./command-host.js";
import { explainRow, rowNumber } from "./explain-row.js";

interface ExplainOptions extends ChargeOptions {
  readonly line: number;
  readonly rule?: string;
  readonly format: "text" | "json";
}

/** Adds the command. */
export function addExplain(program: Command, { io, done }: CommandHost): void {
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
    .action(async (roots: readonly string[], options: ExplainOptions) => {
      const loaded = wholeRules(roots, io);
      if (loaded === null) {
        done(exitCodes.failed);
        return;
      }
      const { rules, rulebook } = loaded;
      const rule = ruleNamed(options.rule, rulebook);
      const tables = await loadTables(rules, rulebook);
      const read = await readNamedCharges(options, rulebook, io);
      explainRow({ io, rulebook, read, tables, rule, row: options.line, format: options.format });
    });
}

function ruleNamed(id: string | undefined, rulebook: Rulebook): string | null {
  if (id === undefined) return null;
  if (rulebook.rules.some((rule) => rule.id === id)) return id;
  throw new UsageError(`there is no rule ${id}; edict check reads ${rulebook.rules.length} rules, check the id`);
}
