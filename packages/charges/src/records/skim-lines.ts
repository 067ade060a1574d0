/**
 * One cell of each line, as long as no quote stands in it: then a line is a record, and of most of its bytes only whether
 * they break a line has to be known. It relies on the line feed that stands behind the bytes, as the scanner does.
 */
import type { Bytes } from "./record-batch.js";

const lineFeed = 10;
const carriageReturn = 13;
const quote = 34;

/** Where to look. */
export interface SkimRequest extends Bytes {
  readonly start: number;
  readonly end: number;
  /** A byte of ASCII. */
  readonly delimiter: number;
  /** The place of the cell in its line. */
  readonly column: number;
}

/** How far the lines were looked at: the rest is the beginning of one. */
export interface Skimmed {
  readonly at: number;
  readonly lines: number;
}

/** Hands on the cell of each whole line before the first with a quote; a line without that many cells has none. */
export function skimLines(
  request: SkimRequest,
  take: (bytes: Uint8Array, start: number, end: number) => void,
): Skimmed {
  const { bytes, words, start, end, delimiter, column } = request;
  let line = start;
  let lines = 0;
  const until = beginningOfQuoted(request);
  while (line < until) {
    let at = line;
    let left = column;
    let byte = bytes[at] ?? lineFeed;
    while (left > 0 && byte !== lineFeed && byte !== carriageReturn) {
      if (byte === delimiter) left--;
      byte = bytes[++at] ?? lineFeed;
    }
    const cell = at;
    while (byte !== delimiter && byte !== lineFeed && byte !== carriageReturn) byte = bytes[++at] ?? lineFeed;
    const cellEnd = at;
    at = lineEnd(bytes, words, at);
    // The line feed behind the bytes is not the file's, and a carriage return there may be half of a line break.
    if (at + 1 >= end && (at >= end || bytes[at] === carriageReturn)) break;
    if (left === 0) take(bytes, cell, cellEnd);
    line = bytes[at] === carriageReturn && bytes[at + 1] === lineFeed ? at + 2 : at + 1;
    lines++;
  }
  return { at: line, lines };
}

/** Where the first line with a quote begins; the end where there is none. */
function beginningOfQuoted({ bytes, start, end }: SkimRequest): number {
  const found = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).indexOf(quote);
  if (found === -1) return end;
  let at = start + found;
  while (at > start && bytes[at - 1] !== lineFeed && bytes[at - 1] !== carriageReturn) at--;
  return at;
}

/** The next line break, found four bytes at a time: it is one of the bytes below 14. */
function lineEnd(bytes: Uint8Array, words: DataView, start: number): number {
  for (let at = start; ; at++) {
    let found = 0;
    for (; ; at += 4) {
      const word = words.getInt32(at, true);
      found = ((word - 0x0e0e0e0e) | 0) & ~word & 0x80808080;
      if (found !== 0) break;
    }
    at += (31 - Math.clz32(found & -found)) >> 3;
    if (bytes[at] === lineFeed || bytes[at] === carriageReturn) return at;
  }
}
