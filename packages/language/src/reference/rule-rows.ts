/** A rule in a row of an index: what becomes of a line, for whom, and when. */
import type { Effective, Rule } from "@edict/rulebook";
import { datesWords, oneOf } from "../plain-words/phrases.js";
import type { Words } from "../markup/document.js";
import type { Reference } from "./reference.js";
import { ruleLink } from "./reference.js";

/** Names beyond which a row only counts. */
const mostNames = 3;

/** `deny, CARC 97` */
export function becomes({ clauses: { outcome } }: Rule): string {
  return outcome.carc === null ? outcome.severity : `${outcome.severity}, CARC ${outcome.carc}`;
}

/** `Medicare in hospital, from 2024-01-01 on` */
export function holdsFor({ clauses: { payers, settings, effective } }: Rule): string {
  const where = settings.length === 0 ? "" : ` in ${few(settings)}`;
  return `${payers.length === 0 ? "every payer" : few(payers)}${where}${effectiveWords(effective)}`;
}

/** `, from 2024-01-01 on`, or nothing. */
export function effectiveWords(effective: Effective | null): string {
  return effective === null ? "" : `, ${datesWords(effective)}`;
}

function few(names: readonly string[]): string {
  if (names.length <= mostNames) return oneOf(names, "and");
  return `${names.slice(0, mostNames - 1).join(", ")} and ${names.length - mostNames + 1} more`;
}

/** The columns of `ruleRow`. */
export const ruleColumns = ["rule", "title", "outcome", "holds"] as const;

/** A rule in a row. */
export function ruleRow(reference: Reference, rule: Rule): readonly Words[] {
  return [[ruleLink(reference, rule.id)], [rule.title], [becomes(rule)], [holdsFor(rule)]];
}
