/** What `edict explain RULES… --charges FILE --line ROW` does: why each rule has a finding on one charge line, or none. */
import type { Rulebook } from "@edict/rulebook";
import type { ChargeOptions } from "../commands/charge-options.js";
import type { CommandHost } from "../commands/command-host.js";
import { exitCodes } from "../exit-codes.js";
import { loadTables } from "../files/load-rules.js";
import { UsageError } from "../usage-error.js";
import { explainRow } from "./explain-row.js";
import { readNamedCharges } from "./named-charges.js";
import { wholeRules } from "./whole-rules.js";

export interface ExplainOptions extends ChargeOptions {
  readonly line: number;
  readonly rule?: string;
  readonly format: "text" | "json";
}

/** Explains the findings of one row. */
export async function explain(
  roots: readonly string[],
  options: ExplainOptions,
  { io, done }: CommandHost,
): Promise<void> {
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
}

function ruleNamed(id: string | undefined, rulebook: Rulebook): string | null {
  if (id === undefined) return null;
  if (rulebook.rules.some((rule) => rule.id === id)) return id;
  throw new UsageError(`there is no rule ${id}; edict check reads ${rulebook.rules.length} rules, check the id`);
}
