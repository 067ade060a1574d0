/** Rules for a command that needs them whole, as most do. */
import type { Rulebook } from "@edict/rulebook";
import { tallied } from "@edict/rulebook";
import type { LoadedRules } from "../files/load-rules.js";
import { loadRules } from "../files/load-rules.js";
import type { Io } from "../io.js";
import { diagnosticText } from "../reports/diagnostics/text.js";

/**
 * Loads rules for a command that needs them whole. Errors go to standard error and give null; warnings are counted
 * there, since `edict check` is the place to read them.
 */
export function wholeRules(
  roots: readonly string[],
  io: Io,
): { readonly rules: LoadedRules; readonly rulebook: Rulebook } | null {
  const rules = loadRules(roots, io);
  if (rules.rulebook === null) {
    const errors = rules.diagnostics.filter(({ severity }) => severity === "error");
    for (const error of errors) io.stderr.write(diagnosticText(error, rules.sources, (_, text) => text) + "\n");
    io.stderr.write(`edict: the rules have ${tallied(errors.length, "error")}; nothing was done\n`);
    return null;
  }
  const warnings = rules.diagnostics.filter(({ severity }) => severity !== "info").length;
  if (warnings > 0) io.stderr.write(`edict: the rules have ${tallied(warnings, "warning")}; edict check shows them\n`);
  return { rules, rulebook: rules.rulebook };
}
