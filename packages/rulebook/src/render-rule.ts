/**
 * A rule as one short line, so that a test can say what a rule compiles to beside the rule itself:
 * `RO-101 for Medicare in hospital 2024-01-01..: companion each Simulation present 77301 [after 0..30 days] -> deny 97`.
 * For tests and for reading, never for storing: `printRulebook` is the rulebook's own form.
 */
import type { Clauses, Effective, Outcome, Reach, Rule, Suggestion } from "./rule.js";
import { renderCheck } from "./render/checks.js";
import { renderCondition } from "./render/conditions.js";

/** The rule, then each override and waiver after a bar. */
export function renderRule(rule: Rule): string {
  return [
    `${rule.id}${renderClauses(rule.clauses)}`,
    ...rule.overrides.map((override) => `override${renderReach(override.reach)} ~${renderClauses(override.clauses)}`),
    ...rule.waivers.map((waiver) => `waive${renderReach(waiver.reach)}`),
  ].join(" | ");
}

function renderClauses(clauses: Clauses): string {
  return [
    renderReach(clauses),
    clauses.table === null ? "" : ` row of ${clauses.table}`,
    ": ",
    clauses.checks.map(renderCheck).join("; "),
    clauses.when === null ? "" : ` when ${renderCondition(clauses.when)}`,
    clauses.unless === null ? "" : ` unless ${renderCondition(clauses.unless)}`,
    ` -> ${renderOutcome(clauses.outcome)}`,
    clauses.suggest === null ? "" : ` suggest ${renderSuggestion(clauses.suggest)}`,
  ].join("");
}

function renderReach(reach: Reach): string {
  return [
    reach.payers.length === 0 ? "" : ` for ${reach.payers.join(", ")}`,
    reach.settings.length === 0 ? "" : ` in ${reach.settings.join(", ")}`,
    reach.effective === null ? "" : ` ${renderEffective(reach.effective)}`,
  ].join("");
}

function renderEffective({ from, to }: Effective): string {
  const [first, last] = [from, to].map((bound) => {
    if (bound === null) return "";
    return bound.kind === "date" ? bound.date : `row.${bound.column}`;
  });
  return `${first}..${last}`;
}

function renderOutcome({ severity, carc, rarc }: Outcome): string {
  return [severity, carc, rarc].filter((part) => part !== null).join(" ");
}

function renderSuggestion(suggestion: Suggestion): string {
  switch (suggestion.kind) {
    case "remove":
    case "units":
      return suggestion.kind;
    case "modifier":
      return `modifier ${suggestion.modifier}`;
    case "replace":
      return `replace ${suggestion.code}`;
    case "replace-row":
      return `replace row.${suggestion.column}`;
    case "nearest-code":
      return `nearest of ${suggestion.table}`;
    case "text":
      return JSON.stringify(suggestion.text);
  }
}
