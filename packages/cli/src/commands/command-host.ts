/** What every command is given, and the pieces that several commands share. */
import type { Rulebook } from "@edict/rulebook";
import { tallied } from "@edict/rulebook";
import type { ExitCode } from "../exit-codes.js";
import type { LoadedRules } from "../files/load-rules.js";
import { loadRules } from "../files/load-rules.js";
import type { Io } from "../io.js";
import { diagnosticText } from "../reports/diagnostics/text.js";

export interface CommandHost {
  readonly io: Io;
  /** Told the exit code, once. */
  readonly done: (code: ExitCode) => void;
}

/** How rule arguments are named in the help of every command. */
export const rulesArgument = "rule files, folders of them, or one compiled rulebook (.json)";

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
