import fc from "fast-check";
import { expect, test } from "vitest";
import { editsBetween } from "./token-data.js";

test("edits make the later of the earlier", () => {
  const data = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 12 });
  fc.assert(
    fc.property(data, data, (before, after) => {
      const edits = editsBetween(before, after);
      const made = edits.reduce<readonly number[]>(
        (so, { start, deleteCount, data: put = [] }) => so.toSpliced(start, deleteCount, ...put),
        before,
      );
      expect(made).toEqual(after);
    }),
  );
});

test("where nothing changed there is no edit", () => {
  expect(editsBetween([1, 2], [1, 2])).toEqual([]);
});
