import { expect, test } from "vitest";
import { filesOf, marked } from "./marked-text.js";

test("marks are taken out and told", () => {
  expect(marked("a<|>b <|cd|>")).toEqual({ text: "ab cd", carets: [1], ranges: [{ start: 3, end: 5 }] });
});

test("files are cut at their lines", () => {
  expect([...filesOf("x\n--- b.edict\ny\n")]).toEqual([
    ["rules.edict", "x\n"],
    ["b.edict", "y\n"],
  ]);
});
