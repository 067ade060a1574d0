/** The charge files that the options of a command name, read as these say. */
import type { ChargesRead, ChargesRequest } from "@edict/charges";
import { readCharges } from "@edict/charges";
import type { Rulebook } from "@edict/rulebook";
import type { ChargeOptions } from "../commands/charge-options.js";
import type { Io } from "../io.js";
import { Progress } from "../output/progress.js";
import { UsageError } from "../usage-error.js";

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
