/**
 * Days as nearly every cell has them, `2026-03-02` or `20260302`: year, month and day of the month are a place in a list of
 * days, which the portable reader fills, one day when it first comes. Other cells are looked up among those that are known.
 */
import { find } from "./known-cells";

/** Where the days stand: 0 where one is not known yet, else its number and `shift`. */
const days: usize = 4096;
const shift: i32 = 100_000;
const firstYear: u32 = 1900;
const years: u32 = 256;

/** No day. */
const none: u32 = 0xffffffff;

/** The place of the day that a cell writes; `none` where it writes none plainly, or no day of any month. */
function placeOf(start: usize, length: u32): u32 {
  let digits = load<u64>(start);
  if (length == 10) {
    // Of the eight bytes the fifth and the last are hyphens; the day stands behind them.
    if ((digits & 0xff0000ff00000000) != 0x2d00002d00000000) return none;
    const monthAndYear = (digits & 0xffffffff) | ((digits >> 8) & 0xffff00000000);
    digits = monthAndYear | ((<u64>load<u16>(start, 8)) << 48);
  } else if (length != 8) {
    return none;
  }
  // Bytes from 48 to 57 and no others leave the highest bit as it is, both ways.
  const values = digits - 0x3030303030303030;
  if (((digits + 0x4646464646464646) | values | digits) & 0x8080808080808080) return none;
  const pairs = values * 10 + (values >> 8);
  const year = ((<u32>pairs) & 0xff) * 100 + ((<u32>(pairs >> 16)) & 0xff) - firstYear;
  const month = (<u32>(pairs >> 32)) & 0xff;
  const day = (<u32>(pairs >> 48)) & 0xff;
  return year < years && month <= 12 && day <= 31 ? (year << 9) | (month << 5) | day : none;
}

/**
 * Writes the days of a column's cells, from the record `from` on, to `out`: that for a blank cell is `blank`, unless
 * `stopsAtBlank`. The record whose cell is neither plain nor known is the answer, or `count`.
 */
export function plainDays(
  column: usize,
  starts: usize,
  ends: usize,
  step: u32,
  from: u32,
  count: u32,
  out: usize,
  blank: i32,
  stopsAtBlank: bool,
): u32 {
  let record = from;
  while (record < count) {
    let startAt = starts + record * step;
    let endAt = ends + record * step;
    // Within this loop nothing is called, so that all of it stays in the processor's registers.
    for (; record < count; record++) {
      const start = <usize>load<u32>(startAt);
      const length = load<u32>(endAt) - <u32>start;
      startAt += step;
      endAt += step;
      let value = blank;
      if (length == 0) {
        if (stopsAtBlank) return record;
      } else {
        const place = inline.always(placeOf(start, length));
        if (place == none) break;
        value = load<i32>(days + ((<usize>place) << 2));
        if (value == 0) return record;
        value -= shift;
      }
      store<i32>(out + (record << 2), value);
    }
    if (record == count) break;
    const start = <usize>load<u32>(starts + record * step);
    const found = find(column, start, load<u32>(ends + record * step) - <u32>start);
    if (found == 0) return record;
    store<i32>(out + (record << 2), load<i32>(found));
    record++;
  }
  return count;
}

/** Fills in the day of a cell; false where it writes none plainly. */
export function rememberDay(start: usize, length: u32, day: i32): bool {
  const place = placeOf(start, length);
  if (place == none) return false;
  store<i32>(days + ((<usize>place) << 2), day + shift);
  return true;
}
