/**
 * Rules that follow one another: of one statement on the same codes, for the same payers in the same settings, on other
 * dates. One of them succeeds the other where the numbers of a policy change with the year.
 */
import { compareBytes } from "@edict/rulebook";
import { versionFact } from "../../incremental/facts.js";
import type { Book } from "../../names/book.js";
import { daysOfEffective } from "../../names/reach.js";
import { settle } from "../../names/sets/settle.js";
import type { Days } from "../../names/sets/settle.js";
import { always } from "../../names/sets/settle.js";
import { partsOf } from "../../names/statement-parts.js";
import type { RuleVersion } from "../../names/versions.js";
import { blocksOf } from "./codes.js";
import { alike } from "./outline.js";
import { onOneLine } from "../../source/source.js";

/** A rule as written, with the dates on which it holds. */
export interface Dated {
  readonly version: RuleVersion;
  readonly days: Days;
}

/** Families of rules, each in the order of their first days. Rules that cannot be told apart from others are in none. */
export function kinOf(book: Book): readonly (readonly Dated[])[] {
  const known = kinOfBooks.get(book);
  if (known !== undefined) return known;
  const families = new Map<string, Dated[]>();
  for (const group of alike(book)) {
    if (group.length < 2) continue;
    for (const version of group) {
      const key = kinship(book, version);
      if (key === null) continue;
      const days = daysOfEffective(version.clauses.effective);
      const family = families.get(key);
      if (family === undefined) families.set(key, [{ version, days }]);
      else family.push({ version, days });
    }
  }
  const found = [...families.values()].map((family) =>
    family.toSorted((left, right) => left.days.from - right.days.from || left.days.until - right.days.until),
  );
  kinOfBooks.set(book, found);
  return found;
}

const kinOfBooks = new WeakMap<Book, readonly (readonly Dated[])[]>();

/** Equal for kin; null for a rule of a table, of any code, or one whose codes cannot be told. */
const kinship = versionFact((book, { clauses }): string | null => {
  const { statement, rows } = clauses;
  if (statement === null || rows !== null) return null;
  const codes: unknown[] = [];
  for (const expression of partsOf(statement.node).codes) {
    const blocks = blocksOf(book, expression);
    if (blocks === null) return null;
    const having = expression.having;
    const narrowed = having === null ? "" : onOneLine(statement.source, having);
    // The dates of codes change with the year too; they make no other rule.
    codes.push(
      settle(
        blocks.map(({ start, end }) => ({ start, end, ...always })),
        [],
      ),
      narrowed,
    );
  }
  const payers = clauses.for?.node.payers.flatMap(({ text }) => book.payers.get(text) ?? [text]) ?? [];
  const settings = clauses.in?.node.settings.map(({ text }) => text) ?? [];
  return JSON.stringify([
    statement.node.kind,
    statement.node.kind === "requires" ? statement.node.pick : "",
    codes,
    [...new Set(payers)].sort(compareBytes),
    [...new Set(settings)].sort(compareBytes),
  ]);
});
