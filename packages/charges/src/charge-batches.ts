/**
 * Charge files in batches of whole patients. Long files whose lines come patient by patient are evaluated as they are
 * read, in the same memory whatever their length. All others are read as a whole, or, where memory is bounded and has no
 * room for them, range of patients by range of patients from a temporary file. What comes out is the same.
 */
import type { ChargeFile, Charges } from "@edict/rulebook";
import type { AlikeFiles, FileToRead, ReadTogether } from "./files-to-read.js";
import { filesToRead, progressOf } from "./files-to-read.js";
import { bytesOfText } from "./files/read-bytes.js";
import { ChargeRows } from "./lines/charge-rows.js";
import type { BatchSizes, RowsAccount, RowsToRead } from "./patient-batches.js";
import { PatientBatches } from "./patient-batches.js";
import type { GroupedFiles } from "./patient-order.js";
import { groupedFiles } from "./patient-order.js";
import type { PatientRanges } from "./ranges/patient-ranges.js";
import { patientRanges, stampsOf } from "./ranges/patient-ranges.js";
import type { FileStamp } from "./ranges/file-stamp.js";
import { RangesAhead } from "./ranges/ranges-ahead.js";
import { readCharges, readInBatches } from "./read-charges.js";
import { chargeRecords } from "./records/read-records.js";
import type { SpillSizes } from "./spill/spill-sizes.js";
import { sizesWithin } from "./spill/spill-sizes.js";
import { SpilledCharges } from "./spill/spilled-charges.js";

/** What to read, and how. */
export interface BatchesRequest extends ReadTogether, AlikeFiles, BatchSizes {
  /** Files of so many bytes together are read as a whole, in any order; 128 MiB where it is left out. */
  readonly wholeUpTo?: number | undefined;
  /** The process is to have no more bytes of memory than these, for lines in any order (`--memory`); null: what they need. */
  readonly memory?: number | null | undefined;
  /** Given the ranges of a file that is still looked through, and may turn out to be none to read so. */
  readonly onAhead?: ((ranges: PatientRanges) => void) | undefined;
  /** In place of `memory`: the sizes that follow from it. */
  readonly sizes?: SpillSizes | undefined;
}

const usualLines = 1 << 16;

/** The lines of charge files, batch by batch. */
export interface ChargeBatches {
  /** All files with the fields that each has. */
  readonly files: readonly ChargeFile[];
  /** A batch is valid until the next one is asked for: its columns are filled anew. */
  readonly batches: AsyncIterable<Charges>;
  /** Complete when the batches are at an end. */
  readonly account: () => RowsAccount;
  /** The same lines in parts that can be read apart from each other; null where the files cannot be read so. */
  readonly ranges: PatientRanges | null;
  /** True where what `onAhead` was given are the ranges of the file. */
  readonly aheadHolds: boolean;
}

/** Begins to read; throws a `ChargeFileError` where a file cannot be read at all. */
export async function chargeBatches(request: BatchesRequest): Promise<ChargeBatches> {
  const files = await filesToRead(request, [{ ...request, readPatient: null }], new Set());
  let size = 0;
  for (const { file } of files) size += await bytesOfText(file);
  const comeTwice = files.every(({ file }) => file.canReadTwice);
  const { memory = null } = request;
  const sizes = request.sizes ?? (memory === null ? null : sizesWithin(memory, comeTwice ? size : 0));
  const isLong = size > Math.min(request.wholeUpTo ?? 128 << 20, sizes?.whole ?? Infinity);
  if (isLong && comeTwice) {
    const onBytes = progressOf(files, request.onProgress, 2);
    const stamps = await stampsOf(files);
    const ahead = aheadOf(files, stamps, request);
    const grouped = await groupedFiles(files, onBytes, (place, file) => ahead?.hear(place, file)).finally(() =>
      ahead?.end(),
    );
    if (grouped !== null) {
      const ranges = patientRanges(files, stamps, grouped);
      const batches = new PatientBatches(grouped.files, request, request.fields);
      return {
        files: grouped.files,
        batches: batches.batches(wholeFiles(files, grouped, batches, request.linesOfBatch ?? usualLines, onBytes)),
        account: () => batches.account(),
        ranges,
        aheadHolds: ahead !== null && ranges !== null && grouped.atFirst,
      };
    }
  }
  if (!isLong && comeTwice) return wholeBatch(request);
  return sizes === null ? packedBatches(request) : spilled(request, files, sizes);
}

const noRanges = { ranges: null, aheadHolds: false } as const;

/** Of one file: the fields of all have to be known before the first line is evaluated. */
function aheadOf(
  files: readonly FileToRead[],
  stamps: readonly (FileStamp | null)[],
  { onAhead }: BatchesRequest,
): RangesAhead | null {
  const [file, stamp] = [files[0], stamps[0] ?? null];
  if (onAhead === undefined || files.length !== 1 || file === undefined || stamp === null) return null;
  return new RangesAhead(file, stamp, onAhead);
}

async function spilled(
  request: BatchesRequest,
  files: readonly FileToRead[],
  sizes: SpillSizes,
): Promise<ChargeBatches> {
  const { fields, linesOfBatch = usualLines } = request;
  const onBytes = progressOf(files, request.onProgress);
  const charges = new SpilledCharges({ files, fields, sizes, linesOfBatch, onBytes });
  await charges.read();
  return { files: charges.files, batches: charges.batches(), account: () => charges.account(), ...noRanges };
}

/** The rows of all files, each begun when the ones before are at their end. */
function* wholeFiles(
  files: readonly FileToRead[],
  { keys }: GroupedFiles,
  { lines }: PatientBatches,
  linesOfBatch: number,
  onBytes: (count: number) => void,
): Generator<RowsToRead> {
  // Behind a batch stands what was read with its last lines.
  const mostLines = Math.ceil(linesOfBatch * 1.25);
  for (const [place, { file, how }] of files.entries()) {
    const rows = new ChargeRows(file.name, lines, { ...how, mostLines });
    yield { rows, records: chargeRecords({ file, keys: keys[place] ?? null, onBytes }, rows) };
  }
}

/** Lines that are likely to be many take few bytes each. */
async function packedBatches(request: BatchesRequest): Promise<ChargeBatches> {
  const { files, batches, account } = await readInBatches(request, request.linesOfBatch ?? usualLines);
  return { files, batches: asAsked(batches), account, ...noRanges };
}

/** Fewer are one batch, which takes the least time. */
async function wholeBatch(request: BatchesRequest): Promise<ChargeBatches> {
  const { charges, rows, netted, rejected } = await readCharges(request);
  const account = { rows, evaluated: charges.count, netted, rejected };
  return { files: charges.files, batches: asAsked([charges]), account: () => account, ...noRanges };
}

async function* asAsked(batches: Iterable<Charges>): AsyncGenerator<Charges> {
  yield* batches;
}
