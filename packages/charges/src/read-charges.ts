/**
 * Charge files into charge lines (`language.md` section 6): reject rows, net credits, sort. Every row of every file ends
 * as a line, netted or rejected, and the three add up.
 */
import type { ChargeFile, Charges, Field, Rejected } from "@edict/rulebook";
import { sourceFields } from "@edict/rulebook";
import type { AlikeFiles, ReadTogether, WayOfReading } from "./files-to-read.js";
import { filesToRead, progressOf } from "./files-to-read.js";
import { ChargeRows } from "./lines/charge-rows.js";
import type { LineStore } from "./lines/line-store.js";
import { emptyLines, levelColumns } from "./lines/line-store.js";
import { goBack, stateOf } from "./lines/go-back.js";
import type { NettedPair } from "./lines/settle-credits.js";
import { LineSettler, inOrder } from "./lines/settle-lines.js";
import { readPatientNumbers } from "./patients/patient-numbers.js";
import { readChargeFile } from "./records/read-records.js";

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

/** What was read, batch by batch. */
export interface BatchesRead extends Omit<ChargesRead, "charges"> {
  readonly files: readonly ChargeFile[];
  readonly evaluated: number;
  /** Each is valid until the next one is asked for. */
  readonly batches: Iterable<Charges>;
}

/** Reads charge files; throws a `ChargeFileError` where one cannot be read at all. */
export async function readCharges(request: ChargesRequest): Promise<ChargesRead> {
  const { lines } = await readLines(request, [{ ...request, readPatient: null }], new Set());
  return settle(lines, request.fields);
}

/** The same, in batches of so many lines, or of those of one patient. */
export async function readInBatches(request: ChargesRequest, linesOfBatch: number): Promise<BatchesRead> {
  const { lines } = await readLines(request, [{ ...request, readPatient: null }], new Set());
  const { files } = lines;
  if (lines.row.length <= linesOfBatch) {
    const { charges, ...rest } = settle(lines, request.fields);
    return { ...rest, files, evaluated: charges.count, batches: [charges] };
  }
  const rows = lines.row.length + lines.rejected.length;
  const settled = new LineSettler(lines, request.fields).settleInBatches(linesOfBatch);
  const rejected = inOrder([...lines.rejected, ...settled.rejected], files);
  return { ...settled, files, rows, netted: settled.nettings.length * 2, rejected };
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
  batches: readonly WayOfReading[],
  saidOfFile: ReadonlySet<string>,
): Promise<{ readonly lines: LineStore; readonly batchOfFile: readonly number[] }> {
  const files = await filesToRead(request, batches, saidOfFile);
  const lines = emptyLines();
  const onBytes = progressOf(files, request.onProgress);
  for (const { file, how } of files) {
    const before = stateOf(lines);
    await readChargeFile(file, onBytes, () => {
      goBack(lines, before);
      return new ChargeRows(file.name, lines, how);
    });
    levelColumns(lines);
  }
  return { lines, batchOfFile: files.map(({ batch }) => batch) };
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
  const { charges, nettings, rejected } = new LineSettler(lines, declared).settle({ areLast: true });
  const all = inOrder([...lines.rejected, ...rejected], lines.files);
  return { charges, rows, netted: nettings.length * 2, nettings, rejected: all };
}
