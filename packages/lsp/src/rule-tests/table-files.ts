/**
 * The rows of tables that stand in files, for running rules in the editor. A file is read again only where it changed;
 * one that is very large is left to the command line.
 */
import { statSync } from "node:fs";
import { ChargeFileError, readTable } from "@edict/charges";
import type { Rulebook, Table, TableData } from "@edict/rulebook";
import type { OpenRulebook } from "../rulebooks/open-rulebook.js";

/** Bytes; reading more would take seconds of the editor's time. */
const largest = 20_000_000;

interface ReadBefore {
  readonly state: string;
  readonly data: TableData;
}

const readBefore = new WeakMap<OpenRulebook, Map<string, ReadBefore>>();

/** All rows by the table's name; null where a file is not there, is too large, or cannot hold its table. */
export async function tablesOf(
  rulebook: OpenRulebook,
  compiled: Rulebook,
): Promise<ReadonlyMap<string, TableData> | null> {
  const known = readBefore.get(rulebook) ?? new Map<string, ReadBefore>();
  readBefore.set(rulebook, known);
  const tables = new Map<string, TableData>();
  for (const table of compiled.tables) {
    if (table.source.kind !== "file") continue;
    const { path: written, at } = table.source;
    const path = rulebook.host.locate(rulebook.host.join(rulebook.host.folderOf(at.file), written));
    const found = path === null ? undefined : statSync(path, { throwIfNoEntry: false });
    if (path === null || found === undefined || found.size > largest) return null;
    const state = JSON.stringify([path, found.size, found.mtimeMs, table.columns]);
    const before = known.get(table.name);
    const data = before?.state === state ? before.data : await rowsOf(table, path);
    if (data === null) return null;
    known.set(table.name, { state, data });
    tables.set(table.name, data);
  }
  return tables;
}

async function rowsOf(table: Table, path: string): Promise<TableData | null> {
  try {
    return await readTable(table, path);
  } catch (error) {
    // What is wrong with the file, `check` says; here it only cannot be run.
    if (error instanceof ChargeFileError) return null;
    throw error;
  }
}
