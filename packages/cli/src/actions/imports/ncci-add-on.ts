/** What `edict import ncci-add-on` does. */
import { addOnGroups, importAddOn } from "@edict/charges";
import { codeOrdinal, nameShape } from "@edict/rulebook";
import type { CommandHost } from "../../commands/command-host.js";
import { addOnRules } from "../../reports/add-on-rules.js";
import { tableDeclaration } from "../../reports/import-text.js";
import { UsageError } from "../../usage-error.js";
import type { ImportOptions } from "./run-import.js";
import { runImport } from "./run-import.js";

export interface AddOnOptions extends ImportOptions {
  readonly asRules?: true;
  readonly of?: readonly string[];
  readonly for?: readonly string[];
}

/** Imports the add-on codes as a table, and prints them as rules where that is asked. */
export async function ncciAddOn(files: readonly string[], options: AddOnOptions, host: CommandHost): Promise<void> {
  const isWanted = wanted(options.of ?? null);
  const payers = options.for ?? [];
  for (const payer of payers) {
    if (!nameShape.test(payer)) throw new UsageError(`--for takes names of payers, and ${payer} is none`);
  }
  if (options.asRules !== true && (options.of ?? options.for) !== undefined) {
    throw new UsageError("--of and --for choose among rules; they go with --as-rules");
  }
  return runImport(importAddOn, files, options, host, async (done) => {
    if (options.asRules !== true) {
      return options.declaration === true ? tableDeclaration(done, options.output) : null;
    }
    const groups = (await addOnGroups(options.output, host.io.cwd)).filter(({ code }) => isWanted(code));
    return addOnRules({ done, groups, payers });
  });
}

/** Whether a code is among those that `--of` names; all are where it names none. */
function wanted(codes: readonly string[] | null): (code: string) => boolean {
  if (codes === null) return () => true;
  const ranges = codes
    .flatMap((text) => text.split(","))
    .map((text) => {
      const [first = "", last = first] = text.trim().split("..");
      const [low, high] = [codeOrdinal(first), codeOrdinal(last)];
      if (low === null || high === null || low.shape !== high.shape) {
        throw new UsageError(`--of takes codes or ranges such as 77261..77799, and ${text.trim()} is neither`);
      }
      return { shape: low.shape, low: low.ordinal, high: high.ordinal };
    });
  return (code) => {
    const at = codeOrdinal(code);
    return (
      at !== null &&
      ranges.some(({ shape, low, high }) => shape === at.shape && low <= at.ordinal && at.ordinal <= high)
    );
  };
}
