/** The options by which commands read charge files. */
import type { Command } from "commander";
import { InvalidArgumentError } from "commander";

export interface ChargeOptions {
  readonly charges: readonly string[];
  readonly layout?: string;
  readonly set: readonly string[];
}

/** Keeps every value of an option that may repeat. */
export function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

/** The number of an option that counts. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("write a whole number, such as 10.");
  return Number(text);
}

/** The row of `--line`. */
export function rowNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text) || Number(text) < 2) {
    throw new InvalidArgumentError("write the row's number; the header is row 1, so charges begin in row 2.");
  }
  return Number(text);
}

/** Adds `--charges`, `--layout` and `--set`. */
export function addChargeOptions(command: Command): Command {
  return addChargesReadOptions(
    command.requiredOption("--charges <files...>", "charge files: CSV, TSV, JSON lines (gzip too) or Parquet"),
  );
}

/** Adds `--layout` and `--set`. */
export function addChargesReadOptions(command: Command): Command {
  return command
    .option("--layout <name>", "the layout that says how the files name their columns")
    .option("--set <field=value>", "give a field to every line that has none; may repeat", collect, []);
}
