/** Days as text: each is worked out once for the days that have the same end of their number. */
import { daysBits, knownDays } from "./places";

const least: i32 = -719162;
const most: i32 = 2932896;

/** So that no day's mark is 0, which is how memory begins. */
const shift: i32 = 1 << 24;

/** Writes a day of the years from 1 to 9999, `2026-03-02`; 0: it is another one. */
export function date(to: usize, day: i32): usize {
  const known = knownDays + (((<usize>day) & ((1 << daysBits) - 1)) << 4);
  if (load<i32>(known, 12) != day + shift) {
    if (day < least || day > most) return 0;
    work(known, day);
  }
  v128.store(to, v128.load(known));
  return to + 10;
}

/** Four hundred years from March on, so that a leap day is the last one of its year. */
function work(known: usize, day: i32): void {
  const shifted = <u32>(day + 719468);
  const era = shifted / 146097;
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
  const dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
  const march = (5 * dayOfYear + 2) / 153;
  const month = march < 10 ? march + 3 : march - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  pair(known, year / 100);
  pair(known + 2, year % 100);
  store<u8>(known, 45, 4);
  pair(known + 5, month);
  store<u8>(known, 45, 7);
  pair(known + 8, dayOfYear - (153 * march + 2) / 5 + 1);
  store<i32>(known, day + shift, 12);
}

function pair(at: usize, value: u32): void {
  store<u8>(at, 48 + value / 10);
  store<u8>(at, 48 + (value % 10), 1);
}
