/**
 * Random rules, said in the language and compiled again, find on random charges what they found before. The random
 * rulebooks are drawn as they are compiled, so this holds the grammar and the lowering to something that knows neither.
 */
import { chargesFromLines, findingsOf } from "@edict/engine";
import { compile } from "@edict/language";
import type { Finding, Rule, Rulebook } from "@edict/rulebook";
import { expect, test } from "vitest";
import { memoryHost } from "../hosts/memory-host.js";
import { fileTables } from "../properties/engine-run.js";
import { holdsForCases } from "../properties/runs.js";
import type { Case } from "../random/index.js";
import { needsOf } from "../reference/index.js";
import { NoSentence } from "./no-sentence.js";
import { merged, ruleText } from "./rule-text.js";
import { declarationTexts } from "./rulebook-text.js";
import { sayable } from "./sayable.js";
import { Helpers } from "./sets-text.js";

/** The rule as overrides are merged, and its text; null where the language has no sentence for it. */
function said({ rulebook, tables }: Case, drawn: Rule): { readonly rule: Rule; readonly text: string } | null {
  const helpers = new Helpers();
  try {
    const body = ruleText(drawn, helpers);
    const overrides = drawn.overrides.map((one) => ({
      ...one,
      clauses: merged(drawn.clauses, one.reach, one.clauses),
    }));
    const named = JSON.stringify(drawn);
    const declared = declarationTexts(rulebook, tables, (name) => named.includes(JSON.stringify(name)), helpers);
    const rule = { ...drawn, overrides };
    const text = [...helpers.declarations, ...declared, body].join("\n");
    return { rule: { ...rule, needs: needsOf(rulebook, rule) }, text };
  } catch (error) {
    if (error instanceof NoSentence) return null;
    throw error;
  }
}

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
