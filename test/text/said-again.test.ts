/**
 * Random rules, said in the language and compiled again, find on random charges what they found before. The random
 * rulebooks are drawn as they are compiled, so this holds the grammar and the lowering to something that knows neither.
 */
import { chargesFromLines, findingsOf } from "@edict/engine";
import { compile } from "@edict/language";
import type { Finding, Rulebook } from "@edict/rulebook";
import { expect, test } from "vitest";
import { memoryHost } from "../hosts/memory-host.js";
import { fileTables } from "../properties/engine-run.js";
import { holdsForCases } from "../properties/runs.js";
import { said } from "./said.js";
import { sayable } from "./sayable.js";

/** What the text means; null where a check refuses it, as it refuses a comparison of a number with a date. */
function compiled(text: string): Rulebook | null {
  return compile(["a.edict"], memoryHost(new Map([["a.edict", text]]))).rulebook;
}

/** Places and labels are the text's own. */
function bare(finding: Finding): object {
  return { ...finding, at: null, override: finding.override !== null };
}

test("a rule that is said again finds the same", () => {
  const counts = { rules: 0, sentences: 0 };
  holdsForCases((random) => {
    const drawn = { ...random, rulebook: sayable(random.rulebook) };
    const { rulebook, lines, files } = drawn;
    const charges = chargesFromLines(lines, files, rulebook.fields);
    for (const one of rulebook.rules) {
      counts.rules += 1;
      const own = said(drawn, one);
      if (own === null) continue;
      const again = compiled(own.text);
      if (again === null) continue;
      counts.sentences += 1;
      const before = findingsOf({ rulebook: { ...rulebook, rules: [own.rule] }, charges, tables: fileTables(drawn) });
      const after = findingsOf({ rulebook: again, charges, tables: new Map() });
      expect(after.map(bare), own.text).toEqual(before.map(bare));
      expect(again.rules[0]?.needs, own.text).toEqual(own.rule.needs);
    }
  }, 0.5);
  expect(counts.sentences).toBeGreaterThan(counts.rules / 4);
});
