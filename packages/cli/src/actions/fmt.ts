/** What `edict fmt PATH…` does: puts rule files in the one layout. */
import { formatWhole, placeAt } from "@edict/language";
import { tallied } from "@edict/rulebook";
import type { CommandHost } from "../commands/command-host.js";
import type { ExitCode } from "../exit-codes.js";
import { exitCodes } from "../exit-codes.js";
import type { RuleFile } from "../files/rule-texts.js";
import { readText, replaceText, ruleFiles, textOf } from "../files/rule-texts.js";
import type { Io } from "../io.js";
import { safeText } from "../output/safe-text.js";
import { unifiedDiff } from "../reports/unified-diff.js";
import { UsageError } from "../usage-error.js";

export interface FmtOptions {
  readonly check?: true;
  readonly diff?: true;
}

/** Formats the files, or standard input. */
export async function fmt(paths: readonly string[], options: FmtOptions, { io, done }: CommandHost): Promise<void> {
  if (!paths.includes("-")) done(formatFiles(ruleFiles(paths, io), options, io));
  else if (paths.length > 1) throw new UsageError("- stands for standard input; name it alone");
  else done(await formatInput(options, io));
}

function formatFiles(files: readonly RuleFile[], options: FmtOptions, io: Io): ExitCode {
  const changesNothing = options.check === true || options.diff === true;
  let changed = 0;
  let failed = false;
  for (const file of files) {
    try {
      const before = readText(file);
      const { text, kept } = formatWhole(before);
      if (sayKept(file.path, before, kept, io)) failed = true;
      if (text === before) continue;
      if (!changesNothing) replaceText(file, before, text);
      changed++;
      io.stdout.write(options.diff === true ? diffText(file.path, before, text, io) : `${safeText(file.path)}\n`);
    } catch (error) {
      // One file that cannot be read keeps no other from being formatted.
      if (!(error instanceof UsageError)) throw error;
      io.stderr.write(`edict: ${safeText(error.message)}\n`);
      failed = true;
    }
  }
  const verb = changesNothing ? "would be formatted" : "formatted";
  io.stderr.write(`${tallied(changed, "file")} of ${files.length} ${verb}\n`);
  if (failed) return exitCodes.failed;
  return options.check === true && changed > 0 ? exitCodes.found : exitCodes.fine;
}

async function formatInput(options: FmtOptions, io: Io): Promise<ExitCode> {
  const bytes = await io.stdin();
  const before = textOf("standard input", () => bytes);
  const { text, kept } = formatWhole(before);
  const failed = sayKept("standard input", before, kept, io);
  if (options.diff === true) io.stdout.write(diffText("standard input", before, text, io));
  else if (options.check !== true) io.stdout.write(text);
  if (failed) return exitCodes.failed;
  return options.check === true && text !== before ? exitCodes.found : exitCodes.fine;
}

/** Says which declarations keep their text; true where one does. */
function sayKept(path: string, text: string, kept: readonly number[], io: Io): boolean {
  const source = { path, text };
  for (const offset of kept) {
    const { line } = placeAt(source, offset);
    io.stderr.write(
      `edict: ${safeText(path)}:${line}: a mistake is in this declaration, and it keeps its text; edict check shows it\n`,
    );
  }
  return kept.length > 0;
}

/** Escaped where it goes to a terminal, to the letter where it goes to a program. */
function diffText(path: string, before: string, after: string, io: Io): string {
  const diff = unifiedDiff(path, before, after);
  return io.stdoutIsTTY
    ? diff
        .split("\n")
        .map((line) => safeText(line))
        .join("\n")
    : diff;
}
