/**
 * A rule that bundles a pair of codes which a written table of pairs bundles too: each line gets two findings, and the
 * table's next version leaves the rule behind. Tables in files are not read here.
 */
import type { BundleStatement } from "../../ast/nodes.js";
import type { Book } from "../../names/book.js";
import { tableOf, versionsOf } from "../../names/versions.js";
import type { RuleVersion } from "../../names/versions.js";
import { stretchOf } from "../../source/source.js";
import { blocksOf } from "../facts/codes.js";
import { holdsCode } from "../facts/tests-of-rules.js";
import { bookLint } from "../lint.js";

export const pairInTable = bookLint(
  {
    code: "pair-in-table",
    severity: "warning",
    message: (p: { code: string; into: string; table: string; rule: string }) =>
      `${p.table} bundles ${p.code} into ${p.into} already, by ${p.rule}; leave the pair to the table`,
  },
  (book, found) => {
    const versions = book.rules.flatMap((parts) => versionsOf(parts).slice(0, 1));
    const pairs = versions.flatMap((version) => pairsOf(book, version));
    if (pairs.length === 0) return;
    for (const { clauses } of versions) {
      const { statement, rows } = clauses;
      if (rows !== null || statement?.node.kind !== "bundle" || !isOnOneDay(statement.node)) continue;
      const [codes, into] = [blocksOf(book, statement.node.subject), blocksOf(book, statement.node.into)];
      if (codes === null || into === null) continue;
      const pair = pairs.find((one) => holdsCode(codes, one.code) && holdsCode(into, one.into));
      if (pair !== undefined) found(stretchOf(statement.source, statement.node), pair);
    }
  },
);

interface Pair {
  readonly code: string;
  readonly into: string;
  readonly table: string;
  readonly rule: string;
}

/** The pairs of a written table whose rule bundles one column into another on the same day. */
function pairsOf(book: Book, version: RuleVersion): readonly Pair[] {
  const { statement } = version.clauses;
  const table = tableOf(book, version);
  if (statement?.node.kind !== "bundle" || table === null || table === "unknown" || !isOnOneDay(statement.node))
    return [];
  const written = table.declaration.node.source;
  if (written.kind !== "written-table") return [];
  const [code, into] = [statement.node.subject, statement.node.into].map(({ items, except }) => {
    const [only] = items;
    if (items.length !== 1 || except.length > 0 || only?.value.kind !== "row-reference") return -1;
    const { text } = only.value.column;
    return table.columns.findIndex(({ name }) => name === text);
  });
  if (code === undefined || into === undefined || code < 0 || into < 0) return [];
  const rule = version.parts.rule.node.name.text;
  return written.rows.map(({ cells }) => ({
    code: cells[code]?.text ?? "",
    into: cells[into]?.text ?? "",
    table: table.name,
    rule,
  }));
}

function isOnOneDay({ scopes }: BundleStatement): boolean {
  return scopes.some(({ kind }) => kind === "same-day");
}
