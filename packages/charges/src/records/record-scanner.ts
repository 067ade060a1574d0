/**
 * Finds records and their cells in bytes. This is the innermost loop of reading: it looks at every byte of a file once
 * and makes nothing. It relies on three things. Behind the last byte stands a line feed that is not the file's, so that
 * a loop over ordinary bytes needs no second condition. The bytes are UTF-8, so that no part of a longer character looks
 * like a delimiter, a quote or a line break. And a record is taken up only as a whole: where its end is not there yet,
 * the scanner stays at its beginning and asks for more.
 *
 * A cell is quoted where its first byte is a double quote; two quotes in it are one; behind its closing quote only white
 * space may stand. A record is not believed where its quotes are otherwise, or where a line inside its quotes has as many
 * cells as a whole row: then its first line is a broken row, and reading goes on at the next line.
 */
import { RecordPlaces } from "./record-places.js";
import { isBlank, isSpace, textOf } from "./record-batch.js";

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

/** What a byte outside quotes may be: an ordinary one (0), or the first of one of these. */
const asciiDelimiter = 1;
const lineBreak = 2;
const longDelimiter = 3;

/** Four bytes of 1, of 14, and of their highest bits. */
const ones = 0x01010101;
const fourteens = 0x0e0e0e0e;
const highest = 0x80808080 | 0;

/** Answers of `#quotedCell` that are no place. */
const unfinished = -1;
const disbelieved = -2;

/**
 * Why the scanner stopped: the bytes are at an end, or the batch is full; or the last record has another number of cells
 * than the header, or was broken; or it took as many records as it was to.
 */
export type Stop = "needs-more" | "batch-full" | "other-width" | "broken" | "enough";

/** Scans the bytes that are put into it. */
export class RecordScanner extends RecordPlaces {
  bytes = new Uint8Array(0);
  words = new DataView(this.bytes.buffer);

  /** A line inside quotes with so many cells is a row that was swallowed. */
  swallowed = 2;
  /** Where the last record started, and its cells where their number is another than the header's. */
  recordStart = 0;
  found = 0;
  /** True where the record that needs more stands in open quotes. */
  open = false;

  readonly #kinds = new Uint8Array(256);
  /** The quoted cell that was found last: its bytes within the quotes, and whether they are to be mended. */
  #cellStart = 0;
  #cellEnd = 0;
  #mend = false;
  /** Cells of the record at hand with doubled quotes or line breaks in them. */
  readonly #toMend: number[] = [];

  constructor(readonly delimiter: Uint8Array) {
    super();
    this.#kinds[delimiter[0] ?? 0] = delimiter.length === 1 ? asciiDelimiter : longDelimiter;
    this.#kinds[lineFeed] = lineBreak;
    this.#kinds[carriageReturn] = lineBreak;
  }

  /** Adds records to the batch, not more than `most`. `final`: there are no more bytes. */
  scan(final: boolean, most = Infinity): Stop {
    const { bytes, words, end, width, starts, ends, rows } = this;
    const kinds = this.#kinds;
    const step = this.delimiter.length;
    const delimiters = Math.imul(this.delimiter[0] ?? 0, ones);
    let at = this.at;
    const enough = this.count + most;
    while (at < end) {
      if (this.count === rows.length) return "batch-full";
      if (this.count >= enough) return "enough";
      const first = this.count * width;
      const last = first + width;
      let cell = first;
      let extra = 0;
      let filled = false;
      this.recordStart = at;
      if (this.#toMend.length > 0) this.#toMend.length = 0;
      for (;;) {
        let byte = bytes[at] ?? lineFeed;
        let start = at;
        let stop: number;
        if (byte === quote) {
          at = this.#quotedCell(at, final);
          if (at < 0) return at === unfinished ? this.#stay(true) : this.breakLine(final);
          start = this.#cellStart;
          stop = this.#cellEnd;
          if (this.#mend) this.#toMend.push(cell);
          byte = bytes[at] ?? lineFeed;
        } else {
          // Four bytes at a time: a byte's highest bit stays in `found` where the byte is the delimiter's first, or lower
          // than 14 as line breaks are. Of several such bytes the first is told exactly.
          for (; ; at++) {
            let found = 0;
            for (; ; at += 4) {
              const word = words.getInt32(at, true);
              const other = word ^ delimiters;
              found = ((((other - ones) | 0) & ~other) | (((word - fourteens) | 0) & ~word)) & highest;
              if (found !== 0) break;
            }
            at += (31 - Math.clz32(found & -found)) >> 3;
            byte = bytes[at] ?? lineFeed;
            const kind = kinds[byte] ?? 0;
            if (kind !== 0 && (kind !== longDelimiter || this.#isDelimiter(at))) break;
          }
          stop = at;
        }
        if (cell < last) {
          starts[cell] = start;
          ends[cell] = stop;
          cell++;
        } else {
          extra++;
          filled ||= !isBlank(bytes, start, stop);
        }
        if (kinds[byte] === lineBreak) break;
        at += step;
      }
      if (bytes[at] === carriageReturn) at++;
      // At the end of the bytes nobody knows whether more of the record follows, or the other half of its line break.
      if (at >= end && !final) return this.#stay(false);
      if (at < end && bytes[at] === lineFeed) at++;
      this.at = at;
      this.row++;
      for (let filledCell = first; !filled && filledCell < cell; filledCell++) {
        filled = !isBlank(bytes, starts[filledCell] ?? 0, ends[filledCell] ?? 0);
      }
      if (!filled) continue;
      if (extra > 0 || cell < last) {
        this.found = cell - first + extra;
        return "other-width";
      }
      if (this.#toMend.length > 0) this.#mendCells();
      rows[this.count++] = this.row;
    }
    return this.#stay(false);
  }

  /** Takes the first line of the record at hand for a broken row; the next record starts at the next line. */
  breakLine(final: boolean): Stop {
    const { bytes, end } = this;
    let at = this.recordStart;
    while (at < end && bytes[at] !== lineFeed && bytes[at] !== carriageReturn) at++;
    if (bytes[at] === carriageReturn) at++;
    if (at >= end && !final) return this.#stay(false);
    if (at < end && bytes[at] === lineFeed) at++;
    this.at = at;
    this.row++;
    return "broken";
  }

  #stay(open: boolean): Stop {
    this.open = open;
    return "needs-more";
  }

  /** Finds the end of a quoted cell: the place of what follows it, a delimiter or a line break. */
  #quotedCell(start: number, final: boolean): number {
    const { bytes, end } = this;
    const kinds = this.#kinds;
    this.#mend = false;
    let at = start + 1;
    let lines = 0;
    let cells = 1;
    for (; at < end; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === quote) {
        if (bytes[at + 1] !== quote || at + 1 >= end) break;
        this.#mend = true;
        at++;
      } else if (kinds[byte] === lineBreak) {
        this.#mend = true;
        lines++;
        cells = 1;
      } else if (lines > 0 && this.#isDelimiter(at) && ++cells >= this.swallowed) {
        return disbelieved;
      }
    }
    if (at >= end) return final ? disbelieved : unfinished;
    this.#cellStart = start + 1;
    this.#cellEnd = at;
    at++;
    if (at >= end) return final ? at : unfinished;
    while (at < end && kinds[bytes[at] ?? 0] === 0 && isSpace(bytes[at] ?? 0)) at++;
    if ((bytes[at] ?? 0) >= 0x80) at = this.#behindWideSpace(at);
    if (at >= end) return final ? disbelieved : unfinished;
    return kinds[bytes[at] ?? 0] === lineBreak || this.#isDelimiter(at) ? at : disbelieved;
  }

  #isDelimiter(at: number): boolean {
    const { bytes, delimiter } = this;
    for (let index = 0; index < delimiter.length; index++) if (bytes[at + index] !== delimiter[index]) return false;
    return true;
  }

  /** Where white space beyond ASCII ends that stands behind a closing quote; the same place where it is none. */
  #behindWideSpace(start: number): number {
    const { bytes, end } = this;
    let at = start;
    while (at < end && this.#kinds[bytes[at] ?? 0] !== lineBreak && !this.#isDelimiter(at)) at++;
    return at >= end || textOf(bytes, start, at).trim() === "" ? at : start;
  }

  /** Makes doubled quotes single and line breaks `\n`, in place: a cell only gets shorter. */
  #mendCells(): void {
    const { bytes } = this;
    for (const cell of this.#toMend) {
      const end = this.ends[cell] ?? 0;
      let to = this.starts[cell] ?? 0;
      for (let at = to; at < end; at++) {
        const byte = bytes[at] ?? 0;
        bytes[to++] = byte === carriageReturn ? lineFeed : byte;
        const next = bytes[at + 1];
        if (at + 1 < end && ((byte === quote && next === quote) || (byte === carriageReturn && next === lineFeed)))
          at++;
      }
      this.ends[cell] = to;
    }
  }
}
