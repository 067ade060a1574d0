/**
 * Long files in ranges that can be read apart from each other, each with the lines of whole patients: the work of several
 * threads. All of it is plain data. Only text of UTF-8 with a separator, uncompressed and on the disk, is read so; where a
 * range may begin is known since the file was looked through for the order of its patients.
 */
import type { ChargeFile } from "@edict/rulebook";
import type { FileToRead } from "../files-to-read.js";
import type { GroupedFiles } from "../patient-order.js";
import type { RecordForm } from "../records/record-reader.js";
import type { FileStamp } from "./file-stamp.js";
import { stampOf } from "./file-stamp.js";
import { rangesOf } from "./cut-ranges.js";
import { KnownPlaces } from "./known-places.js";

/** Files that can be read in ranges. */
export interface PatientRanges {
  readonly files: readonly RangedFile[];
  /** Ranges of about so many bytes, in order, each found when it is asked for; together they have every row. */
  readonly inOrder: (bytes: number) => AsyncGenerator<PatientRange>;
}

/** What has to be known of a file to read a range of it. */
export interface RangedFile {
  readonly stamp: FileStamp;
  /** How its records are set apart, and its header. */
  readonly form: RecordForm;
  /** Its name and its fields. */
  readonly file: ChargeFile;
}

/** Parts of one file or of several that follow each other. */
export interface PatientRange {
  readonly parts: readonly RangePart[];
}

/** Some records of a file. */
export interface RangePart {
  /** The place of the file. */
  readonly file: number;
  readonly from: RowPlace;
  /** The byte of the text behind the last record. */
  readonly to: number;
}

/** Where a record begins. */
export interface RowPlace {
  /** Its first byte in the text, which begins behind a byte order mark. */
  readonly at: number;
  /** The number of the record before. */
  readonly row: number;
}

/** Files as they are before they are looked through; of one that cannot be read in ranges nothing is known. */
export async function stampsOf(files: readonly FileToRead[]): Promise<readonly (FileStamp | null)[]> {
  return Promise.all(files.map(async ({ file }) => stampOf(file)));
}

/** The ranges of files that were looked through; null where one of them cannot be read so. */
export function patientRanges(
  toRead: readonly FileToRead[],
  stamps: readonly (FileStamp | null)[],
  { files, places }: GroupedFiles,
): PatientRanges | null {
  const ranged: RangedFile[] = [];
  for (const [place, file] of files.entries()) {
    const stamp = stamps[place] ?? null;
    const last = places[place]?.at(-1);
    // Text that was another encoding, or is no text, has other bytes than the file.
    if (stamp === null || last === undefined || last.at !== stamp.size - stamp.mark) return null;
    ranged.push({ stamp, form: last.form, file });
  }
  const known = places.map((each) => {
    const all = new KnownPlaces([...each]);
    all.end();
    return all;
  });
  return { files: ranged, inOrder: (bytes) => rangesOf({ toRead, ranged, places: known, bytes }) };
}
