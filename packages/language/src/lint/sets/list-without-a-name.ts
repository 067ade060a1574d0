/** The same list of codes written out in several rules: a name would say what it is, and a change would be made once. */
import type { CodeExpression } from "../../ast/nodes.js";
import type { Book } from "../../names/book.js";
import { settle } from "../../names/sets/settle.js";
import { partsOf } from "../../names/statement-parts.js";
import { versionsOf } from "../../names/versions.js";
import type { Source } from "../../source/source.js";
import { stretchOf } from "../../source/source.js";
import { blocksOf } from "../facts/codes.js";
import { bookLint } from "../lint.js";

/** A list of fewer items reads as well without a name. */
const fewest = 3;

export const listWithoutAName = bookLint(
  {
    code: "list-without-a-name",
    severity: "info",
    message: (p: { items: number; rule: string }) =>
      `these ${p.items} items are written out in ${p.rule} too; declare a set of them and use its name`,
  },
  (book, found) => {
    const known = new Map<string, Written>();
    for (const written of listsOf(book)) {
      const key = JSON.stringify(settle(blocksOf(book, written.node) ?? [], []));
      const first = known.get(key);
      if (first === undefined) {
        known.set(key, written);
        continue;
      }
      if (first.rule === written.rule) continue;
      const related = [{ at: stretchOf(first.source, first.node), text: "the same list" }];
      found(
        stretchOf(written.source, written.node),
        { items: written.node.items.length, rule: first.rule },
        { related },
      );
    }
  },
);

interface Written {
  readonly rule: string;
  readonly source: Source;
  readonly node: CodeExpression;
}

/** The lists of several items that the rules write in their statements. */
function listsOf(book: Book): readonly Written[] {
  return book.rules.flatMap((parts) =>
    versionsOf(parts)
      .slice(0, 1)
      .flatMap(({ clauses: { statement } }) => {
        if (statement === null) return [];
        const lists = partsOf(statement.node).codes.filter(
          (node) => node.items.length >= fewest && node.having === null && blocksOf(book, node) !== null,
        );
        return lists.map((node) => ({ rule: parts.rule.node.name.text, source: statement.source, node }));
      }),
  );
}
