/** The plain English of a rule says what it means: rules that find different things are said in different words. */
import { compile, plainRule } from "@edict/language";
import type { Rule } from "@edict/rulebook";
import { expect, test } from "vitest";
import { readCases } from "../conformance/read-cases.js";
import { memoryHost } from "../hosts/memory-host.js";

test("rules that differ in what they find are said differently", () => {
  const bySentences = new Map<string, string>();
  for (const { rules } of readCases()) {
    const { rulebook } = compile(["a.edict"], memoryHost(new Map([["a.edict", rules]])));
    if (rulebook === null) continue;
    for (const rule of rulebook.rules) {
      const sentences = JSON.stringify(plainRule(rule, rulebook).sentences);
      expect(sentences).not.toMatch(/undefined|NaN|\[object/);
      const meaning = meaningOf(rule);
      expect(bySentences.get(sentences) ?? meaning, sentences).toBe(meaning);
      bySentences.set(sentences, meaning);
    }
  }
  expect(bySentences.size).toBeGreaterThan(100);
});

/** The clauses without places and without labels, which say again what was written. */
function meaningOf({ clauses, overrides, waivers }: Rule): string {
  const without = ["at", "label"];
  return JSON.stringify([clauses, overrides, waivers], (key, value: unknown) => (without.includes(key) ? null : value));
}
