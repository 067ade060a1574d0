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
import { PackedBatches, accountOf } from "./packed/packed-batches.js";
import { PackedLines, bitsOfChunk } from "./packed/packed-lines.js";
import type { RowsAccount } from "./patient-batches.js";
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
export interface BatchesRead {
  readonly files: readonly ChargeFile[];
  /** Each is valid until the next one is asked for. */
  readonly batches: Iterable<Charges>;
  /** Complete when the batches are at an end. */
  readonly account: () => RowsAccount;
}

/** Reads charge files; throws a `ChargeFileError` where one cannot be read at all. */
export async function readCharges(request: ChargesRequest): Promise<ChargesRead> {
  const { lines } = await readLines(request, [{ ...request, readPatient: null }], new Set());
  return settle(lines, request.fields);
}

/** The same, in batches of so many lines, or of those of one patient. */
export async function readInBatches(request: ChargesRequest, linesOfBatch: number): Promise<BatchesRead> {
  const packed = new PackedLines(emptyLines(), bitsOfChunk(linesOfBatch));
  const { lines } = await readLines(request, [{ ...request, readPatient: null }], new Set(), packed);
  const { files } = lines;
  if (packed.count === 0) {
    // There is but one batch, or two: packing would cost more than it saves.
    const { charges, rows, netted, rejected } = settle(lines, request.fields);
    return { files, batches: [charges], account: () => ({ rows, evaluated: charges.count, netted, rejected }) };
  }
  packed.end();
  const batches = new PackedBatches(packed, request.fields);
  return { files, batches: batches.batches(linesOfBatch), account: () => accountOf(batches, lines) };
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
  packed: PackedLines | null = null,
): Promise<{ readonly lines: LineStore; readonly batchOfFile: readonly number[] }> {
  const files = await filesToRead(request, batches, saidOfFile);
  const lines = packed?.lines ?? emptyLines();
  const onBytes = progressOf(files, request.onProgress);
  for (const { file, how } of files) {
    const before = stateOf(lines);
    const packedBefore = packed?.state();
    const begin = (): ChargeRows => {
      if (packedBefore !== undefined) packed?.goBack(packedBefore);
      goBack(lines, before);
      return new ChargeRows(file.name, lines, packed === null ? how : { ...how, size: 0 });
    };
    const goesOn = (): boolean => {
      packed?.take();
      return true;
    };
    await readChargeFile(file, onBytes, begin, goesOn);
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
