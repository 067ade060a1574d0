/**
 * Charge files into charge lines (`language.md` section 6): reject rows, net credits, sort. Every row of every file ends
 * as a line, netted or rejected, and the three add up.
 */
import { realpath } from "node:fs/promises";
import type { Charges, Field, Layout, Rejected } from "@edict/rulebook";
import { sourceFields } from "@edict/rulebook";
import { fileError } from "./charge-file-error.js";
import { fileErrors } from "./diagnostics.js";
import type { InputFile } from "./files/read-bytes.js";
import { findFile } from "./files/read-bytes.js";
import { layoutNamed } from "./headers/choose-layout.js";
import type { Read } from "./lines/field-kind.js";
import { ChargeRows } from "./lines/charge-rows.js";
import { chargesOfLines, modifierSets } from "./lines/charges-of-lines.js";
import type { LineStore } from "./lines/line-store.js";
import { emptyLines, levelColumns } from "./lines/line-store.js";
import { readPresets } from "./lines/preset-values.js";
import type { NettedPair } from "./lines/settle-credits.js";
import { settleCredits } from "./lines/settle-credits.js";
import { readPatientNumbers } from "./patients/patient-numbers.js";
import { readRecords } from "./records/read-records.js";

/** What is alike for all files that are read together. */
interface ReadTogether {
  /** Where names that are not absolute are looked up; the process's folder where it is left out. */
  readonly folder?: string | undefined;
  /** The rulebook's layouts. */
  readonly layouts: readonly Layout[];
  /** The rulebook's declared fields. */
  readonly fields: readonly Field[];
  /** Hears how many of all the files' bytes were read. */
  readonly onProgress?: ((bytesRead: number, bytesTotal: number) => void) | undefined;
}

/** Files that are read in one way. */
interface AlikeFiles {
  /** Names as the user gave them; findings and rejected rows show them so. */
  readonly files: readonly string[];
  /** The layout that `--layout` names. */
  readonly layout: string | null;
  /** `--set`: values by field, for lines that have none. */
  readonly set: ReadonlyMap<string, string>;
}

/** What to read, and how. */
export interface ChargesRequest extends ReadTogether, AlikeFiles {}

/** The files of one source, such as the treatment record. */
export interface SourceRequest extends AlikeFiles {
  readonly source: string;
}

/** Which sources to read, and how. */
export interface SourcesRequest extends ReadTogether {
  readonly sources: readonly SourceRequest[];
  /** `--patients`: a file that says which of the sources' numbers are one patient; null: a number is one everywhere. */
  readonly patients: string | null;
}

/** What was read of several sources. */
export interface SourcesRead extends ChargesRead {
  /** Of each file of `charges`, in their order: its source, and how many rows of data it has. */
  readonly sourceOfFile: readonly { readonly source: string; readonly rows: number }[];
}

/** What was read. `rows` is the count of `charges`, `netted` and the length of `rejected` together. */
export interface ChargesRead {
  readonly charges: Charges;
  /** Rows of data; blank lines are none. */
  readonly rows: number;
  /** Credits and the lines that they cancel: two for each of `nettings`. */
  readonly netted: number;
  readonly nettings: readonly NettedPair[];
  /** In the order of files and rows. */
  readonly rejected: readonly Rejected[];
}

/** Reads charge files; throws a `ChargeFileError` where one cannot be read at all. */
export async function readCharges(request: ChargesRequest): Promise<ChargesRead> {
  const { lines } = await readLines(request, [{ ...request, readPatient: null }], new Set());
  return settle(lines, request.fields);
}

/**
 * Reads the files of several sources as one: every line holds the name of its source in each declared field of type
 * `source`, whatever its file says there.
 */
export async function readSources(request: SourcesRequest): Promise<SourcesRead> {
  const saying = sourceFields(request.fields);
  const names = request.sources.map(({ source }) => source);
  const numbers =
    request.patients === null ? null : await readPatientNumbers(request.patients, request.folder ?? ".", names);
  const batches = request.sources.map(({ source, files, layout, set }) => ({
    files,
    layout,
    readPatient: numbers?.get(source) ?? null,
    set: new Map([...set, ...saying.map((field) => [field, source] as const)]),
  }));
  const { lines, batchOfFile } = await readLines(request, batches, new Set(saying));
  const rows = rowsOfFiles(lines);
  const sourceOfFile = batchOfFile.map((batch, file) => ({
    source: request.sources[batch]?.source ?? "",
    rows: rows[file] ?? 0,
  }));
  return { ...settle(lines, request.fields), sourceOfFile };
}

async function readLines(
  request: ReadTogether,
  batches: readonly (AlikeFiles & { readonly readPatient: Read<string> | null })[],
  saidOfFile: ReadonlySet<string>,
): Promise<{ readonly lines: LineStore; readonly batchOfFile: readonly number[] }> {
  const { layouts, fields: declared } = request;
  const ways = batches.map(({ layout, set, readPatient }) => ({
    readPatient,
    layout: layout === null ? null : layoutNamed(layouts, layout),
    presets: readPresets(set, declared),
  }));
  const found = await findFiles(batches, request.folder ?? ".");
  const lines = emptyLines();
  const onBytes = progress(found, request.onProgress);
  for (const { file, batch } of found) {
    const way = ways[batch];
    if (way === undefined) throw new Error("every file was found for one of the batches");
    const how = { layouts, declared, saidOfFile, size: file.size, ...way };
    await readRecords(file, new ChargeRows(file.name, lines, how), onBytes);
    levelColumns(lines);
  }
  return { lines, batchOfFile: found.map(({ batch }) => batch) };
}

/** Of each file: its rows of data, those that were rejected as they were read among them. */
function rowsOfFiles(lines: LineStore): number[] {
  const rows = lines.files.map(() => 0);
  for (let line = 0; line < lines.row.length; line++) rows[lines.file.at(line)] = (rows[lines.file.at(line)] ?? 0) + 1;
  const places = new Map(lines.files.map((file, place) => [file.name, place]));
  for (const { file } of lines.rejected) {
    const place = places.get(file) ?? 0;
    rows[place] = (rows[place] ?? 0) + 1;
  }
  return rows;
}

function settle(lines: LineStore, declared: readonly Field[]): ChargesRead {
  const rows = lines.row.length + lines.rejected.length;
  const sets = modifierSets(lines.modifiers);
  const settled = settleCredits(lines, sets.setOf, sourceFields(declared));
  const charges = chargesOfLines(lines, sets, settled.out);
  const { nettings } = settled;
  const netted = nettings.length * 2;
  const rejected = inOrder([...lines.rejected, ...settled.rejected], lines);
  if (charges.count + netted + rejected.length !== rows) {
    throw new Error("every row read is kept, netted or rejected, once; the three do not add up");
  }
  return { charges, rows, netted, nettings, rejected };
}

function inOrder(rejected: readonly Rejected[], lines: LineStore): Rejected[] {
  const places = new Map(lines.files.map((file, place) => [file.name, place]));
  const place = (row: Rejected): number => places.get(row.file) ?? 0;
  return [...rejected].sort((left, right) => place(left) - place(right) || left.row - right.row);
}

/** A file, and which of the batches names it. */
interface FoundFile {
  readonly file: InputFile;
  readonly batch: number;
}

async function findFiles(batches: readonly AlikeFiles[], folder: string): Promise<FoundFile[]> {
  const seen = new Set<string>();
  const found: FoundFile[] = [];
  for (const [batch, { files }] of batches.entries()) {
    for (const name of files) {
      const file = await findFile(name, folder);
      // A link names the same lines again; a pipe has no path of its own.
      const real = await realpath(file.path).catch(() => file.path);
      if (seen.has(real)) throw fileError(fileErrors, "file-given-twice", { file: name }, {});
      seen.add(real);
      found.push({ file, batch });
    }
  }
  return found;
}

function progress(files: readonly FoundFile[], onProgress: ChargesRequest["onProgress"]): (count: number) => void {
  const total = files.reduce((sum, { file }) => sum + file.size, 0);
  let read = 0;
  return (count) => {
    read += count;
    onProgress?.(read, Math.max(total, read));
  };
}
