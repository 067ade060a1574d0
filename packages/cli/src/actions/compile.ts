/** What `edict compile RULES… [-o FILE]` does: the rulebook as one JSON document that stands alone. */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { compiledTable } from "@edict/charges";
import { rowsOf, tableData } from "@edict/engine";
import type { Rulebook, Table, TableData } from "@edict/rulebook";
import { printRulebook, rulebookSchema } from "@edict/rulebook";
import type { CommandHost } from "../commands/command-host.js";
import { exitCodes } from "../exit-codes.js";
import type { LoadedRules } from "../files/load-rules.js";
import { isSystemError, loadTables } from "../files/load-rules.js";
import { UsageError } from "../usage-error.js";
import { wholeRules } from "./whole-rules.js";

export interface CompileOptions {
  readonly output?: string;
  readonly schema?: boolean;
  readonly table?: string;
}

/** Compiles the rules, or one table of theirs. */
export async function compile(
  roots: readonly string[],
  options: CompileOptions,
  { io, done }: CommandHost,
): Promise<void> {
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
  if (options.table !== undefined) {
    if (options.output === undefined) throw new UsageError("a compiled table needs a file: say where with -o");
    const { table, data } = await loadTableNamed(loaded.rules, loaded.rulebook, options.table);
    writeTo(resolve(io.cwd, options.output), options.output, compiledTable(table, data));
    return;
  }
  const tables = await loadTables(loaded.rules, loaded.rulebook);
  write(printRulebook(withRows(loaded.rulebook, tables)));
}

/** One table with its rows, wherever they stand. */
async function loadTableNamed(
  rules: LoadedRules,
  rulebook: Rulebook,
  name: string,
): Promise<{ readonly table: Table; readonly data: TableData }> {
  const table = rulebook.tables.find((one) => one.name === name);
  if (table === undefined) {
    const names = rulebook.tables.map((one) => one.name).join(", ");
    throw new UsageError(`there is no table ${name}; ${names === "" ? "the rules have none" : `there is ${names}`}`);
  }
  const loaded = await loadTables(rules, { ...rulebook, tables: [table] });
  return { table, data: loaded.get(name) ?? tableData(table) };
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

function writeTo(path: string, name: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content);
  } catch (error) {
    if (isSystemError(error)) throw new UsageError(`${name} cannot be written (${error.code}); check the folder`);
    throw error;
  }
}
