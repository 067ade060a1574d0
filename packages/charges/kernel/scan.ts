/**
 * Finds plain records: as many cells as the header has, parted by one byte, the first of which shows at a glance that
 * the record is not blank. A cell may be quoted where nothing within its quotes is a quote or breaks the line, and
 * nothing stands behind them. At any other record it stops before it, and `RecordScanner` takes that one.
 *
 * It looks at 64 bytes at a time, and makes of them one bit for each byte that ends a cell. It relies on 64 bytes of
 * memory behind the last byte, whatever they are, and on a byte before the first.
 */
import { bitsOf, either } from "./bits";

const quote: u8 = 34;
const lineFeed: u8 = 10;
const carriageReturn: u8 = 13;
const none: u32 = 0xffffffff;

/** The place where `scan` leaves how far it came, and the number of records. */
const answer: usize = 0;

/** True where one of 64 bytes is one of two. */
function hasEither(at: usize, one: v128, other: v128): bool {
  const low = v128.or(either(at, one, other), either(at + 16, one, other));
  const high = v128.or(either(at + 32, one, other), either(at + 48, one, other));
  return v128.any_true(v128.or(low, high));
}

/** The place of the closing quote; 0 where what is quoted is not plain, or does not end. */
function closingQuote(start: usize, end: usize): usize {
  for (let at = start; at < end; at++) {
    const byte = load<u8>(at);
    if (byte == quote) return at;
    if (byte == lineFeed || byte == carriageReturn) return 0;
  }
  return 0;
}

/** True where a cell of the record begins with a sign of ASCII that is no white space. */
function isFilled(starts: usize, ends: usize, bytes: u32): bool {
  for (let cell: u32 = 0; cell < bytes; cell += 4) {
    const start = load<u32>(starts + cell);
    if (start < load<u32>(ends + cell) && <u8>(load<u8>(start) - 33) < 94) return true;
  }
  return false;
}

/**
 * Scans from `at` up to `end`. The cells of record `count` and those behind it are written to `starts` and `ends`, up to
 * `capacity` records, and nonsense behind them, for up to 64 cells. Leaves the place behind the last whole record, and the
 * number of records with those before.
 */
export function scan(
  at: usize,
  end: usize,
  delimiter: u32,
  width: u32,
  count: u32,
  capacity: u32,
  starts: usize,
  ends: usize,
): void {
  const delimiters = i8x16.splat(<i8>delimiter);
  const lineFeeds = i8x16.splat(<i8>lineFeed);
  const quotes = i8x16.splat(<i8>quote);
  const returns = i8x16.splat(<i8>carriageReturn);
  const bytesOfRecord = width << 2;
  let record = at;
  let block = at;
  /** Where the places of the record's cells stand: of the first, of the last, and of the cell at hand. */
  let first: u32 = count * bytesOfRecord;
  let last = first + bytesOfRecord - 4;
  let cell = first;
  /** The cell before which the block begins where that was quoted, and its closing quote. */
  let quoted: u32 = none;
  let closing: usize = 0;
  store<u32>(starts + cell, at);
  while (block < end && count < capacity) {
    let feeds = bitsOf(block, lineFeeds);
    let ending = bitsOf(block, delimiters) | feeds;
    let odd: u64 = 0;
    if (hasEither(block, quotes, returns)) {
      const feedsBehind = (feeds >> 1) | ((<u64>(load<u8>(block, 64) == lineFeed)) << 63);
      const beginnings = (ending << 1) | (<u64>(load<u32>(starts + cell) == <u32>block));
      odd = (bitsOf(block, quotes) & beginnings) | (bitsOf(block, returns) & ~feedsBehind);
    }
    const left: u64 = end - block;
    if (left < 64) {
      const one: u64 = 1;
      const within = (one << left) - 1;
      ending &= within;
      odd &= within;
    }
    // Behind an odd byte the others of the block mean nothing yet.
    if (odd != 0) ending &= (odd & -odd) - 1;
    feeds &= ending;
    // A cell ends at each bit, whatever record it is of. Twelve always, since the processor guesses better so.
    let rest = inline.always(writeFour(ending, block, starts + cell, ends + cell));
    rest = inline.always(writeFour(rest, block, starts + cell + 16, ends + cell + 16));
    rest = inline.always(writeFour(rest, block, starts + cell + 32, ends + cell + 32));
    let to = cell + 48;
    while (rest != 0) {
      rest = inline.always(writeFour(rest, block, starts + to, ends + to));
      to += 16;
    }
    if (quoted != none) {
      store<u32>(ends + quoted, closing);
      quoted = none;
    }
    while (feeds != 0) {
      const bit = feeds & -feeds;
      const place = block + <usize>ctz(feeds);
      if (cell + ((<u32>popcnt(ending & (bit - 1))) << 2) != last) return leave(record, count);
      // The cell may be a quoted one, whose end is before.
      if (load<u8>(place - 1) == carriageReturn && load<u32>(ends + last) == <u32>place && place > record) {
        store<u32>(ends + last, place - 1);
      }
      if (!isFilled(starts + first, ends + first, bytesOfRecord)) return leave(record, count);
      record = place + 1;
      count++;
      if (count == capacity) return leave(record, count);
      first = last + 4;
      last += bytesOfRecord;
      feeds ^= bit;
    }
    cell += (<u32>popcnt(ending)) << 2;
    if (cell > last) return leave(record, count);
    if (odd == 0) {
      block += 64;
      continue;
    }
    const opening = block + <usize>ctz(odd);
    if (load<u8>(opening) != quote) return leave(record, count);
    closing = closingQuote(opening + 1, end);
    if (closing == 0 || !endsCell(closing + 1, end, <u8>delimiter)) return leave(record, count);
    store<u32>(starts + cell, opening + 1);
    quoted = cell;
    block = closing + 1;
  }
  leave(record, count);
}

/** Writes the numbers of the records from `from` up to `to`, of which `row` is the one before. */
export function numberRows(rows: usize, from: u32, to: u32, row: u32): void {
  for (let record = from; record < to; record++) store<u32>(rows + ((<usize>record) << 2), ++row);
}

/** Writes where the next four cells end and those behind them start; the bits of the others are the answer. */
function writeFour(bits: u64, block: usize, starts: usize, ends: usize): u64 {
  let rest = bits;
  let place = block + <usize>ctz(rest);
  store<u32>(ends, place);
  store<u32>(starts, place + 1, 4);
  rest &= rest - 1;
  place = block + <usize>ctz(rest);
  store<u32>(ends, place, 4);
  store<u32>(starts, place + 1, 8);
  rest &= rest - 1;
  place = block + <usize>ctz(rest);
  store<u32>(ends, place, 8);
  store<u32>(starts, place + 1, 12);
  rest &= rest - 1;
  place = block + <usize>ctz(rest);
  store<u32>(ends, place, 12);
  store<u32>(starts, place + 1, 16);
  return rest & (rest - 1);
}

/** True where a delimiter or a line break stands. */
function endsCell(at: usize, end: usize, delimiter: u8): bool {
  if (at >= end) return false;
  const byte = load<u8>(at);
  if (byte == carriageReturn) return at + 1 < end && load<u8>(at, 1) == lineFeed;
  return byte == delimiter || byte == lineFeed;
}

function leave(record: usize, count: u32): void {
  store<u32>(answer, record);
  store<u32>(answer, count, 4);
}
