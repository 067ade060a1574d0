/** Two rules with one title: a report that shows titles shows them as one. */
import type { RuleDeclaration } from "../../ast/nodes.js";
import type { Placed } from "../../names/declared.js";
import { stretchOf } from "../../source/source.js";
import { bookLint } from "../lint.js";

export const titleTwice = bookLint(
  {
    code: "title-twice",
    severity: "warning",
    message: (p: { other: string }) => `${p.other} has the same title; say in the title what differs`,
  },
  (book, found) => {
    const known = new Map<string, Placed<RuleDeclaration>>();
    for (const { rule } of book.rules) {
      const title = rule.node.title.text.trim().toLowerCase();
      const first = known.get(title);
      if (first === undefined) {
        known.set(title, rule);
        continue;
      }
      const related = [{ at: stretchOf(first.source, first.node.title), text: "the same title" }];
      found(stretchOf(rule.source, rule.node.title), { other: first.node.name.text }, { related });
    }
  },
);
