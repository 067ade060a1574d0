/** The patient of a record as bytes, without the blanks around it: what lines are put into ranges by. */
import type { RecordBatch } from "../records/record-batch.js";
import { isSpace, textOf } from "../records/record-batch.js";

export class PatientKey {
  bytes: Uint8Array = new Uint8Array(0);
  start = 0;
  end = 0;

  /** Turns to a record; `otherwise` is its patient where the cell is blank or there is no such column. */
  take(batch: RecordBatch, record: number, column: number, otherwise: Uint8Array): void {
    const { bytes, width } = batch;
    const cell = record * width + column;
    let start = column < 0 ? 0 : (batch.starts[cell] ?? 0);
    let end = column < 0 ? 0 : (batch.ends[cell] ?? 0);
    while (start < end && isSpace(bytes[start] ?? 0)) start++;
    while (start < end && isSpace(bytes[end - 1] ?? 0)) end--;
    if (start < end && ((bytes[start] ?? 0) >= 0x80 || (bytes[end - 1] ?? 0) >= 0x80)) {
      // White space beyond ASCII may stand around the patient.
      const patient = Buffer.from(textOf(bytes, start, end).trim());
      this.#set(patient.length === 0 ? otherwise : patient);
    } else if (start === end) {
      this.#set(otherwise);
    } else {
      this.bytes = bytes;
      this.start = start;
      this.end = end;
    }
  }

  #set(bytes: Uint8Array): void {
    this.bytes = bytes;
    this.start = 0;
    this.end = bytes.length;
  }
}

/** Negative where the bytes from `start` up to `end` stand before `other` in the order of bytes, 0 where they are the same. */
export function compareKey(bytes: Uint8Array, start: number, end: number, other: Uint8Array): number {
  const length = end - start;
  const both = Math.min(length, other.length);
  for (let at = 0; at < both; at++) {
    const difference = (bytes[start + at] ?? 0) - (other[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return length - other.length;
}
