/**
 * One cell of each line, as long as no quote stands in it: then a line is a record. It passes over lines whose cell is the
 * one of the line before, and stops at any other, which it finds for the caller.
 *
 * In most lines the cell stands as far behind the beginning as in the line before, so that is looked at first.
 */
import { bitsOf, bitsOfEither } from "./bits";

const lineFeed: u8 = 10;
const carriageReturn: u8 = 13;
const quote: u8 = 34;

/** The place where `skim` leaves what it found, and keeps how far behind the beginning of its line the cell stood last. */
const answer: usize = 0;
const offsetAt: usize = 20;

/** True where the same bytes stand at two places. */
function areSame(one: usize, other: usize, length: u32): bool {
  let at: u32 = 0;
  while (at + 8 <= length) {
    if (load<u64>(one + at) != load<u64>(other + at)) return false;
    at += 8;
  }
  while (at < length) {
    if (load<u8>(one + at) != load<u8>(other + at)) return false;
    at++;
  }
  return true;
}

/** True where a quote stands in some bytes. */
function isQuoted(start: usize, end: usize): bool {
  for (let at = start; at < end; at++) if (load<u8>(at) == quote) return true;
  return false;
}

/** The bits of 64 that are lower than a place. */
function below(place: u32): u64 {
  return ((<u64>1) << (<u64>place)) - 1;
}

/**
 * Passes over lines from `start` on, up to `end`, as long as their cell of the number `column` has the bytes from
 * `lastStart` up to `lastEnd`, or they have no such cell. Leaves where the line begins that it stopped at, and how many are
 * before; and where that line has another cell, the place of that and where the next line begins, which else is 0. A line
 * whose end is not there is not passed over, nor is one with a quote.
 */
export function skim(start: usize, end: usize, delimiter: u32, column: i32, lastStart: usize, lastEnd: usize): void {
  const delimiters = i8x16.splat(<i8>delimiter);
  const lineFeeds = i8x16.splat(<i8>lineFeed);
  const returns = i8x16.splat(<i8>carriageReturn);
  const quotes = i8x16.splat(<i8>quote);
  const length = <u32>(lastEnd - lastStart);
  // Cells that end beyond 64 bytes, or are longer than 16, are found each time.
  const isShort = length <= 16;
  const lettersOfCell = below(length);
  const lastBytes = v128.load(lastStart);
  let offset = load<u32>(answer, offsetAt);
  let line = start;
  let lines: u32 = 0;
  while (line < end) {
    const parts = bitsOf(line, delimiters);
    let breaks = bitsOfEither(line, lineFeeds, returns);
    let quoted = inline.always(anyOf(line, quotes));
    const cellBehind = offset + length;
    // No bit is left where the bytes are the same and end there, and the cell begins there and is the right one of the line.
    const begins = (parts << 1) | 1;
    const isSame =
      isShort &&
      cellBehind < 64 &&
      (((<u64>i8x16.bitmask(i8x16.ne(v128.load(line + offset), lastBytes))) & lettersOfCell) |
        ((((parts | breaks) >> (<u64>cellBehind)) & (begins >> (<u64>offset)) & 1) ^ 1) |
        (popcnt(parts & below(offset)) - <u64>column) |
        (breaks & below(cellBehind))) ==
        0;
    let block = line;
    while (breaks == 0 && block + 64 < end) {
      block += 64;
      breaks = bitsOfEither(block, lineFeeds, returns);
      quoted = v128.or(quoted, inline.always(anyOf(block, quotes)));
    }
    // The line feed behind the bytes is not the file's, and a carriage return there may be half of a line break.
    const lineEnd = block + <usize>ctz(breaks);
    if (lineEnd >= end || (v128.any_true(quoted) && isQuoted(line, lineEnd))) break;
    let next = lineEnd + 1;
    if (load<u8>(lineEnd) == carriageReturn) {
      if (next >= end) break;
      if (load<u8>(next) == lineFeed) next++;
    }
    if (!isSame) {
      findCell(line, lineEnd, delimiters, column);
      const cell = load<usize>(answer, 8);
      const cellEnd = load<usize>(answer, 12);
      if (cell != 0) {
        offset = <u32>(cell - line);
        if (<u32>(cellEnd - cell) != length || !areSame(cell, lastStart, length)) {
          store<u32>(answer, offset, offsetAt);
          leave(line, lines, cell, cellEnd, next);
          return;
        }
      }
    }
    line = next;
    lines++;
  }
  store<u32>(answer, offset, offsetAt);
  leave(line, lines, 0, 0, 0);
}

/** Bytes of 16 that are set where one of 64 bytes is `byte`. */
function anyOf(at: usize, byte: v128): v128 {
  const low = v128.or(i8x16.eq(v128.load(at), byte), i8x16.eq(v128.load(at, 16), byte));
  const high = v128.or(i8x16.eq(v128.load(at, 32), byte), i8x16.eq(v128.load(at, 48), byte));
  return v128.or(low, high);
}

/** Leaves where the line's cell of the number `column` stands; 0 where it has none. */
function findCell(line: usize, lineEnd: usize, delimiters: v128, column: i32): void {
  let left = column;
  let cell = left == 0 ? line : 0;
  let cellEnd: usize = 0;
  for (let block = line; block <= lineEnd && cellEnd == 0; block += 64) {
    let parts = bitsOf(block, delimiters);
    const isLast = lineEnd - block < 64;
    if (isLast) parts &= below(<u32>(lineEnd - block));
    while (left > 0 && parts != 0) {
      left--;
      if (left == 0) cell = block + <usize>ctz(parts) + 1;
      parts &= parts - 1;
    }
    if (cell != 0) cellEnd = parts != 0 ? block + <usize>ctz(parts) : isLast ? lineEnd : 0;
  }
  store<usize>(answer, cell, 8);
  store<usize>(answer, cellEnd, 12);
}

function leave(line: usize, lines: u32, cell: usize, cellEnd: usize, next: usize): void {
  store<u32>(answer, line);
  store<u32>(answer, lines, 4);
  store<u32>(answer, cell, 8);
  store<u32>(answer, cellEnd, 12);
  store<u32>(answer, next, 16);
}
