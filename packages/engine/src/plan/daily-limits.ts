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
  /** The rows of each code. */
  readonly index: RowIndex;
}

export function dailyLimitsOf(check: CountPlan, index: RowIndex): DailyLimits {
  const { cells, starts, rows } = index;
  const limits: DailyLimits = { check, index, leastOfCode: new Float64Array(64).fill(NaN) };
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
