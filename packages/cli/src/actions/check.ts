/** What `edict check RULES…` does: reads and checks rules, and mends what need not be thought about. */
import type { RowsOfTable, Source } from "@edict/language";
import { lint } from "@edict/language";
import type { Diagnostic } from "@edict/rulebook";
import { tallied } from "@edict/rulebook";
import type { CommandHost } from "../commands/command-host.js";
import { exitCodes } from "../exit-codes.js";
import type { LoadedRules } from "../files/load-rules.js";
import { loadRules, loadTables } from "../files/load-rules.js";
import { mendRules } from "../fix/mend-rules.js";
import type { Io } from "../io.js";
import { painter } from "../output/paint.js";
import { safeText } from "../output/safe-text.js";
import { diagnosticsGithub } from "../reports/diagnostics/github.js";
import { diagnosticsJson } from "../reports/diagnostics/json.js";
import { diagnosticsSarif } from "../reports/diagnostics/sarif.js";
import { diagnosticText } from "../reports/diagnostics/text.js";
import { UsageError } from "../usage-error.js";

export interface CheckOptions {
  readonly format: "text" | "json" | "sarif" | "github";
  readonly fix?: boolean;
  readonly info?: boolean;
  readonly pages?: string;
}

/** Checks the rules, and mends them where that is asked. */
export async function check(
  roots: readonly string[],
  { format, fix, info, pages }: CheckOptions,
  { io, done }: CommandHost,
): Promise<void> {
  let rules = loadRules(roots, io);
  const isSaid = ({ severity }: Diagnostic): boolean => info === true || severity !== "info";
  if (fix === true) {
    mend(rules, isSaid, io);
    rules = loadRules(roots, io);
  }
  // A table that cannot be read is as wrong as a rule that cannot: it is found here, not in the middle of a run.
  const tables = rules.rulebook === null ? null : await loadTables(rules, rules.rulebook);
  const { diagnostics: all, sources } = said(rules, (name) => tables?.get(name) ?? null);
  const diagnostics = all.filter(isSaid);
  switch (format) {
    case "json":
      io.stdout.write(diagnosticsJson(diagnostics));
      break;
    case "sarif":
      io.stdout.write(diagnosticsSarif(diagnostics, sources, pages ?? null));
      break;
    case "github":
      io.stdout.write(diagnosticsGithub(diagnostics, sources));
      break;
    case "text":
      writeText(rules, diagnostics, all.length - diagnostics.length, sources, io);
      break;
  }
  done(diagnostics.some(({ severity }) => severity === "error") ? exitCodes.found : exitCodes.fine);
}

/** All that is said of the rules and of the settings, and the texts that it is said of. */
function said(
  { text, sources }: LoadedRules,
  rowsOf: RowsOfTable,
): {
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, Source>;
} {
  // A compiled rulebook was checked when it was compiled.
  if (text === null) return { diagnostics: [], sources };
  const { analysis, settings } = text;
  return {
    diagnostics: [...settings.diagnostics, ...lint(analysis, settings.of, rowsOf)],
    sources: new Map([...sources, ...settings.sources]),
  };
}

function mend({ text }: LoadedRules, isSaid: (diagnostic: Diagnostic) => boolean, io: Io): void {
  if (text === null)
    throw new UsageError("a compiled rulebook is not mended; name the rules that it was compiled from");
  const { applied, left } = mendRules(text, isSaid);
  for (const { diagnostic, fix } of applied) {
    const { at, code } = diagnostic;
    io.stderr.write(`${safeText(at.file)}:${at.line}:${at.column}: mended ${code}: ${safeText(fix.title)}\n`);
  }
  for (const { path, why } of left) io.stderr.write(`edict: ${safeText(path)} ${why} and was not mended\n`);
  io.stderr.write(
    `edict: ${applied.length === 0 ? "nothing to mend" : `mended ${tallied(applied.length, "thing")}`}\n`,
  );
}

function writeText(
  { rulebook, sources: { size } }: LoadedRules,
  diagnostics: readonly Diagnostic[],
  hidden: number,
  sources: ReadonlyMap<string, Source>,
  io: Io,
): void {
  const paint = painter(io);
  for (const diagnostic of diagnostics) io.stdout.write(diagnosticText(diagnostic, sources, paint) + "\n");
  const files = size === 0 ? "the compiled rulebook" : tallied(size, "file");
  const held =
    rulebook === null ? "" : `: ${tallied(rulebook.rules.length, "rule")}, ${tallied(rulebook.tests.length, "test")}`;
  const count = (wanted: Diagnostic["severity"]): number =>
    diagnostics.filter(({ severity }) => severity === wanted).length;
  const counts = [tallied(count("error"), "error"), tallied(count("warning"), "warning")];
  const infos = count("info");
  if (infos > 0) counts.push(tallied(infos, "info"));
  io.stdout.write(diagnostics.length === 0 ? `no problem in ${files}${held}\n` : `${counts.join(", ")} in ${files}\n`);
  if (hidden > 0) io.stderr.write(`edict: --info shows ${tallied(hidden, "info")} more\n`);
}
