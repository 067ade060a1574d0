/**
 * Numbers as nearly every cell has them: up to fifteen digits with at most one point among them. Both the digits and the
 * power of ten are exact then, so that their quotient is the nearest number to what is written, as `plainNumber` has it.
 * Other cells are looked up among those that are known.
 */
import { knownNumber } from "./known-cells";

/** Where the powers of ten stand, from the lowest on. */
const tens: usize = 128;

/** The number that a cell writes; NaN where it writes none plainly. */
function plainNumber(start: usize, length: u32, decimals: i32, below: f64): f64 {
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
    if (behind > decimals || length == 1) return NaN;
    number /= load<f64>(tens + ((<usize>behind) << 3));
  }
  return number < below ? number : NaN;
}

/**
 * Writes the numbers of a column's cells, from the record `from` on, to `out`; `blank` for those that are blank. The
 * record whose cell is neither plain nor known is the answer, or `count`.
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
  for (let record = from; record < count; record++) {
    const start = <usize>load<u32>(starts + record * step);
    const length = load<u32>(ends + record * step) - <u32>start;
    let value = blank;
    if (length != 0) {
      value = length <= longest ? plainNumber(start, length, decimals, below) : NaN;
      if (value != value) {
        const found = knownNumber(column, start, length);
        if (found != found) return record;
        value = found;
      }
    }
    store<f64>(out + (record << 3), value);
  }
  return count;
}
