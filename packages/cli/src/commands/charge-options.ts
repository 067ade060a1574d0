/** The options by which `run` and `explain` read charge files, and the reading. */
import type { Command } from "commander";
import { InvalidArgumentError } from "commander";
import type { ChargesRead, ChargesRequest } from "@edict/charges";
import { readCharges } from "@edict/charges";
import type { Rulebook } from "@edict/rulebook";
import type { Io } from "../io.js";
import { Progress } from "../output/progress.js";
import { UsageError } from "../usage-error.js";

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

/** Reads the charge files that the options name. */
export async function readNamedCharges(options: ChargeOptions, rulebook: Rulebook, io: Io): Promise<ChargesRead> {
  const progress = new Progress(io);
  try {
    const onProgress = (done: number, total: number): void => progress.reading(done, total);
    return await readCharges({ ...chargesRequest(options, rulebook, io), onProgress });
  } finally {
    progress.end();
  }
}

/** What is to be read by the options. */
export function chargesRequest(options: ChargeOptions, rulebook: Rulebook, io: Io): ChargesRequest {
  return {
    files: options.charges,
    folder: io.cwd,
    layouts: rulebook.layouts,
    layout: options.layout ?? null,
    fields: rulebook.fields,
    set: new Map(options.set.map(presetOf)),
  };
}

/** A field and its value, of `--set`. */
export function presetOf(text: string): readonly [string, string] {
  const at = text.indexOf("=");
  if (at <= 0) throw new UsageError("--set takes FIELD=VALUE, such as --set payer=Medicare");
  return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}
