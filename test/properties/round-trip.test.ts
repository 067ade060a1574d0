import { expect, test } from "vitest";
import { printRulebook, readRulebook } from "@edict/rulebook";
import { holdsForCases } from "./runs.js";

test("a rulebook that is printed and read is the same rulebook", { timeout: 3_600_000 }, () => {
  holdsForCases(({ rulebook }) => {
    const text = printRulebook(rulebook);
    const read = readRulebook(JSON.parse(text));
    if ("problems" in read) throw new Error(read.problems.join("\n"));
    expect(read.rulebook).toEqual(rulebook);
    expect(printRulebook(read.rulebook)).toBe(text);
  }, 1 / 3);
});
