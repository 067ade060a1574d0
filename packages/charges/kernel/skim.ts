/**
 * One cell of each line, where no quote stands in the bytes: then a line is a record. It passes over lines whose cell is the
 * one of the line before, and stops at any other, which it finds for the caller.
 */
import { bitsOf } from "./bits";

const lineFeed: u8 = 10;
const carriageReturn: u8 = 13;

/** The place where `skim` leaves what it found. */
const answer: usize = 0;

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

/**
 * Passes over lines from `start` on, up to `end`, as long as their cell of the number `column` has the bytes from
 * `lastStart` up to `lastEnd`, or they have no such cell. Leaves where the line begins that it stopped at, and how many are
 * before; and where that line has another cell, the place of that and where the next line begins, which else is 0. A line
 * whose end is not there is not passed over.
 */
export function skim(start: usize, end: usize, delimiter: u32, column: i32, lastStart: usize, lastEnd: usize): void {
  const delimiters = i8x16.splat(<i8>delimiter);
  const lineFeeds = i8x16.splat(<i8>lineFeed);
  const returns = i8x16.splat(<i8>carriageReturn);
  let line = start;
  let lines: u32 = 0;
  while (line < end) {
    let left = column;
    let cell = left == 0 ? line : 0;
    let cellEnd: usize = 0;
    let block = line;
    let lineEnd: usize = 0;
    for (; block < end && lineEnd == 0; block += 64) {
      const breaks = bitsOf(block, lineFeeds) | bitsOf(block, returns);
      let parts = cellEnd == 0 ? bitsOf(block, delimiters) : 0;
      if (breaks != 0) {
        lineEnd = block + <usize>ctz(breaks);
        parts &= (breaks & -breaks) - 1;
      }
      while (left > 0 && parts != 0) {
        left--;
        if (left == 0) cell = block + <usize>ctz(parts) + 1;
        parts &= parts - 1;
      }
      if (cell != 0 && cellEnd == 0) cellEnd = parts != 0 ? block + <usize>ctz(parts) : lineEnd;
    }
    // The line feed behind the bytes is not the file's, and a carriage return there may be half of a line break.
    if (lineEnd == 0 || lineEnd >= end) break;
    let next = lineEnd + 1;
    if (load<u8>(lineEnd) == carriageReturn) {
      if (next >= end) break;
      if (load<u8>(next) == lineFeed) next++;
    }
    if (cell != 0 && (cellEnd - cell != lastEnd - lastStart || !areSame(cell, lastStart, <u32>(cellEnd - cell)))) {
      leave(line, lines, cell, cellEnd, next);
      return;
    }
    line = next;
    lines++;
  }
  leave(line, lines, 0, 0, 0);
}

function leave(line: usize, lines: u32, cell: usize, cellEnd: usize, next: usize): void {
  store<u32>(answer, line);
  store<u32>(answer, lines, 4);
  store<u32>(answer, cell, 8);
  store<u32>(answer, cellEnd, 12);
  store<u32>(answer, next, 16);
}
