/**
 * From the rule arguments of a command to a rulebook: rule files and folders are compiled, a compiled rulebook is read.
 * The rows of tables that stand in files are read when they are asked for.
 */
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { readTable } from "@edict/charges";
import type { Analysis, Host, NearestSettings, Source } from "@edict/language";
import { analyse, lower, nearestSettings, settled } from "@edict/language";
import { RuleHost, shownPath } from "@edict/lsp";
import type { Diagnostic, Rulebook, Table, TableData } from "@edict/rulebook";
import { readRulebook } from "@edict/rulebook";
import type { Io } from "../io.js";
import { UsageError } from "../usage-error.js";

export interface LoadedRules {
  /** Null where a diagnostic is an error. */
  readonly rulebook: Rulebook | null;
  /** The errors, and the warnings as the project's settings and the comments in the text have them; no lints. */
  readonly diagnostics: readonly Diagnostic[];
  /** What is known of rules that were read as text; null of a compiled rulebook. */
  readonly text: RuleText | null;
  readonly sources: ReadonlyMap<string, Source>;
  /** Where a table's file is on the disk; null where it may not be read or is not there. */
  readonly tablePath: (path: string, from: string) => string | null;
}

/** Rules that were read as text. */
export interface RuleText {
  readonly analysis: Analysis;
  readonly settings: NearestSettings;
  readonly host: RuleHost;
  /** The files and folders that were named, as they are shown. */
  readonly roots: readonly string[];
}

/**
 * Loads the rules; throws a `UsageError` where a named path is not there or is no rulebook. `previous` is an analysis of
 * rules much like these, of which what still holds is taken over.
 */
export function loadRules(roots: readonly string[], io: Io, previous: Analysis | null = null): LoadedRules {
  const compiled = roots.find((root) => root.toLowerCase().endsWith(".json"));
  if (compiled === undefined) return compileRules(roots, io, previous);
  if (roots.length > 1) throw new UsageError(`${compiled} is a compiled rulebook; name it alone`);
  return readCompiled(compiled, io);
}

function compileRules(roots: readonly string[], io: Io, previous: Analysis | null): LoadedRules {
  const host = new RuleHost(io.cwd, roots);
  const named = roots.map(shownPath);
  for (const root of named) {
    if (host.kind(root) === "missing") throw new UsageError(`there is no file or folder ${root}; check its name`);
  }
  const analysis = analyseSafely(named, host, previous);
  const { files } = analysis;
  if (files.size === 0) {
    throw new UsageError(`no .edict file is in ${named.join(", ")}; name the files or the folder that hold the rules`);
  }
  for (const path of host.refused) {
    const why = "rules may only name what lies beside them or in the folder where the command runs";
    io.stderr.write(`edict: ${path} lies outside the rulebook's folder and is not read; ${why}\n`);
  }
  const settings = settingsFor(files.keys(), host);
  return {
    rulebook: lower(analysis),
    diagnostics: settled(analysis, settings.of),
    text: { analysis, settings, host, roots: named },
    sources: new Map([...files].map(([path, { source }]) => [path, source])),
    tablePath: (path, from) => host.locate(host.join(host.folderOf(from), path)),
  };
}

/** Analyses files and folders; throws a `UsageError` where one cannot be read. */
export function analyseSafely(roots: readonly string[], host: Host, previous: Analysis | null = null): Analysis {
  return orUsageError("a rule file", () => analyse(roots, host, previous));
}

/** The settings of the nearest `edict.json` of each file. */
function settingsFor(paths: Iterable<string>, host: RuleHost): NearestSettings {
  return orUsageError("edict.json", () =>
    nearestSettings(paths, {
      folderOf: (path) => host.folderOf(path),
      above: (folder) => host.above(folder),
      settingsIn: (folder) => {
        const path = host.join(folder, "edict.json");
        return host.isFileHere(path) ? { path, text: host.read(path) } : null;
      },
    }),
  );
}

function orUsageError<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (isSystemError(error)) throw new UsageError(`${error.path ?? what} cannot be read (${error.code})`);
    throw error;
  }
}

function readCompiled(path: string, io: Io): LoadedRules {
  const real = resolve(io.cwd, path);
  const read = readRulebook(parseJson(path, real));
  if ("problems" in read) {
    throw new UsageError(`${path} is no rulebook that can be used: ${read.problems.join("; ")}`);
  }
  // A document from elsewhere may name a file only within its own folder.
  const host = new RuleHost(dirname(real), []);
  return {
    rulebook: read.rulebook,
    diagnostics: [],
    text: null,
    sources: new Map(),
    tablePath: (table) => host.locate(host.join(".", table)),
  };
}

function parseJson(path: string, real: string): unknown {
  let text: string;
  try {
    text = readFileSync(real, "utf8");
  } catch (error) {
    const why = isSystemError(error) && error.code !== "ENOENT" ? `cannot be read (${error.code})` : "is not there";
    throw new UsageError(`the rulebook ${path} ${why}; check its name`);
  }
  try {
    const value: unknown = JSON.parse(text.startsWith("\ufeff") ? text.slice(1) : text);
    return value;
  } catch {
    throw new UsageError(`${path} is not JSON; write it with edict compile -o ${path}`);
  }
}

/** Reads the rows of every table that stands in a file, by the table's name. */
export async function loadTables(rules: LoadedRules, rulebook: Rulebook): Promise<Map<string, TableData>> {
  const tables = new Map<string, TableData>();
  for (const table of rulebook.tables) {
    if (table.source.kind === "file") tables.set(table.name, await loadTable(rules, table, table.source));
  }
  return tables;
}

async function loadTable(
  rules: LoadedRules,
  table: Table,
  source: { readonly path: string; readonly at: { readonly file: string; readonly line: number } },
): Promise<TableData> {
  const path = rules.tablePath(source.path, source.at.file);
  if (path === null) {
    const where = `${source.at.file}:${source.at.line}`;
    throw new UsageError(
      `${where}: the file ${source.path} of table ${table.name} is not there or lies outside the rulebook's folder`,
    );
  }
  return readTable(table, path, { name: source.path });
}

/** An error of the operating system, by its code. */
export function isSystemError(error: unknown): error is Error & { readonly code: string; readonly path?: string } {
  return error instanceof Error && "code" in error && typeof error.code === "string" && "syscall" in error;
}
