/**
 * Charge files in batches of whole patients. Long files whose lines come patient by patient are evaluated as they are
 * read, in the same memory whatever their length; all others are read as a whole and are one batch. What comes out is the
 * same.
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
import { readCharges } from "./read-charges.js";
import { chargeRecords } from "./records/read-records.js";

/** What to read, and how. */
export interface BatchesRequest extends ReadTogether, AlikeFiles, BatchSizes {
  /** Files of so many bytes together are read as a whole, in any order; 128 MiB where it is left out. */
  readonly wholeUpTo?: number | undefined;
}

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
}

/** Begins to read; throws a `ChargeFileError` where a file cannot be read at all. */
export async function chargeBatches(request: BatchesRequest): Promise<ChargeBatches> {
  const files = await filesToRead(request, [{ ...request, readPatient: null }], new Set());
  let size = 0;
  for (const { file } of files) size += await bytesOfText(file);
  const isLong = size > (request.wholeUpTo ?? 128 << 20) && files.every(({ file }) => file.canReadTwice);
  if (isLong) {
    const onBytes = progressOf(files, request.onProgress, 2);
    const stamps = await stampsOf(files);
    const grouped = await groupedFiles(files, onBytes);
    if (grouped !== null) {
      const batches = new PatientBatches(grouped.files, request, request.fields);
      return {
        files: grouped.files,
        batches: batches.batches(wholeFiles(files, grouped, batches, onBytes)),
        account: () => batches.account(),
        ranges: patientRanges(files, stamps, grouped),
      };
    }
  }
  return wholeBatch(request);
}

/** The rows of all files, each begun when the ones before are at their end. */
function* wholeFiles(
  files: readonly FileToRead[],
  { keys }: GroupedFiles,
  { lines }: PatientBatches,
  onBytes: (count: number) => void,
): Generator<RowsToRead> {
  for (const [place, { file, how }] of files.entries()) {
    const rows = new ChargeRows(file.name, lines, { ...how, size: 0 });
    yield { rows, records: chargeRecords({ file, keys: keys[place] ?? null, onBytes }, rows) };
  }
}

async function wholeBatch(request: BatchesRequest): Promise<ChargeBatches> {
  const { charges, rows, netted, rejected } = await readCharges(request);
  async function* batches(): AsyncGenerator<Charges> {
    yield charges;
  }
  const account = { rows, evaluated: charges.count, netted, rejected };
  return { files: charges.files, batches: batches(), account: () => account, ranges: null };
}
