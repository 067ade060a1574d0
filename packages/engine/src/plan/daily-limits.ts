/**
 * `for each row of TABLE … limit row.code to row.units units per day …`: the least that the rows of a code allow. What a
 * patient has of the code on any one day and does not go past that, no row of it has anything to say of.
 */
import type { CountPlan } from "./check-plan.js";
import type { RowIndex } from "./row-index.js";

export interface DailyLimits {
  readonly check: CountPlan;
  /** Of each code of the lines the least that its rows allow; NaN where it has none. */
  leastOfCode: Float64Array;
  /**
   * What the lines of a day have of each code, in few places, so that they stay in the processor's cache: codes share a
   * place, and the sum of some is never less than that of one. A place counts where it bears the day's stamp.
   */
  readonly sums: Float64Array;
  readonly sumStamps: Int32Array;
  /** Of each cell: the stamp of the patient who goes past its limit. */
  readonly pastStamps: Int32Array;
  /** The last stamp: each day and each patient of a run has another. */
  stamp: number;
}

/** How many places there are for the sums of a day, a power of two. */
export const sumPlaces = 256;

export function dailyLimitsOf(check: CountPlan, { cells, starts, rows }: RowIndex): DailyLimits {
  const count = starts.length - 1;
  const limits: DailyLimits = {
    check,
    leastOfCode: new Float64Array(64).fill(NaN),
    sums: new Float64Array(sumPlaces),
    sumStamps: new Int32Array(sumPlaces),
    pastStamps: new Int32Array(count),
    stamp: 0,
  };
  cells.onMeet.push((first, end) => {
    if (end > limits.leastOfCode.length) {
      const longer = new Float64Array(Math.max(end, limits.leastOfCode.length * 2)).fill(NaN);
      longer.set(limits.leastOfCode);
      limits.leastOfCode = longer;
    }
    const { leastOfCode } = limits;
    for (let code = first; code < end; code++) {
      const cell = cells.ofCode(code);
      if (cell >= 0) leastOfCode[code] = least(starts[cell] ?? 0, starts[cell + 1] ?? 0);
    }
  });
  const least = (from: number, end: number): number => {
    let least = from === end ? NaN : Infinity;
    for (let at = from; at < end; at++) {
      const amount = check.amount(rows[at] ?? 0);
      // Nothing goes past an amount that is no number.
      if (amount < least) least = amount;
    }
    return least;
  };
  cells.onForget.push(() => limits.leastOfCode.fill(NaN));
  return limits;
}
