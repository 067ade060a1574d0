/** Codes, diagnoses, modifiers and other values as a sentence names them. */
import type { CodeSpan, DiagnosisSpan, ModifierSpan, Values } from "@edict/rulebook";
import { afterPrefix, renderDates, thousands, withDot } from "@edict/rulebook";

/** `77280 to 77290 until 2025-12-31` */
export function codeSpanWords(span: CodeSpan): string {
  return (span.first === span.last ? span.first : `${span.first} to ${span.last}`) + renderDates(span.from, span.until);
}

/** `C61`, `C00 to C96`, with their dots: a diagnosis stands for all that is more specific too. */
export function diagnosisSpanWords(span: DiagnosisSpan): string {
  const first = withDot(span.first);
  if (afterPrefix(span.first) === span.before) return first + renderDates(span.from, span.until);
  return `${first} and on, before ${withDot(span.before)}${renderDates(span.from, span.until)}`;
}

/** `59`, `XS from 2015-01-01` */
export function modifierSpanWords(span: ModifierSpan): string {
  return span.modifier + renderDates(span.from, span.until);
}

/** Fields of words and digits: quotation marks would only be in the way. */
export const bareFields: readonly string[] = ["place", "revenue", "form", "sex"];

/** What stands after `is` and `in` of a field: sets by their names, the rest one by one. */
export function valuesWords(field: string, values: Values): readonly string[] {
  if (values.kind === "plain" && bareFields.includes(field)) return [...values.values.map(String), ...rowWords(values)];
  return [...named(values), ...rowWords(values)];
}

function rowWords({ columns }: Values): readonly string[] {
  return columns.map((column) => `the row's ${column}`);
}

function named(values: Values): readonly string[] {
  switch (values.kind) {
    case "codes":
      return [...values.sets, ...values.spans.map(codeSpanWords)];
    case "diagnoses":
      return [...values.sets, ...values.spans.map(diagnosisSpanWords)];
    case "modifiers":
      return [...values.sets, ...values.spans.map(modifierSpanWords)];
    case "payers":
      return [...values.names, ...values.texts.map(quoted)];
    case "settings":
      return values.names;
    case "bills":
      return values.prefixes.map((prefix) => `${prefix} and on`);
    case "plain":
      return values.values.map((value) => (typeof value === "number" ? String(value) : quoted(value)));
  }
}

/** `$10,000`, `$9,999.50`; cents where there are any. */
export function moneyWords(amount: number): string {
  const [whole = "0", cents = "00"] = Math.abs(amount).toFixed(2).split(".");
  return `${amount < 0 ? "-" : ""}$${thousands(Number(whole))}${cents === "00" ? "" : `.${cents}`}`;
}

/** A text as the language quotes it. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}
