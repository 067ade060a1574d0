import { mutantsOf } from "@edict/engine";
import type { Mutant } from "@edict/engine";
import type { Rulebook } from "@edict/rulebook";
import { printRulebook, readRulebook } from "@edict/rulebook";
import { expect, test } from "vitest";
import { holdsForCases } from "./runs.js";

test("a mutant is another rulebook, and one that can be read", { timeout: 3_600_000 }, () => {
  holdsForCases(({ rulebook }) => {
    const original = printRulebook(rulebook);
    for (const mutant of mutantsOf(rulebook, null)) {
      const printed = printRulebook(mutated(rulebook, mutant));
      const said = `${mutant.declaration.name}: ${mutant.change.from} → ${mutant.change.to}`;
      expect(printed === original ? `${said} changes nothing` : null).toBeNull();
      const read = readRulebook(JSON.parse(printed));
      if ("problems" in read) throw new Error(`${said}: ${read.problems.join("\n")}`);
    }
  }, 1 / 30);
});

function mutated(rulebook: Rulebook, { rules, rulebook: changed }: Mutant): Rulebook {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return { ...(changed ?? rulebook), rules: rulebook.rules.map((rule) => byId.get(rule.id) ?? rule) };
}
