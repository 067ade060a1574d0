/** `edict check RULES…`: reads and checks rules. */
import type { Command } from "commander";
import { Option } from "commander";
import { exitCodes } from "../exit-codes.js";
import { loadRules, loadTables } from "../files/load-rules.js";
import { counted } from "../output/counted.js";
import { painter } from "../output/paint.js";
import { diagnosticText, diagnosticsJson } from "../reports/diagnostic-text.js";
import type { CommandHost } from "./command-host.js";
import { rulesArgument } from "./command-host.js";

interface CheckOptions {
  readonly format: "text" | "json";
}

/** Adds the command. */
export function addCheck(program: Command, { io, done }: CommandHost): void {
  program
    .command("check")
    .description("Read and check rules; exit 1 where one has an error.")
    .argument("<rules...>", rulesArgument)
    .addOption(new Option("--format <format>", "how to print").choices(["text", "json"]).default("text"))
    .addHelpText(
      "after",
      `
Examples:
  edict check rules
  edict check rules/imrt.edict --format json`,
    )
    .action(async (roots: readonly string[], { format }: CheckOptions) => {
      const rules = loadRules(roots, io);
      // A table that cannot be read is as wrong as a rule that cannot: it is found here, not in the middle of a run.
      if (rules.rulebook !== null) await loadTables(rules, rules.rulebook);
      const { diagnostics, sources } = rules;
      const errors = diagnostics.filter(({ severity }) => severity === "error").length;
      if (format === "json") io.stdout.write(diagnosticsJson(diagnostics));
      else {
        const paint = painter(io);
        for (const diagnostic of diagnostics) io.stdout.write(diagnosticText(diagnostic, sources, paint) + "\n");
        const files = sources.size === 0 ? "the compiled rulebook" : counted(sources.size, "file");
        const held =
          rules.rulebook === null ? "" : `: ${holds(rules.rulebook.rules.length, rules.rulebook.tests.length)}`;
        io.stdout.write(
          diagnostics.length === 0
            ? `no problem in ${files}${held}\n`
            : `${counted(errors, "error")}, ${counted(diagnostics.length - errors, "warning")} in ${files}\n`,
        );
      }
      done(errors > 0 ? exitCodes.found : exitCodes.fine);
    });
}

function holds(rules: number, tests: number): string {
  return `${counted(rules, "rule")}, ${counted(tests, "test")}`;
}
