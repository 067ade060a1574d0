/** An import from any source: what the shared options ask for, and what is said of an import that is done. */
import type { ImportDone, ImportRequest } from "@edict/charges";
import { parseIsoDate } from "@edict/rulebook";
import type { CommandHost } from "../../commands/command-host.js";
import { exitCodes } from "../../exit-codes.js";
import { importText, tableDeclaration } from "../../reports/import-text.js";
import { UsageError } from "../../usage-error.js";

export interface ImportOptions {
  readonly output: string;
  readonly onto?: string;
  readonly release?: string;
  readonly effective?: string;
  readonly rationale?: true;
  readonly declaration?: true;
  readonly limit: string;
}

/** Imports, and says what was done; on standard error where a declaration is asked for, which goes to standard output. */
export async function runImport<O extends ImportOptions>(
  run: (request: ImportRequest, options: O) => Promise<ImportDone>,
  files: readonly string[],
  options: O,
  { io, done }: CommandHost,
  declarationOf: (result: ImportDone) => Promise<string | null> | string | null = (result) =>
    options.declaration === true ? tableDeclaration(result, options.output) : null,
): Promise<void> {
  const request: ImportRequest = {
    files,
    folder: io.cwd,
    output: options.output,
    onto: options.onto ?? null,
    release: releaseOf(options.release),
    effective: dayOf(options.effective),
    rationale: options.rationale === true,
    listed: countOf(options.limit),
  };
  const result = await run(request, options);
  const text = importText(result, options.output, options.onto ?? null);
  const declaration = await declarationOf(result);
  if (declaration === null) io.stdout.write(text);
  else {
    io.stderr.write(text);
    io.stdout.write(declaration);
  }
  done(result.counts.rejected > 0 ? exitCodes.incomplete : exitCodes.fine);
}

function releaseOf(text: string | undefined): string | null {
  if (text !== undefined && !/^[\w .-]{1,40}$/.test(text)) {
    throw new UsageError("--release takes a short name, such as 2026q3");
  }
  return text ?? null;
}

function dayOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const day = parseIsoDate(text);
  if (day === null) throw new UsageError("--effective takes a date, such as 2026-07-01");
  return day;
}

/** What `--limit` says. */
export function countOf(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new UsageError("--limit takes a whole number, such as 50");
  return Number(text);
}
