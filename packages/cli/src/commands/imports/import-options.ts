/** The options that all sources of `edict import` share. */
import type { Command } from "commander";

/** Adds the files and the options. */
export function addImportOptions(command: Command): Command {
  return command
    .argument("<files...>", "files as they are published: text, CSV, gzip, workbooks (.xlsx), or zip archives of them")
    .requiredOption("-o, --output <table>", "the table to write: .csv or .parquet")
    .option(
      "--onto <table>",
      "an older table, imported before, whose history goes on; it may be the one that is written",
    )
    .option("--release <name>", "what the release is called, where the files' names do not say it")
    .option("--effective <date>", "the first day on which the files hold, where their names do not say it")
    .option("--declaration", "print the table's declaration for the rules, and all else on standard error")
    .option("--limit <count>", "list at most so many rejected rows; all are counted", "50");
}
