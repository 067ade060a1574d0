/**
 * Numbers as nearly every cell has them: up to fifteen digits with at most one point among them. Both the digits and the
 * power of ten are exact then, so that their quotient is the nearest number to what is written, as `plainNumber` has it.
 * Other cells are looked up among those that are known.
 */
import { knownNumber } from "./known-cells";

/** The place where `plainNumbers` leaves whether any cell was not a plain number. */
const answer: usize = 0;

/** Where the powers of ten stand, from the lowest on. */
const tens: usize = 128;

/** Eight bytes, each the same: the digit 0, what a point is without it, 1, and the highest bit. */
const zeros: u64 = 0x3030303030303030;
const points: u64 = 0x1e1e1e1e1e1e1e1e;
const ones: u64 = 0x0101010101010101;
const highest: u64 = 0x8080808080808080;

/** The number that a cell of up to eight bytes writes; NaN where it writes none plainly. All of its bytes are looked at at once. */
function shortNumber(start: usize, length: u32, decimals: i32, below: f64): f64 {
  // The last digit stands in the highest byte, and zeros before the first.
  const empty = <u64>(64 - (length << 3));
  let digits = (load<u64>(start) ^ zeros) << empty;
  const others = digits ^ points;
  // The highest bit of the first byte that is a point; of those behind it nothing is known.
  const found = (others - ones) & ~others & highest;
  let divisor: f64 = 1;
  if (found != 0) {
    const behind = <i32>((63 - ctz(found)) >> 3);
    if (behind > decimals || length == 1) return NaN;
    divisor = load<f64>(tens + ((<usize>behind) << 3));
    // What stands before the point moves up by a byte.
    const point = found & -found;
    digits = (digits & ~((point << 1) - 1)) | ((digits & ((point >> 7) - 1)) << 8);
  }
  if (((digits + 0x7676767676767676) | digits) & highest) return NaN;
  const pairs = digits * 10 + (digits >> 8);
  const first = (pairs & 0x000000ff000000ff) * 0x000f424000000064;
  const second = ((pairs >> 16) & 0x000000ff000000ff) * 0x0000271000000001;
  const number = <f64>(<i64>((first + second) >> 32)) / divisor;
  return number < below ? number : NaN;
}

/** The number that a longer cell writes, digit by digit. */
function longNumber(start: usize, length: u32, decimals: i32, below: f64): f64 {
  let digits: u64 = 0;
  let point: i32 = -1;
  for (let at: u32 = 0; at < length; at++) {
    const digit = <u32>load<u8>(start + at) - 48;
    if (digit <= 9) digits = digits * 10 + digit;
    else if (digit == <u32>-2 && point < 0) point = at;
    else return NaN;
  }
  let number = <f64>(<i64>digits);
  if (point >= 0) {
    const behind = <i32>length - point - 1;
    if (behind > decimals) return NaN;
    number /= load<f64>(tens + ((<usize>behind) << 3));
  }
  return number < below ? number : NaN;
}

/**
 * Writes the numbers of a column's cells, from the record `from` on, to `out`; `blank` for those that are blank. The
 * record whose cell is neither plain nor known is the answer, or `count`. Leaves 1 where a cell was blank or known, else 0.
 */
export function plainNumbers(
  column: usize,
  starts: usize,
  ends: usize,
  step: u32,
  from: u32,
  count: u32,
  out: usize,
  blank: f64,
  longest: u32,
  decimals: i32,
  below: f64,
): u32 {
  let others: u32 = 0;
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
        others = 1;
      } else {
        const digit = <u32>load<u8>(start) - 48;
        if (length == 1 && digit <= 9) {
          value = <f64>digit;
        } else {
          if (length > 8 || length > longest) break;
          value = inline.always(shortNumber(start, length, decimals, below));
          if (value != value) break;
        }
      }
      store<f64>(out + (record << 3), value);
    }
    if (record == count) break;
    const start = <usize>load<u32>(starts + record * step);
    const length = load<u32>(ends + record * step) - <u32>start;
    let value: f64 = length > 8 && length <= longest ? longNumber(start, length, decimals, below) : NaN;
    if (value != value) {
      value = knownNumber(column, start, length);
      if (value != value) return record;
      others = 1;
    }
    store<f64>(out + (record << 3), value);
    record++;
  }
  store<u32>(answer, others);
  return count;
}
