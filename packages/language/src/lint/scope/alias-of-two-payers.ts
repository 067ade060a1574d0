/** A name in the charge file that is two payers: their rules, overrides and waivers all hold for its lines. */
import { allOf } from "../../names/declared.js";
import { stretchOf } from "../../source/source.js";
import type { Stretch } from "../../source/source.js";
import { bookLint } from "../lint.js";

export const aliasOfTwoPayers = bookLint(
  {
    code: "alias-of-two-payers",
    severity: "warning",
    message: (p: { alias: string; payer: string; other: string }) =>
      `"${p.alias}" is ${p.other} already, so that its lines are of both payers; give it to ${p.payer} or to ${p.other}`,
  },
  ({ declared }, found) => {
    const known = new Map<string, { readonly payer: string; readonly at: Stretch }>();
    for (const { source, node } of allOf(declared, "payer")) {
      for (const alias of node.aliases) {
        // Case does not count (section 3 of the contract).
        const key = alias.text.toLowerCase();
        const at = stretchOf(source, alias);
        const first = known.get(key);
        if (first === undefined) known.set(key, { payer: node.name.text, at });
        else if (first.payer !== node.name.text) {
          const related = [{ at: first.at, text: `here it is ${first.payer}` }];
          found(at, { alias: alias.text, payer: node.name.text, other: first.payer }, { related });
        }
      }
    }
  },
);
