import { cwd } from "node:process";
import { analyse, proposedTests } from "@edict/language";
import { expect, test } from "vitest";
import { RuleHost } from "../files/rule-host.js";
import { verified } from "./verified.js";

test("nearly all that is proposed for the rules of the example holds", () => {
  const root = "examples/radiation-oncology/rules";
  const analysis = analyse([root], new RuleHost(cwd(), [root]));
  const without: string[] = [];
  let proposed = 0;
  let kept = 0;
  for (const { rule } of analysis.book.rules) {
    const name = rule.node.name.text;
    const tests = proposedTests(analysis, name);
    if (tests === null) without.push(name);
    else {
      proposed += tests.tests.length;
      const held = verified(tests);
      kept += held.length;
      expect(held, `a proposal for ${name}`).not.toEqual([]);
    }
  }
  // One reads its rows from a file, one looks for a row.
  expect(without).toContain("EX-102");
  expect(without.length).toBeLessThan(5);
  expect(kept / proposed).toBeGreaterThan(0.9);
});
