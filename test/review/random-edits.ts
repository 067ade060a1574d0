/** Random edits of random rulebooks: what a person might do to a rule, and much that nobody would. */
import type { Rule, Rulebook } from "@edict/rulebook";
import { readRulebook } from "@edict/rulebook";
import fc from "fast-check";
import type { Arbitrary } from "fast-check";
import type { RandomRulebook } from "../random/index.js";
import { randomRulebook } from "../random/index.js";
import { needsOf } from "../reference/index.js";

export type Edit = (book: RandomRulebook) => RandomRulebook;

const nat = fc.nat(1_000_000);

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Puts another number, or another of two words, somewhere in the rule. */
const leaf: Arbitrary<Edit> = fc
  .record({ rule: nat, at: nat, by: fc.constantFrom(-2, -1, 1, 2) })
  .map(({ rule, at, by }): Edit =>
    onRule(rule, (old) => {
      const count = leaves(old.clauses);
      let place = count === 0 ? -1 : at % count;
      return { ...old, clauses: changedLeaves(old.clauses, (value) => (place-- === 0 ? turned(value, by) : value)) };
    }),
  );

/** Takes one item out of some list of the rule. */
const shorter: Arbitrary<Edit> = fc.record({ rule: nat, at: nat, item: nat }).map(({ rule, at, item }): Edit =>
  onRule(rule, (old) => {
    let place = at % Math.max(1, listsIn(old.clauses));
    return { ...old, clauses: changedLists(old.clauses, (list) => (place-- === 0 ? without(list, item) : list)) };
  }),
);

const facets = ["when", "unless", "checks", "reach", "effective", "outcome"] as const;

/** Takes a clause, or all that stands beside the clauses, from a rule of another rulebook. */
const facet: Arbitrary<Edit> = fc
  .record({ rule: nat, other: randomRulebook, from: nat, facet: fc.constantFrom(...facets, "overrides", "waivers") })
  .map(({ rule, other, from, facet: part }): Edit =>
    onRule(rule, (old) => {
      const donor = other.rulebook.rules[from % other.rulebook.rules.length];
      if (donor === undefined || donor.clauses.table !== old.clauses.table) return old;
      if (part === "overrides" || part === "waivers") return { ...old, [part]: donor[part].slice(0, 1) };
      const { payers, settings, effective } = donor.clauses;
      const taken = part === "reach" ? { payers, settings, effective } : { [part]: donor.clauses[part] };
      return { ...old, clauses: { ...old.clauses, ...taken } };
    }),
  );

/** Takes the meaning of all names of one kind from another rulebook. */
const meanings: Arbitrary<Edit> = fc
  .record({
    other: randomRulebook,
    kind: fc.constantFrom("codes", "diagnoses", "modifiers", "payers", "settings", "episodes", "tables"),
  })
  .map(({ other, kind }): Edit => ({ rulebook, tables }) => ({
    rulebook: { ...rulebook, [kind]: other.rulebook[kind] },
    tables: kind === "tables" ? other.tables : tables,
  }));

/** Drops the overrides or the waivers. */
const barer: Arbitrary<Edit> = fc
  .record({ rule: nat, part: fc.constantFrom("overrides", "waivers") })
  .map(({ rule, part }): Edit => onRule(rule, (old) => ({ ...old, [part]: [] })));

/** One of them; what leads to no rulebook that can be read is no edit. */
export const randomEdit: Arbitrary<Edit> = fc.oneof(leaf, shorter, facet, meanings, barer).map(
  (edit): Edit =>
    (book) =>
      isReadable(edit(book).rulebook) ? edit(book) : book,
);

function isReadable(rulebook: Rulebook): boolean {
  return "rulebook" in readRulebook(JSON.parse(JSON.stringify(rulebook)));
}

/** Says the same in another way: lists turned round, sets named otherwise. */
export const idleEdit: Edit = (book) => ({
  ...book,
  rulebook: finished({
    ...renamed(book.rulebook),
    rules: renamed(book.rulebook).rules.map((rule) => ({
      ...rule,
      overrides: rule.overrides.toReversed(),
      clauses: changedLists(rule.clauses, (list, name) => (turnable.has(name) ? list.toReversed() : list)),
    })),
  }),
});

/** Lists whose order means nothing. */
const turnable = new Set(["sets", "spans", "of", "same", "and", "payers", "settings", "windows", "names", "columns"]);

function renamed(rulebook: Rulebook): Rulebook {
  const names = new Set(["codes", "diagnoses", "modifiers"].flatMap((kind) => namesOf(rulebook, kind)));
  const walk = (value: unknown): unknown => {
    if (typeof value === "string") return names.has(value) ? `${value}-Again` : value;
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner)]));
  };
  const again: Rulebook = JSON.parse(JSON.stringify(walk(rulebook)));
  return again;
}

function namesOf(rulebook: Rulebook, kind: string): readonly string[] {
  const sets = { codes: rulebook.codes, diagnoses: rulebook.diagnoses, modifiers: rulebook.modifiers };
  return Object.entries(sets).flatMap(([name, list]) => (name === kind ? list.map((set) => set.name) : []));
}

function onRule(at: number, change: (rule: Rule) => Rule): Edit {
  return ({ rulebook, tables }) => ({
    rulebook: finished({
      ...rulebook,
      rules: rulebook.rules.map((rule, place) => (place === at % rulebook.rules.length ? change(rule) : rule)),
    }),
    tables,
  });
}

function finished(rulebook: Rulebook): Rulebook {
  return { ...rulebook, rules: rulebook.rules.map((rule) => ({ ...rule, needs: needsOf(rulebook, rule) })) };
}

function turned(value: Json, by: number): Json {
  if (typeof value === "number") return Math.max(0, value + by);
  if (typeof value !== "string") return value;
  const pair = words.find((some) => some.includes(value)) ?? [];
  return pair.find((word) => word !== value) ?? value;
}

const words = [
  ["each", "first"],
  ["before", "after"],
  ["present", "absent"],
  ["missing", "present"],
  ["subject", "either"],
  ["units", "lines"],
  ["more", "fewer"],
  ["day", "patient"],
  ["<", "<="],
  [">", ">="],
  ["all", "any"],
];

function without(list: readonly Json[], at: number): readonly Json[] {
  return list.length < 2 ? list : list.toSpliced(at % list.length, 1);
}

function leaves(value: unknown): number {
  let count = 0;
  changedLeaves(value, (leafValue) => {
    count++;
    return leafValue;
  });
  return count;
}

function listsIn(value: unknown): number {
  let count = 0;
  changedLists(value, (list) => {
    count++;
    return list;
  });
  return count;
}

function changedLeaves<Value>(value: Value, change: (leafValue: Json) => Json): Value {
  const walk = (one: Json, name: string): Json => {
    if (typeof one === "number") return change(one);
    if (typeof one === "string")
      return turnableWords.has(name) && words.some((pair) => pair.includes(one)) ? change(one) : one;
    if (isList(one)) return one.map((inner) => walk(inner, name));
    if (typeof one !== "object" || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, walk(inner, key)]));
  };
  const again: Value = JSON.parse(JSON.stringify(walk(JSON.parse(JSON.stringify(value)), "")));
  return again;
}

const turnableWords = new Set(["pick", "direction", "comparison", "is", "measure", "finds"]);

function changedLists<Value>(value: Value, change: (list: readonly Json[], name: string) => readonly Json[]): Value {
  const walk = (one: Json, name: string): Json => {
    if (isList(one)) return change(one, name).map((inner) => walk(inner, ""));
    if (typeof one !== "object" || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, walk(inner, key)]));
  };
  const again: Value = JSON.parse(JSON.stringify(walk(JSON.parse(JSON.stringify(value)), "")));
  return again;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
