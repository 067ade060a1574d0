/** Blocks of one stretch of days are settled in a shorter way, which must not show. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { always, settle } from "./settle.js";

const position = fc.constantFrom(..."abcdefghij");
const blocks = fc
  .tuple(
    fc.constantFrom(always, { from: 1, until: 5 }, { from: 5, until: 1 }),
    fc.array(fc.tuple(position, position), { maxLength: 12 }),
  )
  .map(([days, pairs]) => pairs.map(([start, end]) => ({ start, end, ...days })));

test("blocks without days of their own are settled as by the sweep over all days", () => {
  fc.assert(
    fc.property(blocks, (include) => {
      // A block beyond all others takes nothing away, and so the sweep is made.
      expect(settle(include, [])).toEqual(settle(include, [{ start: "y", end: "z", ...always }]));
    }),
  );
});
