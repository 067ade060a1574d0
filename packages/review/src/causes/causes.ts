/**
 * Why a rule means something else: what the names that it uses have gained and lost, and which of its sentences are
 * others. A cause says what was changed, not what follows from it.
 */
import type { Rule } from "@edict/rulebook";
import { compareBytes } from "@edict/rulebook";
import type { Sentence } from "@edict/language";
import { plainRule } from "@edict/language";
import type { Book } from "../normal/book.js";
import type { DatedSet } from "../normal/dated-set.js";
import { isEmpty, minus } from "../normal/dated-set.js";
import { keyOf } from "../normal/condition.js";
import type { SetKind } from "./set-words.js";
import { setWords } from "./set-words.js";

export type Cause =
  /** A name means something else. `gained` and `lost` are empty where it cannot be said as a list. */
  | {
      readonly kind: "name";
      readonly what: "codes" | "diagnoses" | "modifiers" | "payer" | "payers" | "setting" | "episode" | "table";
      readonly name: string;
      readonly gained: string;
      readonly lost: string;
    }
  /** A sentence of the rule is another one; null where there was or is none. */
  | {
      readonly kind: "sentence";
      readonly about: Sentence["kind"];
      readonly base: string | null;
      readonly head: string | null;
    };

/** Null for a rule that was not there, or is no more: then its sentences alone are said. */
export function causesOf(base: Rule | null, head: Rule | null, books: readonly [Book, Book]): Cause[] {
  if (base === null || head === null) return sentenceCauses(base, head, books);
  return [...nameCauses(base, head, books), ...sentenceCauses(base, head, books)];
}

/** Sentences that only one of the two has, paired by what they are about. */
function sentenceCauses(base: Rule | null, head: Rule | null, [before, after]: readonly [Book, Book]): Cause[] {
  const sentences = (rule: Rule | null, { rulebook }: Book): readonly Sentence[] =>
    rule === null ? [] : plainRule(rule, rulebook).sentences;
  const [old, now] = [sentences(base, before), sentences(head, after)];
  const texts = (all: readonly Sentence[]): ReadonlySet<string> => new Set(all.map(({ text }) => text));
  const gone = old.filter(({ text }) => !texts(now).has(text));
  const come = now.filter(({ text }) => !texts(old).has(text));
  const kinds = [...new Set([...gone, ...come].map(({ kind }) => kind))];
  return kinds.flatMap((about) => {
    const ofKind = (all: readonly Sentence[]): readonly Sentence[] => all.filter(({ kind }) => kind === about);
    const [lost, gained] = [ofKind(gone), ofKind(come)];
    return Array.from({ length: Math.max(lost.length, gained.length) }, (_, at): Cause => ({
      kind: "sentence",
      about,
      base: lost[at]?.text ?? null,
      head: gained[at]?.text ?? null,
    }));
  });
}

function nameCauses(base: Rule, head: Rule, books: readonly [Book, Book]): Cause[] {
  const names = namesIn([base, head]);
  const [before, after] = books;
  const setCauses = (["codes", "diagnoses", "modifiers"] as const).flatMap((what) =>
    setsOfBoth(books, what, names).flatMap(([name, old, now]): Cause[] =>
      old === null || now === null ? [] : changedSet(what, name, old, now),
    ),
  );
  const others = (["payers", "payerGroups", "settings", "episodes"] as const).flatMap((list) => {
    const meaning = meaningOf[list];
    return before.rulebook[list].flatMap(({ name }): Cause[] => {
      if (!names.has(name) || !after.rulebook[list].some((one) => one.name === name)) return [];
      const [old, now] = [meaning.of(before, name), meaning.of(after, name)];
      if (keyOf(old) === keyOf(now)) return [];
      const [lost, gained] = [listed(old), listed(now)];
      const without = (one: readonly string[], other: readonly string[]): string =>
        one.filter((text) => !other.includes(text)).join(", ");
      return [{ kind: "name", what: meaning.what, name, gained: without(gained, lost), lost: without(lost, gained) }];
    });
  });
  return [...setCauses, ...others];
}

const meaningOf = {
  payers: { what: "payer", of: (book: Book, name: string) => book.payers([name]) },
  payerGroups: { what: "payers", of: (book: Book, name: string) => book.payers([name]) },
  settings: { what: "setting", of: (book: Book, name: string) => book.settings([name]) },
  episodes: { what: "episode", of: (book: Book, name: string) => book.episode(name) },
} as const;

/** What can be laid side by side as texts. */
function listed(meaning: unknown): readonly string[] {
  if (Array.isArray(meaning)) return meaning.map(String);
  if (typeof meaning !== "object" || meaning === null || !("places" in meaning)) return [];
  return Object.values(meaning).flat().map(String);
}

function setsOfBoth(
  [before, after]: readonly [Book, Book],
  what: SetKind,
  names: ReadonlySet<string>,
): readonly (readonly [string, DatedSet | null, DatedSet | null])[] {
  const all = [...before.rulebook[what], ...after.rulebook[what]].map(({ name }) => name);
  const used = [...new Set(all)].filter((name) => names.has(name)).sort(compareBytes);
  const meaning = (book: Book, name: string): DatedSet | null =>
    book.rulebook[what].some((set) => set.name === name) ? book[what]([name], []) : null;
  return used.map((name) => [name, meaning(before, name), meaning(after, name)]);
}

function changedSet(what: SetKind, name: string, old: DatedSet, now: DatedSet): Cause[] {
  const [gained, lost] = [minus(now, old), minus(old, now)];
  if (isEmpty(gained) && isEmpty(lost)) return [];
  return [{ kind: "name", what, name, gained: setWords(gained, what), lost: setWords(lost, what) }];
}

/** Every text within the rules: names are among them. */
function namesIn(rules: readonly Rule[]): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value === "string") found.add(value);
    else if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(walk);
  };
  walk(rules);
  return found;
}
