/**
 * What lines a list of payers or of settings means, without its names: patterns of a payer's text, and places, types of
 * bill and the texts of a setting column.
 */
import type { Payer, PayerGroup, Setting } from "@edict/rulebook";
import { compareBytes } from "@edict/rulebook";

/** Texts in lower case; one that ends in `*` matches any ending. Sorted, and none is covered by another. */
export type Patterns = readonly string[];

/** A line is in where its setting says one of `names`; where it says none, by its place or the start of its type of bill. */
export interface SettingMeaning {
  readonly names: readonly string[];
  readonly places: readonly string[];
  readonly bills: readonly string[];
}

/** A payer's text, or a group's or payer's name that stands for several. */
export function payerPatterns(
  names: readonly string[],
  payers: readonly Payer[],
  groups: readonly PayerGroup[],
): Patterns {
  return withoutCovered(
    names.flatMap((name) => {
      const group = groups.find((one) => sameText(one.name, name));
      return (group?.members ?? [name]).flatMap((member) => {
        const payer = payers.find((one) => sameText(one.name, member));
        return payer === undefined ? [member] : [payer.name, ...payer.aliases];
      });
    }),
  );
}

/** Whether every text that the one matches is matched by the other. */
export function isCovered(one: Patterns, other: Patterns): boolean {
  return one.every((pattern) => other.some((wider) => covers(wider, pattern)));
}

export function matches(patterns: Patterns, text: string): boolean {
  return patterns.some((pattern) => covers(pattern, text));
}

export function settingMeaning(names: readonly string[], settings: readonly Setting[]): SettingMeaning {
  const meant = names.flatMap((name) => settings.find((one) => sameText(one.name, name)) ?? []);
  return {
    names: sorted(meant.map(({ name }) => name.toLowerCase())),
    places: sorted(meant.flatMap(({ places }) => places)),
    bills: withoutCovered(meant.flatMap(({ bills }) => bills).map((bill) => `${bill.replace(/^0/, "")}*`)),
  };
}

export function isSettingWithin(one: SettingMeaning, other: SettingMeaning): boolean {
  return (
    one.names.every((name) => other.names.includes(name)) &&
    one.places.every((place) => other.places.includes(place)) &&
    isCovered(one.bills, other.bills)
  );
}

/** By bytes, each once. */
export function sorted(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort(compareBytes);
}

function withoutCovered(patterns: readonly string[]): Patterns {
  const lowered = sorted(patterns.map((pattern) => pattern.toLowerCase()));
  return lowered.filter((pattern) => !lowered.some((wider) => wider !== pattern && covers(wider, pattern)));
}

/** A pattern that ends in `*` covers each text, and each longer pattern, with its beginning. */
function covers(wider: string, pattern: string): boolean {
  return wider.endsWith("*") ? pattern.startsWith(wider.slice(0, -1)) : wider === pattern;
}

function sameText(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
