/** `edict docs RULES… -o FOLDER`: a reference of the rules in plain words, for people who review them. */
import type { Command } from "commander";
import { Option } from "commander";
import type { DocsOptions } from "../actions/docs.js";
import type { CommandHost } from "./command-host.js";
import { rulesArgument } from "./command-host.js";

/** Adds the command. */
export function addDocs(program: Command, host: CommandHost): void {
  program
    .command("docs")
    .description("Write a reference of the rules in plain words, page by page, for those who review them.")
    .argument("<rules...>", rulesArgument)
    .requiredOption("-o, --output <folder>", "the folder for the pages")
    .addOption(new Option("--format <format>", "what to write").choices(["markdown", "html"]).default("markdown"))
    .option("--check", "write nothing; exit 1 where the folder is not what would be written")
    .option("--beside", "write into a folder that holds other files, and leave those as they are")
    .addHelpText(
      "after",
      `
The folder keeps a list of the pages that were made. Pages that are no more are removed; no other file is ever touched.
The same rules give the same pages.

Examples:
  edict docs rules -o docs/rules
  edict docs rules -o docs/rules --check
  edict docs rules -o site --format html`,
    )
    .action(async (roots: readonly string[], options: DocsOptions) =>
      (await import("../actions/docs.js")).docs(roots, options, host),
    );
}
