/**
 * A compiled rule in plain English, sentence by sentence, so that somebody who never saw the language can say whether
 * it is what the policy says. It speaks of the compiled rule and so of what is evaluated: what changes nothing in the
 * rulebook changes no word here.
 */
import type { Citation, Clauses, Outcome, Override, Reach, Rule, Rulebook, Suggestion, Waiver } from "@edict/rulebook";
import { checkWords } from "./check.js";
import { conditionWords } from "./condition.js";
import { asSentence, datesWords, oneOf } from "./phrases.js";

/** What a sentence is about, so that two versions of a rule can be laid side by side. */
export type SentenceKind =
  "reach" | "table" | "finding" | "when" | "unless" | "message" | "suggestion" | "authority" | "override" | "waiver";

export interface Sentence {
  readonly kind: SentenceKind;
  readonly text: string;
}

/** A rule as a reader sees it. */
export interface PlainRule {
  readonly id: string;
  readonly title: string;
  readonly sentences: readonly Sentence[];
}

/** The rule in sentences, its overrides and waivers last. */
export function plainRule(rule: Rule, rulebook: Pick<Rulebook, "authorities">): PlainRule {
  return {
    id: rule.id,
    title: rule.title,
    sentences: [
      ...clausesSentences(rule.clauses, rulebook),
      ...rule.overrides.map((override) => overrideSentence(rule, override, rulebook)),
      ...rule.waivers.map((waiver) => waiverSentence(waiver, rulebook)),
    ],
  };
}

function clausesSentences(clauses: Clauses, rulebook: Pick<Rulebook, "authorities">): readonly Sentence[] {
  const { table, checks, when, unless, outcome, suggest, because } = clauses;
  const what = outcomeWords(outcome);
  return [
    sentence("reach", reachWords(clauses)),
    ...(table === null ? [] : [sentence("table", `it is asked once for each row of ${table}`)]),
    ...checks.map((check) => sentence("finding", checkWords(check, what))),
    ...(when === null
      ? []
      : [sentence("when", `it looks only at lines of which this is true: ${conditionWords(when)}`)]),
    ...(unless === null ? [] : [sentence("unless", `it says nothing where ${conditionWords(unless)}`)]),
    sentence("message", `the finding reads: ${messageWords(outcome)}`),
    ...(suggest === null ? [] : [sentence("suggestion", suggestionWords(suggest))]),
    ...because.map((citation) => sentence("authority", `so says ${citationWords(citation, rulebook)}`)),
  ];
}

/** What an override changes: the sentences of its clauses that the rule's own do not say. */
function overrideSentence(rule: Rule, override: Override, rulebook: Pick<Rulebook, "authorities">): Sentence {
  const own = new Set(clausesSentences(rule.clauses, rulebook).map(({ text }) => text));
  const changed = clausesSentences(override.clauses, rulebook).filter(
    ({ kind, text }) => kind !== "reach" && !own.has(text),
  );
  const gone = (["when", "unless"] as const).filter(
    (kind) => rule.clauses[kind] !== null && override.clauses[kind] === null,
  );
  const said = [...changed.map(({ text }) => text), ...gone.map((kind) => `there is no "${kind}".`)];
  return { kind: "override", text: `Instead, ${within(override.reach)}: ${said.join(" ") || "the same."}` };
}

function waiverSentence({ reach, because }: Waiver, rulebook: Pick<Rulebook, "authorities">): Sentence {
  const why =
    because.length === 0
      ? ""
      : `; so says ${oneOf(
          because.map((one) => citationWords(one, rulebook)),
          "and",
        )}`;
  return sentence("waiver", `the rule is off ${within(reach)}${why}`);
}

function reachWords(reach: Reach): string {
  return `this rule holds ${within(reach)}`;
}

function within({ payers, settings, effective }: Reach): string {
  const parts = [
    payers.length === 0 ? "for every payer" : `for ${oneOf(payers, "and")}`,
    settings.length === 0 ? "in every setting" : `in ${oneOf(settings, "or")}`,
    effective === null ? "on every date of service" : `for dates of service ${datesWords(effective)}`,
  ];
  return parts.join(", ");
}

function outcomeWords({ severity, carc, rarc }: Outcome): string {
  const codes = [carc === null ? null : `CARC ${carc}`, rarc === null ? null : `RARC ${rarc}`].filter(
    (code) => code !== null,
  );
  const as = codes.length === 0 ? "" : ` (${codes.join(", ")})`;
  switch (severity) {
    case "deny":
      return `is denied${as}`;
    case "hold":
      return `is held for a correction${as}`;
    case "review":
      return `goes to a person for review${as}`;
    case "advise":
      return `is given advice${as}`;
  }
}

function messageWords({ message }: Outcome): string {
  const text = message.map((part) => {
    switch (part.kind) {
      case "text":
        return part.text;
      case "placeholder":
        return `{${part.name}}`;
      case "row":
        return `{row.${part.column}}`;
    }
  });
  return `“${text.join("")}”`;
}

function suggestionWords(suggestion: Suggestion): string {
  switch (suggestion.kind) {
    case "remove":
      return "it suggests to remove the line";
    case "modifier":
      return `it suggests modifier ${suggestion.modifier}`;
    case "replace":
      return `it suggests ${suggestion.code} in its place`;
    case "replace-row":
      return `it suggests the code in the row's column “${suggestion.column}” in its place`;
    case "units":
      return "it suggests to bill no more than what is allowed";
    case "nearest-code":
      return `it suggests the code of ${suggestion.table} that is nearest to the line's own and valid on its date`;
    case "text":
      return `it suggests: ${suggestion.text}`;
  }
}

function citationWords({ authority, detail }: Citation, { authorities }: Pick<Rulebook, "authorities">): string {
  const declared = authorities.find(({ name }) => name === authority);
  const version = declared?.version ? `, version ${declared.version}` : "";
  const named = declared === undefined ? authority : `${declared.title}${version}`;
  return detail === null ? named : `${named}: “${detail}”`;
}

function sentence(kind: SentenceKind, text: string): Sentence {
  return { kind, text: asSentence(text) };
}
