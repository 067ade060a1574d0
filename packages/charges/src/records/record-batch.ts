/** Some records of a file by the places of their cells in its bytes: no text and no object is made for a record. */

import type { KernelBatch } from "../kernel/kernel-batch.js";

/** Beyond the bytes that are read there are always so many more, so that a cell can be looked at word by word. */
export const padding = 16;

/** Bytes of UTF-8, and the same bytes as words. */
export interface Bytes {
  readonly bytes: Uint8Array;
  readonly words: DataView;
}

/**
 * Records with as many cells as the header, none of them blank altogether. The cell of a record and a column stands at
 * `record * width + column`: its bytes go from `starts` up to `ends`, without its quotes, doubled quotes being single
 * ones and line breaks `\n`. Valid until the sink returns.
 */
export interface RecordBatch extends Bytes {
  readonly width: number;
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Of each record: its number in the file, as a spreadsheet shows it. */
  readonly rows: Int32Array;
  /** The kernel in whose memory all of that stands, and where; null, or left out, where it stands elsewhere. */
  readonly kernel?: KernelBatch | null;
}

/** Texts as a batch, for records that come from no text file; the first record is the row `firstRow`. */
export function batchOfTexts(
  width: number,
  count: number,
  firstRow: number,
  textAt: (record: number, column: number) => string,
): RecordBatch {
  const starts = new Int32Array(width * count);
  const ends = new Int32Array(width * count);
  let all = "";
  let end = 0;
  for (let cell = 0; cell < starts.length; cell++) {
    const text = textAt(Math.floor(cell / width), cell % width);
    starts[cell] = end;
    end += Buffer.byteLength(text);
    ends[cell] = end;
    all += text;
  }
  const bytes = new Uint8Array(end + padding);
  bytes.set(Buffer.from(all));
  const rows = Int32Array.from({ length: count }, (_, record) => firstRow + record);
  return { bytes, words: new DataView(bytes.buffer), width, count, starts, ends, rows };
}

/** How many records a file of so many bytes will have, if all are as long as these; no more than some millions. */
export function expectedRecords({ starts, ends, count, width }: RecordBatch, size: number): number {
  // Cells may stand in another order than the columns, or nowhere where they are blank.
  let first = Infinity;
  let last = 0;
  for (let column = 0; column < width; column++) {
    if ((ends[column] ?? 0) > 0) first = Math.min(first, starts[column] ?? 0);
    last = Math.max(last, ends[(count - 1) * width + column] ?? 0);
  }
  return last > first ? Math.min(Math.ceil((size / (last - first)) * count * 1.05), 1 << 22) : count;
}

/** A cell as a text. */
export function cellText(batch: RecordBatch, record: number, column: number): string {
  const cell = record * batch.width + column;
  return textOf(batch.bytes, batch.starts[cell] ?? 0, batch.ends[cell] ?? 0);
}

/** Some bytes as a text; short ones of ASCII, which nearly all are, without the price of a decoder. */
export function textOf(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > 24) return decoded(bytes, start, end);
  let text = "";
  let at = start;
  // Four letters at a time: much of this is done before it has been compiled well.
  for (; at + 4 <= end; at += 4) {
    const first = bytes[at] ?? 0;
    const second = bytes[at + 1] ?? 0;
    const third = bytes[at + 2] ?? 0;
    const fourth = bytes[at + 3] ?? 0;
    if ((first | second | third | fourth) >= 0x80) return decoded(bytes, start, end);
    text += String.fromCharCode(first, second, third, fourth);
  }
  for (; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80) return decoded(bytes, start, end);
    text += String.fromCharCode(byte);
  }
  return text;
}

function decoded(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString("utf8");
}

/** True where nothing but white space stands, as `trim` knows it. */
export function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80) return decoded(bytes, at, end).trim() === "";
    if (!isSpace(byte)) return false;
  }
  return true;
}

/** The white space of ASCII. */
export function isSpace(byte: number): boolean {
  return byte === 32 || (byte >= 9 && byte <= 13);
}
