/**
 * Ranges of a file that is still being looked through for the order of its patients, for threads that begin meanwhile.
 * What they come to may be said only where the lines turn out to come so.
 */
import type { ChargeFile } from "@edict/rulebook";
import type { FileToRead } from "../files-to-read.js";
import type { RecordPlace } from "../records/record-reader.js";
import { rangesOf } from "./cut-ranges.js";
import type { FileStamp } from "./file-stamp.js";
import { KnownPlaces } from "./known-places.js";
import type { PatientRanges } from "./patient-ranges.js";

export class RangesAhead {
  readonly #known = new KnownPlaces();

  /** `begin` is given the ranges when the header is understood. */
  constructor(
    private readonly toRead: FileToRead,
    private readonly stamp: FileStamp,
    private readonly begin: (ranges: PatientRanges) => void,
  ) {}

  /** The next place; `file` is the file with the fields that it has. */
  hear(place: RecordPlace, file: ChargeFile): void {
    const isFirst = this.#known.places.length === 0;
    this.#known.push(place);
    if (!isFirst) return;
    const ranged = [{ stamp: this.stamp, form: place.form, file }];
    const request = { toRead: [this.toRead], ranged, places: [this.#known] };
    this.begin({ files: ranged, inOrder: (bytes) => rangesOf({ ...request, bytes }) });
  }

  /** The file was looked through, or why that matters no more. */
  end(): void {
    this.#known.end();
  }
}
