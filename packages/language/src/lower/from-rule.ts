/** A rule with its overrides and waivers → a rule of the rulebook. Overrides are merged here and nowhere else. */
import type { Clauses, DateBound, Effective, Override, Reach, Rule, Suggestion, Waiver } from "@edict/rulebook";
import { compareBytes } from "@edict/rulebook";
import type { DateLiteral, EffectiveClause, RowReference, Statement, SuggestClause } from "../ast/nodes.js";
import type { Book, RuleParts } from "../names/book.js";
import { codeListOf } from "../names/code-lists.js";
import { partsOf } from "../names/statement-parts.js";
import type { ClauseGroup, RuleVersion } from "../names/versions.js";
import { clausesOf, tableOf, versionsOf } from "../names/versions.js";
import { placeAt } from "../source/source.js";
import { clauseOf } from "../print/clauses.js";
import { joined } from "../print/words.js";
import { fromCondition } from "./from-condition.js";
import { fromStatement } from "./from-statement.js";
import { fromMessage } from "./message.js";
import type { SettingLookup } from "./needs.js";
import { needsOf } from "./needs.js";

/** One rule. */
export function fromRule(book: Book, settings: SettingLookup, parts: RuleParts): Rule {
  const { source, node } = parts.rule;
  const [own, ...versions] = versionsOf(parts);
  if (own === undefined) throw new Error("a rule has a version as written, always");
  const clauses = fromVersion(book, own);
  const overrides = versions.map((version): Override => {
    const { override } = version;
    if (override === null) throw new Error("every version but the first comes from an override");
    const written = clausesOf(override);
    return {
      label: labelOfReach(written),
      at: placeAt(override.source, override.node.start),
      reach: fromReach(book, written),
      clauses: fromVersion(book, version),
    };
  });
  const waivers = parts.waivers.map((waiver): Waiver => {
    const written = clausesOf(waiver);
    return {
      label: labelOfReach(written),
      at: placeAt(waiver.source, waiver.node.start),
      reach: fromReach(book, written),
      because: fromBecause(written),
    };
  });
  const reaches = [
    clauses,
    ...overrides.flatMap((override) => [override.reach, override.clauses]),
    ...waivers.map(({ reach }) => reach),
  ];
  return {
    id: node.name.text,
    title: node.title.text,
    doc: node.doc,
    at: placeAt(source, node.start),
    clauses,
    overrides,
    waivers,
    needs: needsOf(settings, reaches, [clauses, ...overrides.map((override) => override.clauses)]),
  };
}

/** One version's clauses, whole. */
export function fromVersion(book: Book, version: RuleVersion): Clauses {
  const { statement, outcome, when, unless, suggest } = version.clauses;
  if (statement === null || outcome === null) {
    throw new Error("a rule has a statement and an outcome, or the checks report it and nothing is lowered");
  }
  const table = tableOf(book, version);
  if (table === "unknown") throw new Error("a table is unknown, which the checks report before anything is lowered");
  const lowered = fromStatement({ book, source: statement.source, table }, statement.node);
  const { severity, carc, rarc, message } = outcome.node;
  return {
    ...fromReach(book, version.clauses),
    table: table?.name ?? null,
    because: fromBecause(version.clauses),
    checks: lowered.checks,
    when: when === null ? null : fromCondition({ book, source: when.source, table }, when.node.condition),
    unless: unless === null ? null : fromCondition({ book, source: unless.source, table }, unless.node.condition),
    outcome: {
      severity,
      carc: carc?.text ?? null,
      rarc: rarc?.text ?? null,
      message: message === null ? lowered.message : fromMessage(message.text),
    },
    suggest: suggest === null ? lowered.suggest : fromSuggestion(book, statement.node, suggest.node),
  };
}

function fromReach(book: Book, { for: payers, in: settings, effective }: ClauseGroup): Reach {
  const named = payers?.node.payers.map(({ text }) => book.payers.get(text) ?? []) ?? [];
  const [only] = named;
  return {
    // One group's members are sorted already, and shared by all the rules that name it.
    payers: only !== undefined && named.length === 1 ? only : [...new Set(named.flat())].sort(compareBytes),
    settings: [...new Set(settings?.node.settings.map(({ text }) => text) ?? [])].sort(compareBytes),
    effective: effective === null ? null : fromEffective(effective.node),
  };
}

function fromEffective({ from, to }: EffectiveClause): Effective {
  return { from: fromBound(from), to: fromBound(to) };
}

function fromBound(bound: DateLiteral | RowReference | null): DateBound | null {
  if (bound === null) return null;
  return bound.kind === "date-literal"
    ? { kind: "date", date: bound.text }
    : { kind: "row", column: bound.column.text };
}

function fromBecause({ because }: ClauseGroup): Clauses["because"] {
  return because.map(({ node }) => ({ authority: node.authority.text, detail: node.detail?.text ?? null }));
}

function fromSuggestion(book: Book, statement: Statement, { suggestion }: SuggestClause): Suggestion {
  switch (suggestion.kind) {
    case "remove":
    case "units":
      return { kind: suggestion.kind };
    case "modifier":
      return { kind: "modifier", modifier: suggestion.modifier.text };
    case "replace":
      return suggestion.code.kind === "word"
        ? { kind: "replace", code: suggestion.code.text }
        : { kind: "replace-row", column: suggestion.code.column.text };
    case "nearest-code": {
      const list = codeListOf(book, partsOf(statement).condition?.table?.text ?? "");
      if (list === null) throw new Error("there is no list of valid codes to look in, which the checks report");
      return { kind: "nearest-code", table: list.table.name, codes: list.codes, from: list.from, to: list.to };
    }
    case "text":
      return { kind: "text", text: suggestion.text.text };
  }
}

/** The reach as findings say it: `for Aetna in hospital effective 2026-07-01`. */
function labelOfReach({ for: payers, in: settings, effective }: ClauseGroup): string {
  const parts = [payers, settings, effective].map((part) => part && clauseOf(part.node));
  return joined(...parts) || "everywhere";
}
