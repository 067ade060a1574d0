/** `edict fmt PATH…`: puts rule files in the one layout. */
import { tallied } from "@edict/rulebook";
import type { Command } from "commander";
import { formatWhole, placeAt } from "@edict/language";
import type { ExitCode } from "../exit-codes.js";
import { exitCodes } from "../exit-codes.js";
import type { RuleFile } from "../files/rule-texts.js";
import { readText, replaceText, ruleFiles, textOf } from "../files/rule-texts.js";
import type { Io } from "../io.js";
import { safeText } from "../output/safe-text.js";
import { unifiedDiff } from "../reports/unified-diff.js";
import { UsageError } from "../usage-error.js";
import type { CommandHost } from "./command-host.js";

interface FmtOptions {
  readonly check?: true;
  readonly diff?: true;
}

/** Adds the command. */
export function addFmt(program: Command, { io, done }: CommandHost): void {
  program
    .command("fmt")
    .description("Put rule files in the one layout; no word and no comment changes.")
    .argument("<paths...>", "rule files and folders of them, or - for standard input")
    .option("--check", "change nothing; exit 1 and name the files that would change")
    .option("--diff", "change nothing; show what would change")
    .addHelpText(
      "after",
      `
Examples:
  edict fmt rules               format all rule files in a folder
  edict fmt rules --check       for a gate: is all formatted?
  edict fmt - < a.edict         print a text formatted

Exit codes: 0 done, 1 --check found a file to format, 2 a file cannot be read or
written, or has a declaration with a mistake, which keeps its text.`,
    )
    .action(async (paths: readonly string[], options: FmtOptions) => {
      if (!paths.includes("-")) done(formatFiles(ruleFiles(paths, io), options, io));
      else if (paths.length > 1) throw new UsageError("- stands for standard input; name it alone");
      else done(await formatInput(options, io));
    });
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
