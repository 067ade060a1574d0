/**
 * The rows of tables that list valid codes and stand in files. A list is read once and kept until its file is another:
 * each check asks the disk for nothing but that file's size and time.
 */
import { stat } from "node:fs/promises";
import { readTable } from "@edict/charges";
import type { Analysis, RowsOfTable } from "@edict/language";
import { codeListsOf } from "@edict/language";
import type { Table, TableData } from "@edict/rulebook";
import type { OverlaidHost } from "../files/overlaid-host.js";

/** Rows as they were read, and of what. */
interface Kept {
  readonly stamp: string;
  readonly rows: TableData | null;
}

export class CodeLists {
  readonly #host: OverlaidHost;
  readonly #kept = new Map<string, Kept>();

  constructor(host: OverlaidHost) {
    this.#host = host;
  }

  /** The rows of the lists of a rulebook; null for one whose file cannot be read, of which nothing is said then. */
  async rowsOf({ book }: Analysis): Promise<RowsOfTable> {
    const found = new Map<string, TableData | null>();
    for (const table of codeListsOf(book)) found.set(table.name, await this.#rows(table));
    for (const name of this.#kept.keys()) if (!found.has(name)) this.#kept.delete(name);
    return (name) => found.get(name) ?? null;
  }

  async #rows(table: Table): Promise<TableData | null> {
    if (table.source.kind !== "file") return null;
    const { path, at } = table.source;
    const file = this.#host.locate(this.#host.join(this.#host.folderOf(at.file), path));
    const stamp = file === null ? null : await stampOf(file, table);
    if (file === null || stamp === null) return null;
    const known = this.#kept.get(table.name);
    if (known?.stamp === stamp) return known.rows;
    // What is wrong with the file, `edict check` says.
    const rows = await readTable(table, file, { name: path }).catch(() => null);
    this.#kept.set(table.name, { stamp, rows });
    return rows;
  }
}

/** What is equal while a file is the same and the same is read of it; null where it is not there. */
async function stampOf(file: string, { columns }: Table): Promise<string | null> {
  const found = await stat(file).catch(() => null);
  return found === null ? null : JSON.stringify([file, found.size, found.mtimeMs, columns]);
}
