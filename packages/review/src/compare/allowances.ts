/**
 * How one allowance stands to another. A ratio of whole numbers is a staircase that repeats: laid side by side over one
 * stretch that both repeat after, two of them are compared exactly.
 */
import type { Amount } from "@edict/rulebook";
import type { NormalAllowance } from "../normal/clauses.js";
import type { KnownRows } from "../normal/rows.js";
import type { Direction } from "./direction.js";
import { allOf, byWithin, opposite, sameOr } from "./direction.js";
import { compareAmounts, compareLines } from "./lines.js";

type Ratio = NonNullable<NormalAllowance["forEvery"]>;

/** Longer stretches are not laid out. */
const longest = 100_000;

/** `more` where the second never allows less. */
export function compareAllowances(base: NormalAllowance, head: NormalAllowance, rows: KnownRows): Direction {
  const [one, other] = [base.forEvery, head.forEvery];
  if (one === null || other === null) return one === other ? compareAmounts(base.amount, head.amount) : "unknown";
  return allOf([
    sameOr(one.measure === other.measure),
    compareLines(one.lines, other.lines, rows),
    compareStairs(stairOf(base.amount, one), stairOf(head.amount, other)) ?? compareParts(base, head, one, other),
  ]);
}

function compareParts(base: NormalAllowance, head: NormalAllowance, one: Ratio, other: Ratio): Direction {
  return allOf([
    compareAmounts(base.amount, head.amount),
    // 0 goes into nothing, where a little more goes into it often.
    sameOr(isZero(one.amount) === isZero(other.amount)),
    opposite(compareAmounts(one.amount, other.amount)),
    compareRemainders(one.remainder, other.remainder),
    compareAmounts(one.atLeast, other.atLeast),
  ]);
}

function isZero(amount: Amount): boolean {
  return amount.kind === "number" && amount.value === 0;
}

/** The smaller the remainder that counts, the more is allowed; none counts least. */
function compareRemainders(base: Amount | null, head: Amount | null): Direction {
  if (base === null || head === null) return base === head ? "same" : base === null ? "more" : "fewer";
  return opposite(compareAmounts(base, head));
}

interface Stair {
  readonly step: number;
  readonly every: number;
  /** Infinite where no remainder counts. */
  readonly remainder: number;
  readonly atLeast: number;
}

/** Null where something is no whole number, or stands in a row. */
function stairOf(amount: Amount, { amount: every, remainder, atLeast }: Ratio): Stair | null {
  const [step, length, least] = [whole(amount), whole(every), whole(atLeast)];
  const counted = remainder === null ? Infinity : whole(remainder);
  if (step === null || length === null || length === 0 || least === null || counted === null) return null;
  return { step, every: length, remainder: counted, atLeast: least };
}

function whole(amount: Amount): number | null {
  return amount.kind === "number" && Number.isInteger(amount.value) && amount.value >= 0 ? amount.value : null;
}

/** Both are flat between whole numbers. Beyond the stretch each goes on as within it, by its slope. */
function compareStairs(base: Stair | null, head: Stair | null): Direction | null {
  if (base === null || head === null) return null;
  const stretch = leastCommonMultiple(base.every, head.every);
  // What is allowed at least can flatten the beginning: two stretches more reach past it where one does not.
  const flat = Math.max(base.atLeast, head.atLeast) * Math.max(base.every, head.every);
  const end = stretch * 2 + flat;
  if (end > longest) return null;
  // With no line to count against, what is allowed at least is all that is allowed, whatever the remainder.
  let [isMore, isFewer] = [base.atLeast <= head.atLeast, head.atLeast <= base.atLeast];
  for (let count = 0; count <= end; count++) {
    const [one, other] = [allowed(base, count), allowed(head, count)];
    if (one > other) isMore = false;
    if (one < other) isFewer = false;
  }
  const slope = Math.sign(head.step / head.every - base.step / base.every);
  return byWithin(isMore && slope >= 0, isFewer && slope <= 0);
}

function allowed({ step, every, remainder, atLeast }: Stair, count: number): number {
  const more = count % every >= remainder ? step : 0;
  return Math.max(atLeast, Math.floor(count / every) * step + more);
}

function leastCommonMultiple(one: number, other: number): number {
  let [left, right] = [one, other];
  while (right !== 0) [left, right] = [right, left % right];
  return (one / left) * other;
}
