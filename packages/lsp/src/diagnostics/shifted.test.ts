import type { Diagnostic } from "@edict/rulebook";
import { expect, test } from "vitest";
import { shifted } from "./shifted.js";

function at(start: number, end: number): Diagnostic {
  const place = { file: "a", line: 1, column: 1 };
  const span = { file: "a", start, end };
  return { code: "c", severity: "error", message: "m", at: place, span, related: [], fixes: [] };
}

test("what stands before an edit stays, what stands after it moves, what it touches goes", () => {
  const places = shifted([at(0, 2), at(4, 6), at(8, 9)], [{ start: 5, end: 5, length: 3 }]);
  expect(places.map(({ span }) => [span.start, span.end])).toEqual([
    [0, 2],
    [11, 12],
  ]);
});

test("edits count one after the other", () => {
  const edits = [
    { start: 0, end: 0, length: 4 },
    { start: 1, end: 3, length: 0 },
  ];
  expect(shifted([at(5, 6)], edits).map(({ span }) => span.start)).toEqual([7]);
});
