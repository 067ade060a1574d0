/**
 * Two rules that say the same of lines that both reach: each line gets two findings, and when the policy changes one of
 * the rules stays behind. So too a rule for a payer beside an equal one for a group that the payer is in.
 */
import type { ReachFacts } from "../../names/reach.js";
import { reachOf, sharedLine } from "../../names/reach.js";
import type { RuleVersion } from "../../names/versions.js";
import { versionsOf } from "../../names/versions.js";
import { stretchOf } from "../../source/source.js";
import { meaningOf } from "../facts/meaning.js";
import { bookLint } from "../lint.js";

export const twoRulesOneMeaning = bookLint(
  {
    code: "two-rules-one-meaning",
    severity: "warning",
    message: (p: { rule: string; other: string; example: string }) =>
      `${p.rule} says what ${p.other} says, and both reach ${p.example}; keep one of them, or let them reach different lines`,
  },
  (book, found) => {
    const known = new Map<string, { readonly version: RuleVersion; readonly reach: ReachFacts }[]>();
    for (const parts of book.rules) {
      const [version] = versionsOf(parts);
      const reach = version === undefined ? null : reachOf(book, version.clauses);
      if (version === undefined || reach === null) continue;
      const key = meaningOf(book, version);
      const same = known.get(key);
      if (same === undefined) {
        known.set(key, [{ version, reach }]);
        continue;
      }
      for (const other of same) {
        const example = sharedLine(book, other.reach, reach);
        if (example === null) continue;
        const { source, node } = parts.rule;
        const { rule } = other.version.parts;
        const related = [{ at: stretchOf(rule.source, rule.node.name), text: "the other rule" }];
        found(stretchOf(source, node.name), { rule: node.name.text, other: rule.node.name.text, example }, { related });
        break;
      }
      same.push({ version, reach });
    }
  },
);
