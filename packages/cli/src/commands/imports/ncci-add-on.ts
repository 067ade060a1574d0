/** `edict import ncci-add-on FILE… -o TABLE`: the add-on code edits of NCCI, as a table and as rules. */
import type { Command } from "commander";
import { addOnGroups, importAddOn } from "@edict/charges";
import { codeOrdinal, nameShape } from "@edict/rulebook";
import { addOnRules } from "../../reports/add-on-rules.js";
import { tableDeclaration } from "../../reports/import-text.js";
import { UsageError } from "../../usage-error.js";
import type { CommandHost } from "../command-host.js";
import type { ImportOptions } from "./import-options.js";
import { addImportOptions, runImport } from "./import-options.js";

interface AddOnOptions extends ImportOptions {
  readonly asRules?: true;
  readonly of?: readonly string[];
  readonly for?: readonly string[];
}

/** Adds the command. */
export function addImportAddOn(program: Command, host: CommandHost): void {
  const command = program
    .command("ncci-add-on")
    .description("Import NCCI add-on code edits: codes that are paid only beside a primary code, and which those are.");
  addImportOptions(command)
    .option("--as-rules", "print a rule for each add-on code, and all else on standard error")
    .option("--of <codes...>", "with --as-rules: only for these add-on codes, or ranges of them (77261..77799)")
    .option("--for <payers...>", "with --as-rules: only for these payers, by their names in the rules")
    .addHelpText(
      "after",
      `
The table has the columns addon, primary (blank where whoever pays decides),
effective, deleted (the last day in force, blank where it is open) and type: 1 all
primary codes are listed, 2 none is, 3 some are.

Any one of several primary codes is enough, which no rule for each row can say; so
--as-rules makes a rule of each add-on code, with its primary codes as a set.

Examples:
  edict import ncci-add-on AOC_V2026Q3-MCR.txt -o data/add-on.csv
  edict import ncci-add-on AOC_V2026Q3-MCR.txt -o data/add-on.csv \\
    --as-rules --of 77261..77799 --for Medicare > rules/add-on.edict`,
    )
    .action((files: readonly string[], options: AddOnOptions) => {
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
