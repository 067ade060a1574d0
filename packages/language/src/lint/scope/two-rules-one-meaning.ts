/**
 * Two rules that say the same of lines that both reach: each line gets two findings, and when the policy changes one of
 * the rules stays behind. So too a rule for a payer beside an equal one for a group that the payer is in.
 */
import type { ReachFacts } from "../../names/reach.js";
import { reachOf, sharedLine } from "../../names/reach.js";
import type { RuleVersion } from "../../names/versions.js";
import { stretchOf } from "../../source/source.js";
import { meaningOf } from "../facts/meaning.js";
import { alike } from "../facts/outline.js";
import { bookLint } from "../lint.js";

export const twoRulesOneMeaning = bookLint(
  {
    code: "two-rules-one-meaning",
    severity: "warning",
    message: (p: { rule: string; other: string; example: string }) =>
      `${p.rule} says what ${p.other} says, and both reach ${p.example}; keep one of them, or let them reach different lines`,
  },
  (book, found) => {
    for (const group of alike(book)) {
      if (group.length < 2) continue;
      const known = new Map<string, { readonly version: RuleVersion; readonly reach: ReachFacts }[]>();
      for (const version of group) {
        const reach = reachOf(book, version.clauses);
        if (reach === null) continue;
        const key = meaningOf(book, version);
        const same = known.get(key) ?? [];
        known.set(key, same);
        const { rule } = version.parts;
        // Of a hundred that say the same, each is told with one other.
        for (const other of same.slice(0, mostCompared)) {
          const example = sharedLine(book, other.reach, reach);
          if (example === null) continue;
          const first = other.version.parts.rule;
          const related = [{ at: stretchOf(first.source, first.node.name), text: "the other rule" }];
          const parameters = { rule: rule.node.name.text, other: first.node.name.text, example };
          found(stretchOf(rule.source, rule.node.name), parameters, { related });
          break;
        }
        same.push({ version, reach });
      }
    }
  },
);

const mostCompared = 100;
