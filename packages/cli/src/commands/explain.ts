/** `edict explain RULES… --charges FILE --line ROW`: why each rule has a finding on one charge line, or none. */
import type { Command } from "commander";
import { InvalidArgumentError, Option } from "commander";
import type { ChargesRead, NettedPair, NettedRow } from "@edict/charges";
import { explain } from "@edict/engine";
import type { Rulebook } from "@edict/rulebook";
import { exitCodes } from "../exit-codes.js";
import { loadTables } from "../files/load-rules.js";
import { painter } from "../output/paint.js";
import { explanationsJson, explanationText, lineHeading } from "../reports/explanation-text.js";
import { UsageError } from "../usage-error.js";
import type { ChargeOptions } from "./charge-options.js";
import { addChargeOptions, readNamedCharges } from "./charge-options.js";
import type { CommandHost } from "./command-host.js";
import { rulesArgument, wholeRules } from "./command-host.js";

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
      const paint = painter(io);
      const lines = linesAt(read, options.line).map((line) => ({
        line,
        explanations: explain({ rulebook, charges: read.charges, tables, line, rule }),
      }));
      if (options.format === "json") {
        io.stdout.write(explanationsJson(lines.flatMap(({ explanations }) => explanations)));
        return;
      }
      for (const { line, explanations } of lines) {
        io.stdout.write(lineHeading(read.charges, line, paint));
        for (const explanation of explanations) io.stdout.write(explanationText(explanation, paint));
        if (explanations.length === 0) io.stdout.write("no rule names this code\n");
      }
    });
}

function ruleNamed(id: string | undefined, rulebook: Rulebook): string | null {
  if (id === undefined) return null;
  if (rulebook.rules.some((rule) => rule.id === id)) return id;
  throw new UsageError(`there is no rule ${id}; edict check reads ${rulebook.rules.length} rules, check the id`);
}

/** The lines that stand in a row, one for each file that has it. */
function linesAt(read: ChargesRead, row: number): readonly number[] {
  const lines: number[] = [];
  for (let line = 0; line < read.charges.count; line++) if (read.charges.row[line] === row) lines.push(line);
  if (lines.length > 0) return lines;
  const rejected = read.rejected.find((entry) => entry.row === row);
  if (rejected !== undefined) {
    const column = rejected.column === null ? "" : `, column ${rejected.column}`;
    throw new UsageError(`row ${row}${column} was rejected, so no rule looks at it: ${rejected.reason}`);
  }
  const netting = read.nettings.find(({ credit, charge }) => credit.row === row || charge.row === row);
  if (netting !== undefined) throw new UsageError(nettedText(netting, row));
  throw new UsageError(`no charge line stands in row ${row}; the header is row 1`);
}

function nettedText({ credit, charge }: NettedPair, row: number): string {
  const place = (other: NettedRow): string => `row ${other.row} of ${other.file}`;
  return row === credit.row
    ? `row ${row} is a credit that cancels ${place(charge)}; both are netted, so no rule looks at them`
    : `row ${row} is cancelled by the credit in ${place(credit)}; both are netted, so no rule looks at them`;
}

function rowNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text) || Number(text) < 2) {
    throw new InvalidArgumentError("write the row's number; the header is row 1, so charges begin in row 2.");
  }
  return Number(text);
}
