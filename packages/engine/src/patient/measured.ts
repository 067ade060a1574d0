/**
 * Units, lines or distinct days of a stretch of lines that stand in the order of date, as exact ten-thousandths. Sums are
 * kept from the start of the lines, so that any stretch costs one subtraction.
 */
import type { Measure } from "@edict/rulebook";
import { perUnit, toExact } from "../plan/exact.js";

export class Measured {
  /** `sums[i]` is the measure of the first `i` lines; for days, the number of distinct days among them. */
  private sums = new Float64Array(64);
  private lineDays = new Int32Array(64);
  private measure: Measure = "lines";

  /** Takes up the lines `from` up to `to` of an array. Positions below count from `from`. */
  fill(measure: Measure, lines: Int32Array, from: number, to: number, days: Int32Array, units: Float64Array): void {
    const count = to - from;
    if (this.sums.length <= count) {
      this.sums = new Float64Array(count * 2 + 1);
      this.lineDays = new Int32Array(count * 2 + 1);
    }
    this.measure = measure;
    const { sums, lineDays } = this;
    let sum = 0;
    sums[0] = 0;
    for (let at = 0; at < count; at++) {
      const line = lines[from + at] ?? 0;
      const day = days[line] ?? 0;
      lineDays[at] = day;
      if (measure === "units") sum += toExact(units[line] ?? 0);
      else if (measure === "lines" || at === 0 || lineDays[at - 1] !== day) sum += perUnit;
      sums[at + 1] = sum;
    }
  }

  /** The measure of the lines from position `first` up to but not including `end`. */
  between(first: number, end: number): number {
    if (first >= end) return 0;
    const sum = (this.sums[end] ?? 0) - (this.sums[first] ?? 0);
    // A day that began before the stretch was counted there.
    const began = this.measure === "days" && first > 0 && this.lineDays[first - 1] === this.lineDays[first];
    return began ? sum + perUnit : sum;
  }

  /** The day of the line at a position. */
  dayAt(position: number): number {
    return this.lineDays[position] ?? 0;
  }
}

/** The measure of one line. */
export function measureOfLine(measure: Measure, line: number, units: Float64Array): number {
  return measure === "units" ? toExact(units[line] ?? 0) : perUnit;
}

/** The measure of the lines at `from` up to `to` of an array, which rise by date. */
export function totalOf(
  measure: Measure,
  lines: Int32Array,
  from: number,
  to: number,
  days: Int32Array,
  units: Float64Array,
): number {
  if (measure === "lines") return (to - from) * perUnit;
  let total = 0;
  if (measure === "units") {
    for (let at = from; at < to; at++) total += toExact(units[lines[at] ?? 0] ?? 0);
    return total;
  }
  for (let at = from; at < to; at++) {
    if (at === from || days[lines[at] ?? 0] !== days[lines[at - 1] ?? 0]) total += perUnit;
  }
  return total;
}
