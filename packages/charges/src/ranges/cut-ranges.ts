/** Where long files are cut into ranges of whole patients: behind so many bytes, at the first line of the next patient. */
import type { FileToRead } from "../files-to-read.js";
import { ChargeRows } from "../lines/charge-rows.js";
import { emptyLines } from "../lines/line-store.js";
import type { RecordBatch } from "../records/record-batch.js";
import { cellText } from "../records/record-batch.js";
import type { RecordPlace, RecordSink } from "../records/record-reader.js";
import { RecordReader } from "../records/record-reader.js";
import type { FileStamp } from "./file-stamp.js";
import type { KnownPlaces } from "./known-places.js";
import type { PatientRange, RangedFile, RangePart, RowPlace } from "./patient-ranges.js";
import { textBetween } from "./text-between.js";

/** The files to cut. */
export interface CutRequest {
  readonly toRead: readonly FileToRead[];
  readonly ranged: readonly RangedFile[];
  /** Of each file places between its records, from behind the header to its end. */
  readonly places: readonly KnownPlaces[];
  /** A range has about so many. */
  readonly bytes: number;
}

/** So many bytes are looked through for the next patient; then it is looked for further on. */
const furthest = 2_000_000;

/** No more are read from one place: a row that is longer may be given up sooner here than where the file is read. */
const longestRead = 4_000_000;

const quote = 34;

/**
 * The ranges in order. Every byte behind the headers is in one of them, unless the files are not looked through to their
 * ends: then ranges end too.
 */
export async function* rangesOf({ toRead, ranged, places, bytes }: CutRequest): AsyncGenerator<PatientRange> {
  let parts: RangePart[] = [];
  let size = 0;
  for (const [file, { stamp }] of ranged.entries()) {
    const [known, how] = [places[file], toRead[file]?.how];
    const first = known?.places[0];
    if (known === undefined || first === undefined || how === undefined) {
      throw new Error("a file that is read in ranges is looked through");
    }
    const end = stamp.size - stamp.mark;
    const column = patientColumn(stamp.name, how, first.form.header);
    let from: RecordPlace = first;
    let place = 0;
    let wanted = from.at + bytes - size;
    while (wanted < end) {
      if (!(await known.reached(wanted))) return;
      while ((known.places[place + 1]?.at ?? Infinity) <= wanted) place++;
      const nearest = known.places[place] ?? from;
      const start = nearest.at > from.at ? nearest : from;
      // From a place that is known, the next patient is as good as one some bytes on.
      const behind = start === from ? wanted : start.at;
      const found = await nextPatient({ stamp, column, start, end, wanted: behind });
      if (found === null) {
        wanted = behind + furthest;
        continue;
      }
      yield { parts: [...parts, { file, from: rowPlace(from), to: found.at }] };
      parts = [];
      size = 0;
      from = found;
      wanted = from.at + bytes;
    }
    if (!(await known.reached(end))) return;
    if (from.at < end) parts.push({ file, from: rowPlace(from), to: end });
    size += end - from.at;
  }
  if (parts.length > 0) yield { parts };
}

function rowPlace({ at, row }: RecordPlace): RowPlace {
  return { at, row };
}

function patientColumn(file: string, how: FileToRead["how"], header: readonly string[]): number {
  const rows = new ChargeRows(file, emptyLines(), { ...how, size: 0 });
  rows.header(header);
  return rows.patientColumn;
}

interface Search {
  readonly stamp: FileStamp;
  readonly column: number;
  /** Where to begin to read. */
  readonly start: RecordPlace;
  readonly end: number;
  /** A patient who begins before this byte is not meant. */
  readonly wanted: number;
}

/** Where a patient's first row begins, at `wanted` or behind it; null where none is found nearby. */
async function nextPatient({ stamp, column, start, end, wanted }: Search): Promise<RecordPlace | null> {
  let patient: string | null = null;
  let found: RecordPlace | null = null;
  const records = (batch: RecordBatch): void => {
    const { bytes, starts, rows, count, width } = batch;
    for (let record = 0; record < count && found === null; record++) {
      const here = cellText(batch, record, column).trim();
      // A row without a patient is rejected, wherever it stands.
      if (here === "") continue;
      const begin = starts[record * width] ?? 0;
      const at = reader.before + (bytes[begin - 1] === quote ? begin - 1 : begin);
      if (patient !== null && here !== patient && at >= wanted) {
        found = { at, row: (rows[record] ?? 0) - 1, form: start.form };
      }
      patient = here;
    }
  };
  const sink: RecordSink = { header: () => {}, records, otherWidth: () => {}, broken: () => {} };
  // A kernel would have more memory than these few records have bytes.
  const reader = new RecordReader(stamp.name, sink, () => {}, Infinity);
  reader.goOnFrom(start);
  const limit = Math.min(end, wanted + furthest, start.at + longestRead);
  for await (const piece of textBetween(stamp, start.at, limit, 1 << 16)) {
    reader.push(piece);
    if (found !== null) break;
  }
  return found;
}
