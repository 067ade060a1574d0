/**
 * Whom, where and when a set of clauses reaches, and whether two reaches share a line (ruling 29 of
 * `docs/language/where-the-contract-is-silent.md`): a payer, a place and type of bill or a setting column, and a date.
 */
import { formatDate, parseIsoDate } from "@edict/rulebook";
import type { EffectiveClause, SettingDeclaration } from "../ast/nodes.js";
import type { Book } from "./book.js";
import type { Placed } from "./declared.js";
import { declaredAs } from "./declared.js";
import type { Days } from "./sets/settle.js";
import { always, sharedDays } from "./sets/settle.js";
import type { ClauseGroup } from "./versions.js";

/** Null where everybody or everywhere is reached. */
export interface ReachFacts {
  readonly payers: readonly PayerFacts[] | null;
  readonly settings: readonly string[] | null;
  readonly days: Days;
}

/** A payer and what a line may say to be of it: its name and its aliases. Worked out once, since reaches meet in pairs. */
interface PayerFacts {
  readonly name: string;
  readonly patterns: readonly Pattern[];
}

/** A star at the end stands for any ending, and is no part of the stem. */
interface Pattern {
  readonly stem: string;
  /** In lower case, since case does not count. */
  readonly lower: string;
  readonly isOpen: boolean;
}

/** The reach of clauses; null where a name in it is unknown, which is reported elsewhere. */
export function reachOf(book: Book, clauses: ClauseGroup): ReachFacts | null {
  const payers = clauses.for?.node.payers.map(({ text }) => book.payers.get(text));
  const settings = clauses.in?.node.settings.map(({ text }) => text);
  if (payers?.includes(undefined) === true) return null;
  if (settings?.some((name) => declaredAs(book.declared, name, "setting") === null) === true) return null;
  return {
    payers:
      payers === undefined
        ? null
        : [...new Set(payers.flatMap((members) => members ?? []))].map((name) => payerFacts(book, name)),
    settings: settings ?? null,
    days: daysOfEffective(clauses.effective),
  };
}

/** The days that a clause allows, bounds by a row aside; all of them where there is none. */
export function daysOfEffective(effective: Placed<EffectiveClause> | null): Days {
  const bound = (side: EffectiveClause["from"], open: number): number =>
    side?.kind === "date-literal" ? (parseIsoDate(side.text) ?? open) : open;
  return {
    from: bound(effective?.node.from ?? null, always.from),
    until: bound(effective?.node.to ?? null, always.until),
  };
}

/** A line that both reach, in words, or null: `a line of payer Aetna in hospital on 2026-07-01`. */
export function sharedLine(book: Book, left: ReachFacts, right: ReachFacts): string | null {
  const days = sharedDays(left.days, right.days);
  if (days === null) return null;
  const payer = sharedPayer(left.payers, right.payers);
  if (payer === null) return null;
  const where = sharedSetting(book, left.settings, right.settings);
  if (where === null) return null;
  const when = days.from !== always.from ? days.from : days.until !== always.until ? days.until : null;
  return ["a line", payer, where, when === null ? "" : `on ${formatDate(when)}`]
    .filter((part) => part !== "")
    .join(" ")
    .replace(/,$/, "");
}

/** The payer of a line that is of one of the left and one of the right; null for none, empty where any payer is. */
function sharedPayer(left: readonly PayerFacts[] | null, right: readonly PayerFacts[] | null): string | null {
  if (left === null || right === null) {
    const named = left ?? right;
    return named === null ? "" : named[0] === undefined ? null : `of payer ${named[0].name}`;
  }
  const both = left.find(({ name }) => right.some((other) => other.name === name));
  if (both !== undefined) return `of payer ${both.name}`;
  for (const one of left) {
    for (const other of right) {
      for (const pattern of one.patterns) {
        for (const against of other.patterns) {
          const text = sharedText(pattern, against);
          if (text !== null) return `of payer "${text}", which is ${one.name} and ${other.name},`;
        }
      }
    }
  }
  return null;
}

function payerFacts(book: Book, name: string): PayerFacts {
  const payer = declaredAs(book.declared, name, "payer")?.node;
  return { name, patterns: [name, ...(payer?.aliases.map(({ text }) => text) ?? [])].map(patternOf) };
}

function patternOf(written: string): Pattern {
  const isOpen = written.endsWith("*");
  const stem = isOpen ? written.slice(0, -1) : written;
  return { stem, lower: stem.toLowerCase(), isOpen };
}

/** A text that fits both patterns. */
function sharedText(one: Pattern, other: Pattern): string | null {
  if (!one.isOpen && !other.isOpen) return one.lower === other.lower ? one.stem : null;
  if (!one.isOpen) return one.lower.startsWith(other.lower) ? one.stem : null;
  if (!other.isOpen) return other.lower.startsWith(one.lower) ? other.stem : null;
  if (one.lower.startsWith(other.lower)) return one.stem;
  return other.lower.startsWith(one.lower) ? other.stem : null;
}

/** Where a line is that is in one setting of each; null for nowhere, empty where anywhere is. */
function sharedSetting(book: Book, left: readonly string[] | null, right: readonly string[] | null): string | null {
  if (left === null || right === null) {
    const named = left ?? right;
    return named === null ? "" : named[0] === undefined ? null : `in ${named[0]}`;
  }
  const both = left.find((name) => right.includes(name));
  if (both !== undefined) return `in ${both}`;
  const lower = (name: string): string => name.toLowerCase();
  const column = left.find((name) => right.map(lower).includes(lower(name)));
  if (column !== undefined) return `with ${column} in its setting column`;
  for (const one of left) {
    for (const other of right) {
      const where = sharedPlace(valuesOf(book, one), valuesOf(book, other));
      if (where !== null) return `with ${where}, which is ${one} and ${other},`;
    }
  }
  return null;
}

interface SettingValues {
  readonly place: readonly string[];
  readonly bill: readonly string[];
}

function valuesOf(book: Book, name: string): SettingValues {
  const setting: SettingDeclaration | undefined = declaredAs(book.declared, name, "setting")?.node;
  const of = (by: "place" | "bill"): readonly string[] =>
    setting?.parts.flatMap((part) => (part.by === by ? part.values.map(({ text }) => text) : [])) ?? [];
  return { place: of("place"), bill: of("bill").map((text) => text.replace(/^0/, "")) };
}

/** A line is in both settings by one place, by one type of bill, or by its place in one and its type of bill in the other. */
function sharedPlace(one: SettingValues, other: SettingValues): string | null {
  const place = one.place.find((text) => other.place.includes(text));
  if (place !== undefined) return `place ${place}`;
  for (const left of one.bill) {
    for (const right of other.bill) {
      if (left.startsWith(right)) return `type of bill ${left}`;
      if (right.startsWith(left)) return `type of bill ${right}`;
    }
  }
  for (const [placed, billed] of [
    [one.place[0], other.bill[0]],
    [other.place[0], one.bill[0]],
  ]) {
    if (placed !== undefined && billed !== undefined) return `place ${placed} and type of bill ${billed}`;
  }
  return null;
}
