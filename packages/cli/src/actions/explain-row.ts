/** Why each rule has a finding on the lines of a row, or none: what `edict explain` and `edict reconcile --line` print. */
import type { ChargesRead, NettedPair, NettedRow } from "@edict/charges";
import { explain } from "@edict/engine";
import type { Rulebook, TableData } from "@edict/rulebook";
import type { Io } from "../io.js";
import { painter } from "../output/paint.js";
import { explanationsJson, explanationText, lineHeading } from "../reports/explanation-text.js";
import { UsageError } from "../usage-error.js";

export interface RowToExplain {
  readonly io: Io;
  readonly rulebook: Rulebook;
  readonly read: ChargesRead;
  readonly tables: ReadonlyMap<string, TableData>;
  /** Only this rule; null: those that name the line's code. */
  readonly rule: string | null;
  readonly row: number;
  readonly format: "text" | "json";
}

/** Prints the explanations of the row, in each file that has it. */
export function explainRow({ io, rulebook, read, tables, rule, row, format }: RowToExplain): void {
  const paint = painter(io);
  const lines = linesAt(read, row).map((line) => ({
    line,
    explanations: explain({ rulebook, charges: read.charges, tables, line, rule }),
  }));
  if (format === "json") {
    io.stdout.write(explanationsJson(lines.flatMap(({ explanations }) => explanations)));
    return;
  }
  for (const { line, explanations } of lines) {
    io.stdout.write(lineHeading(read.charges, line, paint));
    for (const explanation of explanations) io.stdout.write(explanationText(explanation, paint));
    if (explanations.length === 0) io.stdout.write("no rule names this code\n");
  }
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
