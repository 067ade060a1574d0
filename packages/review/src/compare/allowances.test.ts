import { expect, test } from "vitest";
import type { NormalAllowance } from "../normal/clauses.js";
import { always } from "../normal/condition.js";
import { emptySet, everything } from "../normal/dated-set.js";
import { KnownRows } from "../normal/rows.js";
import { compareAllowances } from "./allowances.js";
import type { Direction } from "./direction.js";

/** `amount` for every `every`, counting a remainder, but at least so many. */
function ratio(amount: number, every: number, remainder: number | null, atLeast: number): NormalAllowance {
  const number = (value: number) => ({ kind: "number", value }) as const;
  const codes = { set: everything, columns: [], except: emptySet, exceptColumns: [] };
  return {
    amount: number(amount),
    forEvery: {
      amount: number(every),
      measure: "units",
      lines: { codes, having: always },
      remainder: remainder === null ? null : number(remainder),
      atLeast: number(atLeast),
    },
  };
}

const cases: readonly (readonly [string, NormalAllowance, NormalAllowance, Direction])[] = [
  ["one more for every five", ratio(1, 5, null, 0), ratio(2, 5, null, 0), "more"],
  ["for every six", ratio(1, 5, null, 0), ratio(1, 6, null, 0), "fewer"],
  ["twice as much for every ten", ratio(1, 5, null, 0), ratio(2, 10, null, 0), "fewer"],
  ["twice as much for every ten, and half of it counts", ratio(1, 5, null, 0), ratio(2, 10, 5, 0), "more"],
  ["a larger remainder", ratio(1, 5, 3, 0), ratio(1, 5, 4, 0), "fewer"],
  ["a remainder that is never reached", ratio(1, 5, null, 0), ratio(1, 5, 5, 0), "same"],
  ["more in the beginning, less later", ratio(1, 5, null, 2), ratio(1, 4, null, 0), "unknown"],
  ["parts of a unit", ratio(2, 2.5, null, 0), ratio(2, 2, null, 0), "more"],
  // 0 goes into nothing: nothing is allowed, where a little more than 0 allows much.
  ["for every 0", ratio(2, 0.5, null, 0), ratio(2, 0, null, 0), "unknown"],
  ["for every 0 and one step more", ratio(2, 0, null, 0), ratio(2, 0.5, null, 0), "unknown"],
  // Where there is no line to count against, a remainder of 0 counts nothing, and what is allowed at least is all.
  ["at least one, beside a remainder of 0", ratio(2, 2, 0, 0), ratio(1, 2, 0, 1), "unknown"],
];

test.each(cases)("%s", (_, base, head, expected) => {
  expect(compareAllowances(base, head, new KnownRows())).toBe(expected);
});
