/** A compiled rule, and what it names, said in the language. Throws `NoSentence` where the language cannot say it. */
import type { Clauses, DateBound, MessagePart, Reach, Rule, Suggestion } from "@edict/rulebook";
import { conditionText } from "./condition-text.js";
import { NoSentence } from "./no-sentence.js";
import type { Helpers } from "./sets-text.js";
import { statementText } from "./statement-text.js";

/** The rule with its overrides and waivers. */
export function ruleText(rule: Rule, helpers: Helpers): string {
  return [
    `rule ${rule.id} ${JSON.stringify(rule.title)}`,
    ...reachTexts(rule.clauses),
    ...(rule.clauses.table === null ? [] : [`for each row of ${rule.clauses.table}`]),
    ...clauseTexts(rule.clauses, helpers),
    ...rule.overrides.flatMap(({ reach, clauses }) => [
      `override ${rule.id}`,
      ...reachTexts(reach),
      ...clauseTexts(clauses, helpers),
    ]),
    ...rule.waivers.flatMap(({ reach, because }) => [
      `waive ${rule.id}`,
      ...reachTexts(reach),
      ...becauseTexts(because),
    ]),
  ].join("\n  ");
}

/** An override's clauses as the rule has them there: its own where it has one, else the rule's. */
export function merged(own: Clauses, reach: Reach, other: Clauses): Clauses {
  if (own.table !== other.table) throw new NoSentence("an override goes through the rule's own table");
  return {
    payers: reach.payers.length > 0 ? reach.payers : own.payers,
    settings: reach.settings.length > 0 ? reach.settings : own.settings,
    effective: reach.effective ?? own.effective,
    table: own.table,
    because: other.because.length > 0 ? other.because : own.because,
    checks: other.checks,
    when: other.when ?? own.when,
    unless: other.unless ?? own.unless,
    outcome: other.outcome,
    suggest: other.suggest ?? own.suggest,
  };
}

function reachTexts({ payers, settings, effective }: Reach): readonly string[] {
  const to = effective?.to === null || effective?.to === undefined ? "" : ` to ${boundText(effective.to)}`;
  const from = effective?.from === null || effective?.from === undefined ? "" : ` ${boundText(effective.from)}`;
  if (effective !== null && from + to === "") throw new NoSentence("dates without a bound");
  return [
    ...(payers.length === 0 ? [] : [`for ${payers.join(", ")}`]),
    ...(settings.length === 0 ? [] : [`in ${settings.join(", ")}`]),
    ...(effective === null ? [] : [`effective${from}${to}`]),
  ];
}

function boundText(bound: DateBound): string {
  return bound.kind === "date" ? bound.date : `row.${bound.column}`;
}

function becauseTexts(because: Clauses["because"]): readonly string[] {
  return because.map(
    ({ authority, detail }) => `because ${authority}${detail === null ? "" : ` ${JSON.stringify(detail)}`}`,
  );
}

function clauseTexts(
  { because, checks, when, unless, outcome, suggest }: Clauses,
  helpers: Helpers,
): readonly string[] {
  const [check, second] = checks;
  if (check === undefined || second !== undefined) throw new NoSentence("one statement for several checks");
  const { severity, carc, rarc, message } = outcome;
  if (carc === null && rarc !== null) throw new NoSentence("a remark code alone");
  const reasons = carc === null ? "" : ` as CARC ${carc}${rarc === null ? "" : ` RARC ${rarc}`}`;
  return [
    ...becauseTexts(because),
    statementText(check, helpers),
    ...(when === null ? [] : [`when ${conditionText(when, helpers)}`]),
    ...(unless === null ? [] : [`unless ${conditionText(unless, helpers)}`]),
    `${severity}${reasons} ${JSON.stringify(message.map(partText).join(""))}`,
    ...(suggest === null ? [] : [`suggest ${suggestionText(suggest)}`]),
  ];
}

function partText(part: MessagePart): string {
  return part.kind === "text" ? part.text : part.kind === "row" ? `{row.${part.column}}` : `{${part.name}}`;
}

function suggestionText(suggestion: Suggestion): string {
  switch (suggestion.kind) {
    case "remove":
    case "units":
      return suggestion.kind;
    case "modifier":
      return `modifier ${suggestion.modifier}`;
    case "replace":
      return `replace with ${suggestion.code}`;
    case "replace-row":
      return `replace with row.${suggestion.column}`;
    case "nearest-code":
      throw new NoSentence("the nearest code, of a table that is not declared as a list");
    case "text":
      return JSON.stringify(suggestion.text);
  }
}
