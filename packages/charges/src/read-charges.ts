/**
 * Charge files into charge lines (`language.md` section 6): reject rows, net credits, sort. Every row of every file ends
 * as a line, netted or rejected, and the three add up.
 */
import { realpath } from "node:fs/promises";
import type { Charges, Field, Layout, Rejected } from "@edict/rulebook";
import { fileError } from "./charge-file-error.js";
import { fileErrors } from "./diagnostics.js";
import type { InputFile } from "./files/read-bytes.js";
import { findFile } from "./files/read-bytes.js";
import { layoutNamed } from "./headers/choose-layout.js";
import { ChargeRows } from "./lines/charge-rows.js";
import { chargesOfLines, modifierSets } from "./lines/charges-of-lines.js";
import type { LineStore } from "./lines/line-store.js";
import { emptyLines, levelColumns } from "./lines/line-store.js";
import { readPresets } from "./lines/preset-values.js";
import type { NettedPair } from "./lines/settle-credits.js";
import { settleCredits } from "./lines/settle-credits.js";
import { readRecords } from "./records/read-records.js";

/** What to read, and how. */
export interface ChargesRequest {
  /** Names as the user gave them; findings and rejected rows show them so. */
  readonly files: readonly string[];
  /** Where names that are not absolute are looked up; the process's folder where it is left out. */
  readonly folder?: string | undefined;
  /** The rulebook's layouts, and the one that `--layout` names. */
  readonly layouts: readonly Layout[];
  readonly layout: string | null;
  /** The rulebook's declared fields. */
  readonly fields: readonly Field[];
  /** `--set`: values by field, for lines that have none. */
  readonly set: ReadonlyMap<string, string>;
  /** Hears how many of all the files' bytes were read. */
  readonly onProgress?: ((bytesRead: number, bytesTotal: number) => void) | undefined;
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
  const layout = request.layout === null ? null : layoutNamed(request.layouts, request.layout);
  const presets = readPresets(request.set, request.fields);
  const files = await findFiles(request);
  const lines = emptyLines();
  const onBytes = progress(files, request.onProgress);
  for (const file of files) {
    const rows = new ChargeRows(file.name, lines, {
      layouts: request.layouts,
      layout,
      declared: request.fields,
      presets,
    });
    await readRecords(file, rows, onBytes);
    levelColumns(lines);
  }
  return settle(lines);
}

function settle(lines: LineStore): ChargesRead {
  const rows = lines.row.length + lines.rejected.length;
  const sets = modifierSets(lines.modifiers);
  const settled = settleCredits(lines, sets.setOf);
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

async function findFiles(request: ChargesRequest): Promise<InputFile[]> {
  const folder = request.folder ?? ".";
  const seen = new Set<string>();
  const files: InputFile[] = [];
  for (const name of request.files) {
    const file = await findFile(name, folder);
    // A link names the same lines again; a pipe has no path of its own.
    const real = await realpath(file.path).catch(() => file.path);
    if (seen.has(real)) throw fileError(fileErrors, "file-given-twice", { file: name }, {});
    seen.add(real);
    files.push(file);
  }
  return files;
}

function progress(files: readonly InputFile[], onProgress: ChargesRequest["onProgress"]): (count: number) => void {
  const total = files.reduce((sum, file) => sum + file.size, 0);
  let read = 0;
  return (count) => {
    read += count;
    onProgress?.(read, Math.max(total, read));
  };
}
