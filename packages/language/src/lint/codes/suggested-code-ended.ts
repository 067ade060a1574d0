/** A rule that proposes a code which has ended by then: whoever follows it is denied once more. */
import { formatDate } from "@edict/rulebook";
import type { Word } from "../../ast/nodes.js";
import type { Placed } from "../../names/declared.js";
import { daysOfEffective } from "../../names/reach.js";
import { blockOf } from "../../names/sets/blocks.js";
import { always } from "../../names/sets/settle.js";
import type { ClauseGroup } from "../../names/versions.js";
import { versionsOf } from "../../names/versions.js";
import { stretchOf } from "../../source/source.js";
import { endOf, endsIn } from "../facts/ends.js";
import { bookLint } from "../lint.js";

export const suggestedCodeEnded = bookLint(
  {
    code: "suggested-code-ended",
    severity: "warning",
    message: (p: { code: string; set: string; end: string }) =>
      `${p.code} ended on ${p.end}, as ${p.set} says, and the rule proposes it after that; propose the code that took its place`,
  },
  (book, found) => {
    if (endsIn(book).length === 0) return;
    for (const parts of book.rules) {
      for (const { clauses } of versionsOf(parts)) {
        // What still holds when the rule begins may be proposed: that the rule is to end with it is another matter.
        const { from } = daysOfEffective(clauses.effective);
        for (const { source, node: code } of proposedBy(clauses)) {
          const block = blockOf("codes", code.text, code.text, always);
          const end = typeof block === "string" ? null : endOf(book, [block]);
          if (end === null || end.day >= from) continue;
          found(stretchOf(source, code), { code: code.text, set: end.set, end: formatDate(end.day) });
        }
      }
    }
  },
);

/** The codes that a version proposes in place of others. */
function proposedBy({ statement, suggest }: ClauseGroup): readonly Placed<Word>[] {
  const proposed: Placed<Word>[] = [];
  if (statement?.node.kind === "replace" && statement.node.with.kind === "word") {
    proposed.push({ source: statement.source, node: statement.node.with });
  }
  const suggestion = suggest?.node.suggestion;
  if (suggest !== null && suggestion?.kind === "replace" && suggestion.code.kind === "word") {
    proposed.push({ source: suggest.source, node: suggestion.code });
  }
  return proposed;
}
