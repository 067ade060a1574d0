import fc from "fast-check";
import { expect, test } from "vitest";
import { netCredits } from "./net-credits.js";

/** Lines of one key; units as written. */
const net = (...units: number[]) => netCredits({ keys: units.map(() => 7), units });

test("a credit cancels the nearest charge before it", () => {
  expect(net(1, 1, -1)).toEqual({ pairs: [{ credit: 2, charge: 1 }], unmatched: [] });
});

test("a credit with none before it cancels the first behind it", () => {
  expect(net(-1, 1, 1)).toEqual({ pairs: [{ credit: 0, charge: 1 }], unmatched: [] });
});

test("as many units, or nothing", () => {
  expect(net(2, -1)).toEqual({ pairs: [], unmatched: [1] });
  expect(net(1, 1, -2)).toEqual({ pairs: [], unmatched: [2] });
});

test("no charge is cancelled twice", () => {
  expect(net(1, -1, -1, 1, -1)).toEqual({
    pairs: [
      { credit: 1, charge: 0 },
      { credit: 2, charge: 3 },
    ],
    unmatched: [4],
  });
});

test("zero units are neither charge nor credit", () => {
  expect(net(0, -0, 0)).toEqual({ pairs: [], unmatched: [] });
});

const lines = fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: -2, max: 2 })), { maxLength: 40 });

test("it agrees with a plain reading of the ruling on any lines", () => {
  fc.assert(
    fc.property(lines, (input) => {
      const keys = input.map(([key]) => key);
      const units = input.map(([, size]) => size);
      expect(netCredits({ keys, units })).toEqual(plainly(keys, units));
    }),
  );
});

/** Section 6 word for word, looking through all lines for each credit. */
function plainly(keys: readonly number[], units: readonly number[]): ReturnType<typeof netCredits> {
  const taken = new Set<number>();
  const pairs: { credit: number; charge: number }[] = [];
  const unmatched: number[] = [];
  for (const [credit, size] of units.entries()) {
    if (size >= 0) continue;
    const could = [...units.keys()].filter(
      (line) => keys[line] === keys[credit] && units[line] === -size && !taken.has(line),
    );
    const charge = could.findLast((line) => line < credit) ?? could[0];
    if (charge === undefined) {
      unmatched.push(credit);
    } else {
      taken.add(charge);
      pairs.push({ credit, charge });
    }
  }
  return { pairs, unmatched };
}
