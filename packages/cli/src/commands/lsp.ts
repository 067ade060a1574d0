/** `edict lsp`: the language server, for any editor that speaks the protocol. */
import type { Command } from "commander";
import { serveStdio } from "@edict/lsp";

/** Adds the command. It takes the process's own streams, and ends the process when the editor leaves. */
export function addLsp(program: Command): void {
  program
    .command("lsp")
    .description("Start the language server, for an editor to talk to.")
    .option("--stdio", "over standard input and output; the only way, and so the default")
    .addHelpText(
      "after",
      `
Editors start this command by themselves; docs/editors.md says how each is told to.

Example:
  edict lsp --stdio`,
    )
    .action(() => serveStdio());
}
