/**
 * The allowance of a group: N, or N for each whole M of B, N more where the remainder reaches K, but at least J. Without
 * any B line it is 0, or J (`language.md` section 8, ruling 5). All in exact ten-thousandths.
 */
import type { CountPlan } from "../plan/check-plan.js";

/** `total` is how much of B there is, `lines` how many lines of it. */
export function allowanceOf(check: CountPlan, total: number, lines: number, row: number): number {
  const { ratio } = check;
  const amount = check.amount(row);
  if (ratio === null) return amount;
  const floor = ratio.atLeast === null ? 0 : ratio.atLeast(row);
  if (lines === 0) return floor;
  const { wholes, remainder } = wholesOf(total, ratio.amount(row));
  const more = ratio.remainder !== null && remainder >= ratio.remainder(row) ? amount : 0;
  return Math.max(amount * wholes + more, floor);
}

/** How often M goes into the total, and what is left. An M that is not above 0 goes into nothing. */
export function wholesOf(total: number, every: number): { readonly wholes: number; readonly remainder: number } {
  const wholes = every > 0 ? Math.floor(total / every) : 0;
  return { wholes, remainder: total - wholes * Math.max(every, 0) };
}
