/**
 * The last day on which rules look for the codes of each set, by itself or within another. Rules that forbid or replace
 * codes are left out: codes that have ended may be just what they look for. So are those whose rows say when.
 */
import type { CodesDeclaration } from "../../ast/nodes.js";
import { conditionsOf, leavesOf } from "../../checks/condition-list.js";
import type { Book } from "../../names/book.js";
import type { Placed } from "../../names/declared.js";
import { allOf } from "../../names/declared.js";
import { daysOfEffective } from "../../names/reach.js";
import { itemsOf, partsOf } from "../../names/statement-parts.js";
import type { RuleVersion } from "../../names/versions.js";
import { versionsOf } from "../../names/versions.js";

/** By the names of sets; `always.until` where a rule has no end. */
export function lastUses(book: Book): ReadonlyMap<string, number> {
  const { rules } = book;
  const known = usesOfRules.get(rules);
  if (known !== undefined) return known;
  const uses = findUses(book);
  usesOfRules.set(rules, uses);
  return uses;
}

// The rules of a book are another list where one of them changed, and where a set did, the book asks for them again.
const usesOfRules = new WeakMap<Book["rules"], ReadonlyMap<string, number>>();

function findUses(book: Book): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  const sets: ReadonlyMap<string, Placed<CodesDeclaration>> = new Map(
    allOf(book.declared, "codes").map((placed) => [placed.node.name.text, placed]),
  );
  for (const parts of book.rules) {
    for (const version of versionsOf(parts)) {
      const { effective } = version.clauses;
      if (
        effective !== null &&
        [effective.node.from, effective.node.to].some((bound) => bound?.kind === "row-reference")
      )
        continue;
      const { until } = daysOfEffective(effective);
      for (const name of namesIn(book, version)) use(name, until);
    }
  }
  return uses;

  function use(name: string, until: number): void {
    // Sets may stand within sets as deep as one likes.
    const waiting = [name];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const before = uses.get(next);
      if (before !== undefined && before >= until) continue;
      const set = sets.get(next)?.node.set;
      if (set === undefined) continue;
      uses.set(next, until);
      for (const { value } of set.items) if (value.kind === "word") waiting.push(value.text);
    }
  }
}

/** The words that may name sets in the statement and the conditions of a version. */
function namesIn(book: Book, version: RuleVersion): readonly string[] {
  const names: string[] = [];
  const statement = version.clauses.statement?.node ?? null;
  const isSought = statement?.kind === "replace" || (statement?.kind === "forbid" && statement.with === null);
  if (statement !== null && !isSought) {
    for (const codes of partsOf(statement).codes) {
      for (const { value } of itemsOf(codes)) if (value.kind === "word") names.push(value.text);
    }
  }
  for (const { node } of conditionsOf(book, version)) {
    for (const leaf of leavesOf(node)) {
      if (leaf.kind !== "membership" || leaf.field.text !== "code") continue;
      for (const value of leaf.values) if (value.kind === "word") names.push(value.text);
    }
  }
  return names;
}
