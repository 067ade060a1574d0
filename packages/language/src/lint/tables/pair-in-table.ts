/**
 * A rule that bundles a pair of codes which a written table of pairs bundles too: each line gets two findings, and the
 * table's next version leaves the rule behind. Tables in files are not read here.
 */
import type { BundleStatement } from "../../ast/nodes.js";
import type { Book } from "../../names/book.js";
import { blockOf, holdsValue } from "../../names/sets/blocks.js";
import { always } from "../../names/sets/settle.js";
import type { RuleVersion } from "../../names/versions.js";
import { tableOf, versionsOf } from "../../names/versions.js";
import { stretchOf } from "../../source/source.js";
import { blocksOf } from "../facts/codes.js";
import type { Owned } from "../facts/overlaps.js";
import { overlaps } from "../facts/overlaps.js";
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
    const bundles = versions.flatMap(({ clauses: { statement, rows } }) => {
      if (rows !== null || statement?.node.kind !== "bundle" || !isOnOneDay(statement.node)) return [];
      const [codes, into] = [blocksOf(book, statement.node.subject), blocksOf(book, statement.node.into)];
      return codes === null || into === null ? [] : [{ statement, codes, into }];
    });
    // A table may be long, and so may the rulebook: of each bundle only the pairs of its own codes are looked at.
    const firstPairs = new Map<number, number>();
    const subjects = bundles.flatMap(({ codes }, owner) => codes.map((block) => ({ ...block, owner })));
    overlaps(subjects, pairs.flatMap(codeOfPair), ({ owner: at }, { owner: row }) => {
      const into = bundles[at]?.into ?? [];
      if (row < (firstPairs.get(at) ?? pairs.length) && holdsValue("codes", into, pairs[row]?.into ?? ""))
        firstPairs.set(at, row);
    });
    for (const [at, { statement }] of bundles.entries()) {
      const pair = pairs[firstPairs.get(at) ?? -1];
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

/** The code of a pair, with the number of the pair. */
function codeOfPair({ code }: Pair, owner: number): readonly Owned[] {
  const block = blockOf("codes", code, code, always);
  return typeof block === "string" ? [] : [{ ...block, owner }];
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
