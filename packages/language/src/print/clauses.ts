/** Clauses of rules, overrides and waivers as text, each in one line. */
import type { Clause, EffectiveClause, OutcomeClause, SuggestClause } from "../ast/nodes.js";
import { conditionOf } from "./conditions.js";
import { statementOf } from "./statements.js";
import { boundOf, joined, listOf, rowOf, textOf } from "./words.js";

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
    case "nearest-code":
      return "nearest code";
    case "text":
      return textOf(suggestion.text);
  }
}
