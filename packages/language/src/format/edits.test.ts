import fc from "fast-check";
import { expect, test } from "vitest";
import type { TextEdit } from "./edits.js";
import { edits } from "./edits.js";

function applied(text: string, all: readonly TextEdit[]): string {
  let done = "";
  let from = 0;
  for (const { start, end, text: put } of all) {
    // In the order of the text, and apart.
    expect(start).toBeGreaterThanOrEqual(from);
    done += text.slice(from, start) + put;
    from = end;
  }
  return done + text.slice(from);
}

const line = fc.constantFrom("", "a", " a", "a  b", "a b", "b", "\tb", "c # x", "  c # x", "d\r");
const text = fc
  .tuple(fc.array(line, { maxLength: 14 }), fc.constantFrom("", "\n"))
  .map(([lines, end]) => lines.join("\n") + end);

test("edits turn the one text into the other", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(applied(before, edits(before, after))).toBe(after);
      expect(edits(before, before)).toEqual([]);
    }),
    { seed: 1, numRuns: 2000 },
  );
});

test("only white space is edited where only white space differs", () => {
  expect(edits("codes A=1 ,2\nb\n", "codes A = 1, 2\nb\n")).toEqual([
    { start: 7, end: 7, text: " " },
    { start: 8, end: 8, text: " " },
    { start: 9, end: 10, text: "" },
    { start: 11, end: 11, text: " " },
  ]);
});

test("a line that moves is taken from one place and put in another", () => {
  expect(edits("a\nb\nc\nd\n", "b\nc\na\nd\n")).toEqual([
    { start: 0, end: 2, text: "" },
    { start: 6, end: 6, text: "a\n" },
  ]);
});

test("long texts of the same lines take no longer than their length", () => {
  const [before, after] = ["a\nb\n", "b\na\n"].map((lines) => lines.repeat(40_000));
  const start = performance.now();
  expect(applied(before ?? "", edits(before ?? "", after ?? ""))).toBe(after);
  expect(performance.now() - start).toBeLessThan(5000);
});
