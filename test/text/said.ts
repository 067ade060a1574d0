/** A random rulebook's rule with all that it names, said in the language. */
import type { Rule } from "@edict/rulebook";
import type { Case } from "../random/index.js";
import { needsOf } from "../reference/index.js";
import { NoSentence } from "./no-sentence.js";
import { merged, ruleText } from "./rule-text.js";
import { declarationTexts } from "./rulebook-text.js";
import { Helpers } from "./sets-text.js";

/** The rule as overrides are merged, and its text; null where the language has no sentence for it. */
export function said({ rulebook, tables }: Case, drawn: Rule): { readonly rule: Rule; readonly text: string } | null {
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
