/** Small pieces of English that all sentences share: lists, counts, stretches of time, amounts, days. */
import type { Amount, DateBound, Duration, Effective, Measure } from "@edict/rulebook";
import { counted } from "@edict/rulebook";

/** `a`, `a or b`, `a, b or c`. */
export function oneOf(items: readonly string[], word: "and" | "or"): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} ${word} ${last}`;
}

/** `60 days`, `1 month`. */
export function durationWords({ count, unit }: Duration): string {
  return counted(count, unit.slice(0, -1));
}

/** `4 units`, `1 line`, `the days in the row's column “most”`. */
export function amountWords(amount: Amount, measure: Measure): string {
  if (amount.kind === "number") return counted(amount.value, measure.slice(0, -1));
  return `the ${measure} in the row's column “${amount.column}”`;
}

/** The number alone: `3`, `the number in the row's column “units”`. */
export function numberWords(amount: Amount): string {
  return amount.kind === "number" ? String(amount.value) : `the number in the row's column “${amount.column}”`;
}

/** `from 2024-01-01 to 2026-12-31`, `until 2025-12-31`, `from 2024-01-01 on`. */
export function datesWords({ from, to }: Effective): string {
  if (from === null) return to === null ? "always" : `until ${boundWords(to)}`;
  return to === null ? `from ${boundWords(from)} on` : `from ${boundWords(from)} to ${boundWords(to)}`;
}

function boundWords(bound: DateBound): string {
  return bound.kind === "date" ? bound.date : `the date in the row's column “${bound.column}”`;
}

/** The first letter large and a stop at the end. */
export function asSentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
