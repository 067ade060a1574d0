/**
 * The command line: which commands there are, and what becomes of whatever they throw. Every way out of the process is
 * an exit code that comes back from here.
 */
import { Command, CommanderError } from "commander";
import { addCheck } from "./commands/check.js";
import type { CommandHost } from "./commands/command-host.js";
import { addCompile } from "./commands/compile.js";
import { addDiff } from "./commands/diff.js";
import { addDocs } from "./commands/docs.js";
import { addExplain } from "./commands/explain.js";
import { addFmt } from "./commands/fmt.js";
import { addImport } from "./commands/import.js";
import { addLsp } from "./commands/lsp.js";
import { addReconcile } from "./commands/reconcile.js";
import { addRun } from "./commands/run.js";
import { addTest } from "./commands/test.js";
import type { ExitCode } from "./exit-codes.js";
import { exitCodes } from "./exit-codes.js";
import { failureText } from "./failure.js";
import type { Io } from "./io.js";
import { version } from "./version.js";

/** Runs the command with these arguments (without the program's own name) and gives its exit code; never throws. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  let code: ExitCode = exitCodes.fine;
  const host: CommandHost = { io, done: (result) => (code = result) };
  try {
    await programFor(host).parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    // Help and the version end the parsing too; all else that commander throws is wrong usage, which it has said.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.failed;
    io.stderr.write(failureText(error));
    return exitCodes.failed;
  }
}

function programFor(host: CommandHost): Command {
  const { io } = host;
  const program = new Command("edict")
    .description("Rules for medical charges: check them, test them, run them over charge files.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "explain the command")
    .helpCommand("help [command]", "explain a command")
    .showHelpAfterError("Run the command with --help to see what it takes.")
    .exitOverride()
    // An option behind a command's name is that command's.
    .enablePositionalOptions()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
    })
    .addHelpText(
      "after",
      `
Examples:
  edict check rules                               read and check all rules in a folder
  edict test rules                                run the rules' own tests
  edict fmt rules                                 put all rules in the one layout
  edict run rules --charges charges.csv           evaluate a charge file
  edict diff main                                 what the change of the rules since main means
  edict docs rules -o docs/rules                  write the rules in plain words, page by page
  edict explain rules --charges charges.csv --line 17
                                                  why row 17 has its findings, and why no others

Exit codes: 0 nothing found, 1 something found, 2 the job could not be done,
3 done, but something was rejected or not evaluated.`,
    );
  for (const add of [
    addCheck,
    addRun,
    addReconcile,
    addTest,
    addCompile,
    addDiff,
    addDocs,
    addExplain,
    addFmt,
    addImport,
    addLsp,
  ])
    add(program, host);
  return program;
}
