/** `edict compile RULES… [-o FILE]`: the rulebook as one JSON document that stands alone. */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Command } from "commander";
import { rowsOf } from "@edict/engine";
import type { Rulebook, TableData } from "@edict/rulebook";
import { printRulebook, rulebookSchema } from "@edict/rulebook";
import { exitCodes } from "../exit-codes.js";
import { isSystemError, loadTables } from "../files/load-rules.js";
import { UsageError } from "../usage-error.js";
import type { CommandHost } from "./command-host.js";
import { rulesArgument, wholeRules } from "./command-host.js";

interface CompileOptions {
  readonly output?: string;
  readonly schema?: boolean;
}

/** Adds the command. */
export function addCompile(program: Command, { io, done }: CommandHost): void {
  program
    .command("compile")
    .description("Compile rules to one JSON document that every command takes in their place.")
    .argument("[rules...]", rulesArgument)
    .option("-o, --output <file>", "write to this file in place of standard output")
    .option("--schema", "print the JSON Schema of a compiled rulebook instead")
    .addHelpText(
      "after",
      `
Rows of tables that stand in files go into the document. The same rules give the same bytes.

Examples:
  edict compile rules -o rulebook.json
  edict run rulebook.json --charges charges.csv
  edict compile --schema`,
    )
    .action(async (roots: readonly string[], options: CompileOptions) => {
      const write = (text: string): void => {
        if (options.output === undefined) io.stdout.write(text);
        else writeTo(resolve(io.cwd, options.output), options.output, text);
      };
      if (options.schema === true) {
        write(JSON.stringify(rulebookSchema, null, 2) + "\n");
        return;
      }
      if (roots.length === 0) throw new UsageError("compile needs rules: name files, or a folder of them");
      const loaded = wholeRules(roots, io);
      if (loaded === null) {
        done(exitCodes.failed);
        return;
      }
      const tables = await loadTables(loaded.rules, loaded.rulebook);
      write(printRulebook(withRows(loaded.rulebook, tables)));
    });
}

/** The rulebook with every table's rows in it. */
function withRows(rulebook: Rulebook, tables: ReadonlyMap<string, TableData>): Rulebook {
  return {
    ...rulebook,
    tables: rulebook.tables.map((table) => {
      const data = tables.get(table.name);
      return data === undefined ? table : { ...table, source: { kind: "rows", rows: rowsOf(data) } };
    }),
  };
}

function writeTo(path: string, name: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    if (isSystemError(error)) throw new UsageError(`${name} cannot be written (${error.code}); check the folder`);
    throw error;
  }
}
