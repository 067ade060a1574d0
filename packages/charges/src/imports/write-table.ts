/**
 * Writing a table: beside its place under another name, and then put there, so that nobody ever reads half of it and a
 * write that fails leaves the table that was there.
 */
import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import process from "node:process";
import { fileError } from "../charge-file-error.js";
import { compiledTable } from "../tables/write-compiled.js";
import { writeParquet } from "../parquet/write-parquet.js";
import { importErrors } from "./diagnostics.js";
import type { ImportedColumn } from "./imported-shape.js";
import { columnsOf, readImported } from "./older-table.js";

/** A table as bytes of CSV below its header, in pieces; none is looked at once the next is asked for. */
export interface TableText {
  readonly columns: readonly ImportedColumn[];
  readonly pieces: Iterable<Uint8Array>;
}

/** Lines without their line breaks as one piece: of tables that are small. */
export function pieceOf(lines: readonly string[]): readonly Uint8Array[] {
  return [Buffer.from(lines.map((line) => `${line}\n`).join(""), "utf8")];
}

/** Throws where the name is of no kind of table. */
export function refuseOtherTables(name: string): void {
  if (!/\.(?:csv|parquet|edict-table)$/i.test(name))
    throw fileError(importErrors, "import-output-kind", { file: name }, {});
}

/** Writes the table to a path; messages call it `name`. */
export async function writeTable(path: string, name: string, table: TableText): Promise<void> {
  const place = pastLinks(path);
  const temporary = besides(place);
  const csv = /\.csv$/i.test(path) ? temporary : `${temporary}.csv`;
  await putInPlace(place, name, [temporary, csv], temporary, async () => {
    writePieces(csv, table);
    if (csv === temporary) return;
    if (/\.parquet$/i.test(path)) {
      const names = table.columns.map((column) => column.name);
      await writeParquet(csv, temporary, names);
    } else {
      const data = await readImported(name, csv, table.columns);
      writeFileSync(temporary, compiledTable({ columns: columnsOf(table.columns) }, data), { flag: "wx" });
      rmSync(csv);
    }
  });
}

/** Writes a small text the same way. */
export async function writeWhole(path: string, name: string, text: string): Promise<void> {
  const place = pastLinks(path);
  const temporary = besides(place);
  await putInPlace(place, name, [temporary], temporary, () => {
    writeFileSync(temporary, text, { flag: "wx" });
    return Promise.resolve();
  });
}

async function putInPlace(
  place: string,
  name: string,
  made: readonly string[],
  temporary: string,
  write: () => Promise<void>,
): Promise<void> {
  try {
    await write();
    renameSync(temporary, place);
  } catch (error) {
    const code = error instanceof Error && "syscall" in error && "code" in error ? String(error.code) : null;
    // What stands there under that name is somebody else's.
    if (code !== "EEXIST") for (const path of made) rmSync(path, { force: true });
    if (code === null) throw error;
    throw fileError(importErrors, "import-not-written", { file: name }, { why: code });
  }
}

function writePieces(path: string, { columns, pieces }: TableText): void {
  const file = openSync(path, "wx");
  try {
    writeAll(file, Buffer.from(`${columns.map((column) => column.name).join(",")}\n`, "utf8"));
    for (const piece of pieces) writeAll(file, piece);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
}

/** Where a link leads, so that it stays one. */
function pastLinks(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    // It is not there yet.
    return path;
  }
}

function besides(path: string): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
}
