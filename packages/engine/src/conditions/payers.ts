/**
 * Which payer texts a rule means: declared payers with their aliases, groups, and texts that stand for themselves. Case
 * does not count, and `*` at the end matches any ending (`language.md` section 3).
 */
import type { PayerGroup, Payer } from "@edict/rulebook";
import { remembered } from "../columns/fields.js";

/** Whether a line's payer text, lower-cased, is meant. */
export type PayerTest = (lowered: string) => boolean;

export interface Payers {
  /** One of these declared payers or groups. */
  readonly named: (names: readonly string[]) => PayerTest;
  /** A text of a condition or a cell: a declared name stands for its payer or group, another for itself. */
  readonly said: (text: string) => PayerTest;
}

export function payersOf(payers: readonly Payer[], groups: readonly PayerGroup[]): Payers {
  const aliases = new Map<string, readonly string[]>();
  for (const payer of payers) aliases.set(payer.name.toLowerCase(), [payer.name, ...payer.aliases]);
  const unfolded = new Map(aliases);
  for (const group of groups) {
    unfolded.set(
      group.name.toLowerCase(),
      group.members.flatMap((member) => aliases.get(member.toLowerCase()) ?? []),
    );
  }
  const texts = new Map<string, PayerTest>();
  return {
    named: (names) => anyOf(names.flatMap((name) => unfolded.get(name.toLowerCase()) ?? [])),
    said: (text) => remembered(texts, text, () => anyOf(unfolded.get(text.toLowerCase()) ?? [text])),
  };
}

function anyOf(patterns: readonly string[]): PayerTest {
  const lowered = patterns.map((pattern) => pattern.toLowerCase());
  const whole = new Set(lowered.filter((pattern) => !pattern.endsWith("*")));
  const beginnings = lowered.filter((pattern) => pattern.endsWith("*")).map((pattern) => pattern.slice(0, -1));
  return (text) => whole.has(text) || beginnings.some((beginning) => text.startsWith(beginning));
}
