/**
 * The tables of both sides of a comparison. A file that is the same on both is read once, and is then one object: by what
 * git knows its content by, so that neither side need be read to see it.
 */
import { createHash } from "node:crypto";
import { closeSync, createReadStream, mkdtempSync, openSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { readTable } from "@edict/charges";
import type { Table, TableData } from "@edict/rulebook";
import { UsageError } from "../usage-error.js";
import { writeBlob } from "./git.js";
import type { ReadSide, TableFile } from "./read-side.js";

/** Reads the files of the tables of some sides, by side and then by the table's name. */
export async function readSideTables(sides: readonly ReadSide[]): Promise<Map<string, TableData>[]> {
  const known = new Map<string, TableData>();
  const all: Map<string, TableData>[] = [];
  for (const side of sides) {
    const tables = new Map<string, TableData>();
    for (const table of side.rulebook.tables) {
      if (table.source.kind !== "file") continue;
      const { path, at } = table.source;
      const file = side.tableFile(path, at.file);
      if (file === null) {
        throw new UsageError(
          `${side.name}: ${at.file}:${at.line}: the file ${path} of table ${table.name} is not there or lies outside the rulebook's folder`,
        );
      }
      const key = JSON.stringify([await hashOf(file), table.columns]);
      const data = known.get(key) ?? (await readRows(table, path, file, side.name));
      known.set(key, data);
      tables.set(table.name, data);
    }
    all.push(tables);
  }
  return all;
}

/** As git makes it of a content, so that a file of the disk and one of a revision can be told to be the same. */
async function hashOf(file: TableFile): Promise<string> {
  if (file.kind === "blob") return file.hash;
  const hash = createHash("sha1").update(`blob ${String(statSync(file.path).size)}\0`);
  for await (const chunk of createReadStream(file.path)) if (chunk instanceof Buffer) hash.update(chunk);
  return hash.digest("hex");
}

async function readRows(table: Table, name: string, file: TableFile, side: string): Promise<TableData> {
  if (file.kind === "disk") return readTable(table, file.path, { name });
  // Only a file can be read in pieces, and a table may be larger than the memory.
  const folder = mkdtempSync(join(tmpdir(), "edict-table-"));
  try {
    const path = join(folder, `table${/^\.[\w-]+$/.exec(extname(name))?.[0] ?? ""}`);
    const to = openSync(path, "wx", 0o600);
    try {
      await writeBlob(file.folder, file.hash, to);
    } finally {
      closeSync(to);
    }
    if (isPointer(path)) {
      throw new UsageError(
        `${side}: the file ${name} of table ${table.name} is kept by Git LFS, not by git; compare folders that hold it`,
      );
    }
    return await readTable(table, path, { name });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function isPointer(path: string): boolean {
  return statSync(path).size < 1024 && readFileSync(path, "latin1").startsWith("version https://git-lfs.github.com/");
}
