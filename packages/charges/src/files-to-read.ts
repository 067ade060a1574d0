/** The charge files of a run, found on the disk, and how each is to be read. */
import { realpath } from "node:fs/promises";
import type { Field, Layout } from "@edict/rulebook";
import { fileError } from "./charge-file-error.js";
import { fileErrors } from "./diagnostics.js";
import type { InputFile } from "./files/read-bytes.js";
import { findFile } from "./files/read-bytes.js";
import { layoutNamed } from "./headers/choose-layout.js";
import type { RowsRequest } from "./lines/charge-rows.js";
import type { Read } from "./lines/field-kind.js";
import { readPresets } from "./lines/preset-values.js";

/** What is alike for all files that are read together. */
export interface ReadTogether {
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
export interface AlikeFiles {
  /** Names as the user gave them; findings and rejected rows show them so. */
  readonly files: readonly string[];
  /** The layout that `--layout` names. */
  readonly layout: string | null;
  /** `--set`: values by field, for lines that have none. */
  readonly set: ReadonlyMap<string, string>;
}

/** The same, and how the patients' numbers are read; null: as they stand. */
export interface WayOfReading extends AlikeFiles {
  readonly readPatient: Read<string> | null;
}

/** A file, which of the batches names it, and how it is read. */
export interface FileToRead {
  readonly file: InputFile;
  readonly batch: number;
  readonly how: RowsRequest;
}

/** Finds the files; an error where one is not there, or is named twice. */
export async function filesToRead(
  { layouts, fields: declared, folder = "." }: ReadTogether,
  batches: readonly WayOfReading[],
  saidOfFile: ReadonlySet<string>,
): Promise<FileToRead[]> {
  const ways = batches.map(({ files, layout, set, readPatient }) => ({
    files,
    readPatient,
    layout: layout === null ? null : layoutNamed(layouts, layout),
    presets: readPresets(set, declared),
  }));
  const seen = new Set<string>();
  const found: FileToRead[] = [];
  for (const [batch, { files, ...way }] of ways.entries()) {
    for (const name of files) {
      const file = await findFile(name, folder);
      // A link names the same lines again; a pipe has no path of its own.
      const real = await realpath(file.path).catch(() => file.path);
      if (seen.has(real)) throw fileError(fileErrors, "file-given-twice", { file: name }, {});
      seen.add(real);
      found.push({ file, batch, how: { layouts, declared, saidOfFile, ...way, size: file.size } });
    }
  }
  return found;
}

/** Hears how many bytes were read at a time, and tells how many that is of all; the files are read `times` times. */
export function progressOf(
  files: readonly FileToRead[],
  onProgress: ReadTogether["onProgress"],
  times = 1,
): (count: number) => void {
  const total = files.reduce((sum, { file }) => sum + file.size * times, 0);
  let read = 0;
  return (count) => {
    read += count;
    onProgress?.(read, Math.max(total, read));
  };
}
