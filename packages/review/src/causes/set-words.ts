/** What a dated set holds, in the words of the language: `77280, 77301..77307 until 2025-12-31`. */
import { codeAt, formatDate, withDot } from "@edict/rulebook";
import type { DatedSet, Interval } from "../normal/dated-set.js";
import { codeOfKey } from "../normal/dated-set.js";

export type SetKind = "codes" | "diagnoses" | "modifiers";

export function setWords(set: DatedSet, kind: SetKind): string {
  // An item that lasts through several slabs is said once, with the days of all of them.
  const stretches: { readonly text: string; readonly from: number; until: number }[] = [];
  for (const [at, { from, complement, intervals }] of set.entries()) {
    const until = (set[at + 1]?.from ?? Infinity) - 1;
    const texts = intervals.map((interval) => intervalWords(interval, kind));
    for (const text of complement ? [texts.length === 0 ? "all" : `all but ${texts.join(", ")}`] : texts) {
      const before = stretches.find((one) => one.text === text && one.until === from - 1);
      if (before === undefined) stretches.push({ text, from, until });
      else before.until = until;
    }
  }
  return stretches.map(({ text, from, until }) => `${text}${fromWords(from)}${untilWords(until)}`).join(", ");
}

function fromWords(day: number): string {
  return day === -Infinity ? "" : ` from ${formatDate(day)}`;
}

function untilWords(day: number): string {
  return day === Infinity ? "" : ` until ${formatDate(day)}`;
}

function intervalWords({ from, before }: Interval, kind: SetKind): string {
  switch (kind) {
    case "codes": {
      const [first, next] = [codeOfKey(from), codeOfKey(before)];
      const [one, last] = [codeAt(first.shape, first.ordinal), codeAt(next.shape, next.ordinal - 1)];
      return one === last ? one : `${one}..${last}`;
    }
    case "diagnoses":
      return before === following(from) ? withDot(from) : `${withDot(from)} up to ${withDot(before)}`;
    case "modifiers":
      return from;
  }
}

/** The first text after all that begin with this one. */
function following(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  return text.slice(0, -1) + String.fromCharCode(last + 1);
}
