/** `edict test RULES…`: runs the rules' own tests. */
import type { Command } from "commander";
import { InvalidArgumentError, Option } from "commander";
import type { TestOptions } from "../actions/test.js";
import type { CommandHost } from "./command-host.js";
import { rulesArgument } from "./command-host.js";

/** Adds the command. */
export function addTest(program: Command, host: CommandHost): void {
  program
    .command("test")
    .description("Run the tests that stand beside the rules; exit 1 where one fails.")
    .argument("<rules...>", rulesArgument)
    .addOption(new Option("--format <format>", "how to print").choices(["text", "json"]).default("text"))
    .option("--mutate", "change the rules one slip at a time, and say which slips no test notices")
    .option("--rule <id>", "with --mutate: only the slips in this rule and in what it rests on")
    .option("--min-score <percent>", "with --mutate: exit 1 where fewer slips are noticed", percent)
    .addHelpText(
      "after",
      `
Examples:
  edict test rules
  edict test rules/imrt.edict --format json
  edict test rules --mutate --min-score 90
  edict test rules --mutate --rule RO-101       which tests this rule still lacks`,
    )
    .action(async (roots: readonly string[], options: TestOptions) =>
      (await import("../actions/test.js")).test(roots, options, host),
    );
}

function percent(text: string): number {
  const value = Number(text);
  if (!/^\d{1,3}(\.\d+)?$/.test(text) || value > 100) throw new InvalidArgumentError("write a percentage, such as 90.");
  return value;
}
