/** All conditions of a version of a rule, each with what its place allows. */
import type { Condition } from "../ast/nodes.js";
import type { Book } from "../names/book.js";
import type { Placed } from "../names/declared.js";
import { partsOf } from "../names/statement-parts.js";
import type { TableFacts } from "../names/tables.js";
import type { RuleVersion } from "../names/versions.js";
import { tableOf } from "../names/versions.js";

/** A condition without `and`, `or` and `not`. */
export type Leaf = Exclude<Condition, { readonly kind: "and" | "or" | "not" }>;

export interface ListedCondition extends Placed<Condition> {
  readonly role: "when" | "unless" | "having" | "requires";
  /** The table whose rows are read within it. */
  readonly table: TableFacts | "unknown" | null;
  /** Whether there is another line to speak of. */
  readonly pair: boolean;
}

/** The conditions of a version. */
export function conditionsOf(book: Book, version: RuleVersion): readonly ListedCondition[] {
  const { statement, when, unless } = version.clauses;
  const table = tableOf(book, version);
  const parts = statement === null ? null : partsOf(statement.node);
  // Where the statement could not be read, it may have been one with pairs.
  const pair = parts?.pair ?? true;
  const listed: ListedCondition[] = [];
  if (statement !== null && parts !== null) {
    const { source } = statement;
    for (const { having } of parts.codes) {
      if (having !== null) listed.push({ source, node: having, role: "having", table, pair: false });
    }
    if (parts.condition !== null) {
      const named = parts.condition.table;
      const rows = named === null ? table : (book.tables.get(named.text) ?? "unknown");
      listed.push({ source, node: parts.condition.of, role: "requires", table: rows, pair: false });
    }
  }
  if (when !== null) listed.push({ source: when.source, node: when.node.condition, role: "when", table, pair });
  if (unless !== null) listed.push({ source: unless.source, node: unless.node.condition, role: "unless", table, pair });
  return listed;
}

/** The comparisons, memberships and presences of a condition, in the order as written. */
export function leavesOf(condition: Condition): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const rest: Condition[] = [condition];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    switch (next.kind) {
      case "and":
      case "or":
        for (const of of next.of.toReversed()) rest.push(of);
        break;
      case "not":
        rest.push(next.of);
        break;
      case "membership":
      case "comparison":
      case "presence":
        leaves.push(next);
        break;
    }
  }
  return leaves;
}
