/**
 * A code that ended before the rule begins: no line has it any more, and the rule never looks at what it was written
 * for. A rule that forbids or replaces such codes is about just that.
 */
import { formatDate } from "@edict/rulebook";
import type { Statement } from "../../ast/nodes.js";
import type { Book } from "../../names/book.js";
import { daysOfEffective } from "../../names/reach.js";
import type { Blocks } from "../../names/sets/blocks.js";
import { isValue } from "../../names/sets/blocks.js";
import { always } from "../../names/sets/settle.js";
import { partsOf } from "../../names/statement-parts.js";
import type { RuleVersion } from "../../names/versions.js";
import { versionsOf } from "../../names/versions.js";
import { onOneLine, stretchOf } from "../../source/source.js";
import { endOf, endsIn, writtenBlocks } from "../facts/ends.js";
import type { Found } from "../lint.js";
import { bookLint } from "../lint.js";

export const codeEndedBeforeRule = bookLint(
  {
    code: "code-ended-before-rule",
    severity: "warning",
    message: (p: { codes: string; set: string; end: string; start: string }) =>
      `${p.codes} ended on ${p.end}, as ${p.set} says, and the rule begins on ${p.start}; name the codes that are billed then`,
  },
  (book, found) => {
    if (endsIn(book).length === 0) return;
    for (const parts of book.rules) for (const version of versionsOf(parts)) look(book, version, found);
  },
);

function look(
  book: Book,
  { clauses: { statement, effective } }: RuleVersion,
  found: Found<{ readonly codes: string; readonly set: string; readonly end: string; readonly start: string }>,
): void {
  if (statement === null || isOfEndedCodes(statement.node)) return;
  const { from } = daysOfEffective(effective);
  if (from === always.from) return;
  for (const codes of partsOf(statement.node).codes) {
    for (const item of codes.items) {
      const named = item.value.kind === "word" && !isValue("codes", item.value.text);
      const blocks = named ? namedBlocks(item.value.text) : writtenBlocks(item);
      const end = blocks.length === 0 ? null : endOf(book, blocks);
      if (end === null || end.day >= from) continue;
      const at = stretchOf(statement.source, item);
      const shown = onOneLine(statement.source, item);
      found(at, { codes: shown, set: end.set, end: formatDate(end.day), start: formatDate(from) });
    }
  }

  // What a set ends itself, the checks see; here it is what another set knows of its codes.
  function namedBlocks(name: string): Blocks {
    const set = book.sets.codes.get(name);
    return set === undefined || !set.sure || set.blocks.some(({ until }) => until < from) ? [] : set.blocks;
  }
}

function isOfEndedCodes(statement: Statement): boolean {
  return statement.kind === "replace" || (statement.kind === "forbid" && statement.with === null);
}
