/** A finding and its lines in words, for every report that people read. */
import type { Finding, FindingLine, FindingSuggestion, Rulebook } from "@edict/rulebook";
import { billedCode, counted } from "@edict/rulebook";
import { money } from "../output/money.js";
import type { Paint } from "../output/paint.js";
import { safeText } from "../output/safe-text.js";

/** What the rulebook says of rules and authorities, by their names. */
export interface Known {
  readonly titles: ReadonlyMap<string, string>;
  readonly authorities: ReadonlyMap<string, string>;
}

/** The titles of a rulebook's rules, and its authorities in words. */
export function knownOf(rulebook: Rulebook): Known {
  return {
    titles: new Map(rulebook.rules.map(({ id, title }) => [id, title])),
    authorities: new Map(
      rulebook.authorities.map(({ name, title, version }) => [
        name,
        version === null ? title : `${title}, version ${version}`,
      ]),
    ),
  };
}

/** `deny CARC 97: …`: the outcome, the message, and what was counted. */
export function saidOf(finding: Finding, paint: Paint): string {
  const { carc, rarc, message, override } = finding;
  const codes = `${carc === null ? "" : ` CARC ${carc}`}${rarc === null ? "" : ` RARC ${rarc}`}`;
  const count = finding.count === null ? "" : `; ${finding.count} counted, ${finding.allowed} allowed`;
  const row = finding.tableRow === null ? "" : `; row ${finding.tableRow} of the rule's table`;
  const under = override === null ? "" : `; as overridden ${override}`;
  return `${paintOutcome(paint, finding)}${codes}: ${safeText(message)}${count}${row}${under}`;
}

/** Who says so, a line for each. */
export function becauseOf({ because }: Finding, known: Known): readonly string[] {
  return because.map(({ authority, detail }) => {
    const cited = known.authorities.get(authority);
    return `because ${authority}${cited === undefined ? "" : `, ${safeText(cited)}`}${detail === null ? "" : `: ${safeText(detail)}`}`;
  });
}

/** What stands over the cells of a line. */
export const lineHead = ["date", "code", "units", "amount", "claim", "line"] as const;

/** The cells of a line. */
export function lineCells({ date, code, modifiers, units, amount, claim, line }: FindingLine): readonly string[] {
  const whole = billedCode({ code, modifiers });
  return [
    date,
    safeText(whole),
    String(units),
    amount === null ? "" : money(amount),
    safeText(claim ?? ""),
    safeText(line),
  ];
}

function paintOutcome(paint: Paint, { outcome }: Finding): string {
  if (outcome === "deny") return paint("red", outcome);
  return outcome === "hold" ? paint("yellow", outcome) : outcome;
}

/** What to do, in words. */
export function suggestionText(suggestion: FindingSuggestion): string {
  switch (suggestion.kind) {
    case "remove":
      return "remove this line";
    case "modifier":
      return `add modifier ${suggestion.modifier}`;
    case "replace":
      return `replace the code with ${suggestion.code}`;
    case "units":
      return `bill ${counted(suggestion.units, "unit")}`;
    case "text":
      return suggestion.text;
  }
}
