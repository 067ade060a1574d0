/** In words: what a change does to dates that are closed, and the days that nobody meant. */
import type { ClosedChange, NewCover } from "@edict/review";
import type { ClosedAccount } from "./report.js";
import { daysWords, spanWords, whoWords } from "./span-words.js";

/** `for Medicare, from 2024-01-01 to 2026-09-30: stricter; no authority is named for it`. */
export function closedWords({ spans, says, named }: ClosedChange): string {
  const where = spans.map((span) => `${spanWords(span)}: ${span.verdict}`);
  const said = says.length === 0 ? [] : [`what findings say, ${daysWords(says)}`];
  const names = named.map(({ authority, detail }) => (detail === null ? authority : `${authority} "${detail}"`));
  const who = names.length === 0 ? "no authority is named for it" : `named for it: ${names.join(", ")}`;
  return [...where, ...said, who].join("; ");
}

/** What all changes of closed dates come to; null where there are none. */
export function closedSentence({ through, changes }: ClosedAccount): string | null {
  if (changes.length === 0) return null;
  const failing = changes.filter(({ named }) => named.length === 0).length;
  const rules = changes.length === 1 ? "1 rule gives" : `${String(changes.length)} rules give`;
  const whose = failing === 0 ? "each names who says so" : `${String(failing)} of them without naming who says so`;
  return `${rules} other results for dates that are closed, until ${through}; ${whose}`;
}

/** `gap from 2026-01-01 to 2026-01-31 for Aetna: the rule is off between days on which it holds`. */
export function coverWords({ kind, days, payers, settings }: NewCover): string {
  const where = whoWords(payers, settings);
  return `${kind} ${daysWords([days])}${where === "" ? "" : ` ${where}`}: ${coverMeaning[kind]}`;
}

const coverMeaning: { readonly [K in NewCover["kind"]]: string } = {
  gap: "the rule is off between days on which it holds",
  "gap between overrides": "the rule holds as written between days on which it is overridden",
  "double cover": "two of its overrides or waivers reach the same lines",
};
