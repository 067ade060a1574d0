/**
 * An item of a set whose dates lie outside of those of every rule that uses the set: it is never looked at. Most likely
 * its year is wrong, or the rules were to begin earlier.
 */
import type { CodesDeclaration } from "../../ast/nodes.js";
import type { Book } from "../../names/book.js";
import type { Placed } from "../../names/declared.js";
import { allOf } from "../../names/declared.js";
import { daysOfEffective } from "../../names/reach.js";
import { isValue } from "../../names/sets/blocks.js";
import { daysOf } from "../../names/sets/items.js";
import type { Days } from "../../names/sets/settle.js";
import { always, sharedDays } from "../../names/sets/settle.js";
import { itemsOf, partsOf } from "../../names/statement-parts.js";
import { versionsOf } from "../../names/versions.js";
import { stretchOf } from "../../source/source.js";
import { bookLint } from "../lint.js";

export const itemOutOfUse = bookLint(
  {
    code: "item-out-of-use",
    severity: "warning",
    message: (p: { item: string; set: string }) =>
      `no rule that uses ${p.set} holds on the dates of ${p.item}; correct the dates, or take it out`,
  },
  (book, found) => {
    const used = usesOfSets(book);
    for (const { source, node } of allOf(book.declared, "codes")) {
      const name = node.name.text;
      const dates = used.get(name);
      if (dates === undefined || dates === "any date") continue;
      for (const item of node.set.items) {
        const days = item.from === null && item.until === null ? null : daysOf(item);
        if (days === null || dates.some((one) => sharedDays(one, days) !== null)) continue;
        const shown = source.text.slice(item.value.start, item.value.end);
        found(stretchOf(source, item), { item: shown, set: name });
      }
    }
  },
);

/** A companion may stand before the rule begins or after it ends; a year each way is more than any window asks for. */
const slack = 366;

/** The dates of the rules that use each set, by itself or within another. */
function usesOfSets(book: Book): ReadonlyMap<string, readonly Days[] | "any date"> {
  const uses = new Map<string, Days[] | "any date">();
  const sets: ReadonlyMap<string, Placed<CodesDeclaration>> = new Map(
    allOf(book.declared, "codes").map((placed) => [placed.node.name.text, placed]),
  );
  for (const { node } of allOf(book.declared, "episode")) {
    for (const { value } of [...node.set.items, ...node.set.except]) if (value.kind === "word") use(value.text, null);
  }
  for (const parts of book.rules) {
    for (const { clauses } of versionsOf(parts)) {
      if (clauses.statement === null) continue;
      const { from, until } = daysOfEffective(clauses.effective);
      const days = {
        from: from === always.from ? from : from - slack,
        until: until === always.until ? until : until + slack,
      };
      for (const codes of partsOf(clauses.statement.node).codes) {
        for (const { value } of itemsOf(codes)) if (value.kind === "word") use(value.text, days);
      }
    }
  }
  // A condition may name a set too, of a line on whatever date; such a set is used on any.
  return uses;

  function use(name: string, days: Days | null): void {
    // Sets may stand within sets as deep as one likes.
    const waiting = [name];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (isValue("codes", next) || !add(next, days)) continue;
      const set = sets.get(next)?.node.set;
      for (const { value } of [...(set?.items ?? []), ...(set?.except ?? [])]) {
        if (value.kind === "word") waiting.push(value.text);
      }
    }
  }

  /** False where the set was known to be used on those days. */
  function add(name: string, days: Days | null): boolean {
    const known = uses.get(name);
    if (known === "any date") return false;
    if (days === null || (known !== undefined && known.length >= mostStretches)) uses.set(name, "any date");
    else if (known === undefined) uses.set(name, [days]);
    else if (known.some((one) => one.from <= days.from && days.until <= one.until)) return false;
    else known.push(days);
    return true;
  }
}

/** A set that rules use on more stretches of days than this is taken to be used on any. */
const mostStretches = 30;
