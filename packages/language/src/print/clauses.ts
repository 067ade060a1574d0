/** Clauses of rules, overrides and waivers as text, in the order of the contract (`language.md`, section 4). */
import type { Clause, EffectiveClause, OutcomeClause, SuggestClause } from "../ast/nodes.js";
import { conditionOf } from "./conditions.js";
import { statementOf } from "./statements.js";
import { boundOf, joined, listOf, rowOf, textOf } from "./words.js";

/** Each clause on a line of its own; who and where stand together. */
export function clausesOf(clauses: readonly Clause[]): readonly string[] {
  const ranked = clauses.map((clause, at) => ({ clause, at, rank: rankOf(clause) }));
  ranked.sort((left, right) => left.rank - right.rank || left.at - right.at);
  const lines: string[] = [];
  for (const [index, { clause }] of ranked.entries()) {
    const text = clauseOf(clause);
    if (clause.kind === "in" && ranked[index - 1]?.clause.kind === "for") lines.push(`${lines.pop() ?? ""} ${text}`);
    else lines.push(text);
  }
  return lines;
}

const ranks: { readonly [K in Clause["kind"]]?: number } = {
  for: 0,
  in: 1,
  rows: 2,
  effective: 3,
  because: 4,
  when: 6,
  unless: 7,
  outcome: 8,
  suggest: 9,
};

/** The place of a clause in the contract's order; a statement stands between the citations and the conditions. */
export function rankOf({ kind }: Pick<Clause, "kind">): number {
  return ranks[kind] ?? 5;
}

/** One clause: `for Medicare, Aetna` */
export function clauseOf(clause: Clause): string {
  switch (clause.kind) {
    case "for":
      return `for ${listOf(clause.payers)}`;
    case "in":
      return `in ${listOf(clause.settings)}`;
    case "rows":
      return `for each row of ${clause.table.text}`;
    case "effective":
      return effectiveOf(clause);
    case "because":
      return joined("because", clause.authority.text, clause.detail && textOf(clause.detail));
    case "when":
      return `when ${conditionOf(clause.condition)}`;
    case "unless":
      return `unless ${conditionOf(clause.condition)}`;
    case "outcome":
      return outcomeOf(clause);
    case "suggest":
      return `suggest ${suggestionOf(clause.suggestion)}`;
    default:
      return statementOf(clause);
  }
}

function effectiveOf({ from, to }: EffectiveClause): string {
  return joined("effective", from && boundOf(from), to && `to ${boundOf(to)}`);
}

function outcomeOf({ severity, carc, rarc, message }: OutcomeClause): string {
  const reasons = joined(carc && `CARC ${carc.text}`, rarc && `RARC ${rarc.text}`);
  return joined(severity, reasons === "" ? null : `as ${reasons}`, message && textOf(message));
}

function suggestionOf(suggestion: SuggestClause["suggestion"]): string {
  switch (suggestion.kind) {
    case "remove":
    case "units":
      return suggestion.kind;
    case "modifier":
      return `modifier ${suggestion.modifier.text}`;
    case "replace":
      return `replace with ${suggestion.code.kind === "word" ? suggestion.code.text : rowOf(suggestion.code)}`;
    case "text":
      return textOf(suggestion.text);
  }
}
