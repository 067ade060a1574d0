/**
 * The payers, settings and days between which the clauses of a rule tell a difference: each axis in pieces, such that the
 * two versions of the rule treat all lines of a piece alike. Pieces are made of what the clauses mention, and one more
 * for all that they do not.
 */
import type { DateBound, Effective } from "@edict/rulebook";
import { parseIsoDate } from "@edict/rulebook";
import type { Patterns, SettingMeaning } from "../normal/patterns.js";
import { matches, sorted } from "../normal/patterns.js";

/** Texts of payers that are treated alike. */
export interface PayerPiece {
  /** One of them; null for a line that names none of those mentioned. */
  readonly text: string | null;
  /** Declared payers whose name is among them; else the text itself, in quotes. Empty for the others. */
  readonly names: readonly string[];
  /** A declared payer's name that is one of them, for a case. */
  readonly declared: string | null;
}

/** A line's setting, place and bill that stand for all that are treated alike. */
export interface SettingPiece {
  readonly setting: string | null;
  readonly place: string | null;
  readonly bill: string | null;
  readonly names: readonly string[];
}

/** Both included. */
export interface DaysPiece {
  readonly first: number;
  readonly last: number;
}

/** A declared name and what it means. */
export interface Named<Meaning> {
  readonly name: string;
  readonly meaning: Meaning;
}

export function payerPieces(mentioned: readonly Patterns[], declared: readonly string[]): PayerPiece[] {
  // A beginning is a piece apart from the whole texts that begin with it: `~` begins nothing that is mentioned.
  const texts = sorted(mentioned.flat()).flatMap((pattern) =>
    pattern.endsWith("*") ? [pattern.slice(0, -1), `${pattern.slice(0, -1)}~`] : [pattern],
  );
  return alike([...texts, null], (text) => mentioned.map((patterns) => text !== null && matches(patterns, text))).map(
    (piece) => {
      const all = piece.flatMap((text) => text ?? []);
      const names = sorted(declared).filter((name) => all.includes(name.toLowerCase()));
      const [text = null] = all;
      if (piece.includes(null) || text === null) return { text: null, names: [], declared: null };
      return { text, names: names.length === 0 ? [JSON.stringify(text)] : names, declared: names[0] ?? null };
    },
  );
}

export function settingPieces(
  mentioned: readonly SettingMeaning[],
  declared: readonly Named<SettingMeaning>[],
): SettingPiece[] {
  const lines = [
    ...sorted(mentioned.flatMap(({ names }) => names)).map((setting) => ({ setting, place: null, bill: null })),
    ...[...sorted(mentioned.flatMap(({ places }) => places)), null].flatMap((place) =>
      [...sorted(mentioned.flatMap(({ bills }) => bills)), null].map((bill) => ({
        setting: null,
        place,
        bill: bill === null ? null : bill.replace("*", ""),
      })),
    ),
  ];
  // A line by its place comes first, since that is how most files have it.
  const byPlace = lines.toSorted((one, other) => Number(one.place === null) - Number(other.place === null));
  return alike(byPlace, (line) => mentioned.map((meaning) => isInSetting(meaning, line))).map((piece) => {
    const [first = { setting: null, place: null, bill: null }] = piece;
    const names = declared.filter(({ meaning }) => piece.every((line) => isInSetting(meaning, line)));
    return { ...first, names: sorted(names.map(({ name }) => name)) };
  });
}

export function isInSetting(
  { names, places, bills }: SettingMeaning,
  { setting, place, bill }: Omit<SettingPiece, "names">,
): boolean {
  if (setting !== null) return names.includes(setting.toLowerCase());
  return (place !== null && places.includes(place)) || (bill !== null && matches(bills, bill));
}

/** Pieces of all days, cut where something begins. */
export function daysPieces(starts: readonly number[]): DaysPiece[] {
  const cuts = [...new Set([-Infinity, ...starts])].filter((day) => day < Infinity).sort((one, other) => one - other);
  return cuts.map((first, at) => ({ first, last: (cuts[at + 1] ?? Infinity) - 1 }));
}

/** Days from which a bound holds or no longer holds. */
export function startsOf(effective: Effective | null): readonly number[] {
  const { first, last } = daysOf(effective);
  return [first, last + 1];
}

/** What a reach says of days by itself; bounds of the row are open here. */
export function daysOf(effective: Effective | null): DaysPiece {
  return { first: dayOf(effective?.from ?? null) ?? -Infinity, last: dayOf(effective?.to ?? null) ?? Infinity };
}

function dayOf(bound: DateBound | null): number | null {
  return bound?.kind === "date" ? parseIsoDate(bound.date) : null;
}

/** Puts together what the same answers are given for, in the order of the first of each. */
function alike<Item>(items: readonly Item[], answers: (item: Item) => readonly boolean[]): Item[][] {
  const pieces = new Map<string, Item[]>();
  for (const item of items) {
    const key = answers(item).join();
    const piece = pieces.get(key);
    if (piece === undefined) pieces.set(key, [item]);
    else piece.push(item);
  }
  return [...pieces.values()];
}
