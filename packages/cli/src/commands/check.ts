/** `edict check RULES…`: reads and checks rules, and mends what need not be thought about. */
import type { Command } from "commander";
import { Option } from "commander";
import type { CheckOptions } from "../actions/check.js";
import type { CommandHost } from "./command-host.js";
import { rulesArgument } from "./command-host.js";

/** Adds the command. */
export function addCheck(program: Command, host: CommandHost): void {
  program
    .command("check")
    .description("Read and check rules; exit 1 where one has an error.")
    .argument("<rules...>", rulesArgument)
    .addOption(
      new Option("--format <format>", "how to print").choices(["text", "json", "sarif", "github"]).default("text"),
    )
    .option("--info", "say also what is only worth knowing")
    .option("--fix", "mend what has one safe way to be mended, and say what was")
    .option("--pages <url>", "with --format sarif: where the pages of docs/diagnostics are published")
    .addHelpText(
      "after",
      `
An edict.json beside the rules, or above them, says how severe each warning is:
{ "lint": { "missing-because": "error" } }

Examples:
  edict check rules
  edict check rules --fix
  edict check rules/imrt.edict --format json`,
    )
    .action(async (roots: readonly string[], options: CheckOptions) =>
      (await import("../actions/check.js")).check(roots, options, host),
    );
}
