/**
 * The outline of a version: equal wherever the meaning is, and worked out in a moment. What needs to compare rules with
 * each other compares only those of one outline, so that thousands of rules cost no more than the few that are alike.
 */
import type { CodeExpression } from "../../ast/nodes.js";
import type { Book } from "../../names/book.js";
import type { Blocks } from "../../names/sets/blocks.js";
import { partsOf } from "../../names/statement-parts.js";
import type { RuleVersion } from "../../names/versions.js";
import { versionsOf } from "../../names/versions.js";
import { blocksOf } from "./codes.js";

/** The rules as written, in lists of those that have one outline; rules without a statement are in none. */
export function alike(book: Book): readonly (readonly RuleVersion[])[] {
  const known = alikeInBooks.get(book);
  if (known !== undefined) return known;
  const groups = new Map<string, RuleVersion[]>();
  for (const parts of book.rules) {
    const [version] = versionsOf(parts);
    const statement = version?.clauses.statement ?? null;
    if (version === undefined || statement === null) continue;
    const key = [statement.node.kind, ...partsOf(statement.node).codes.map((codes) => extent(book, codes))].join("\n");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [version]);
    else group.push(version);
  }
  const found = [...groups.values()];
  alikeInBooks.set(book, found);
  return found;
}

const alikeInBooks = new WeakMap<Book, readonly (readonly RuleVersion[])[]>();

/** From the first to the last code of a choice. */
function extent(book: Book, codes: CodeExpression): string {
  const blocks = blocksOf(book, codes);
  return blocks === null ? "any" : endsOf(blocks);
}

function endsOf(blocks: Blocks): string {
  let [first, last] = ["", ""];
  for (const { start, end } of blocks) {
    if (first === "" || start < first) first = start;
    if (end > last) last = end;
  }
  return `${first} ${last}`;
}
