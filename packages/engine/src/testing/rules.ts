/**
 * Rulebooks for this room's tests, made of the treaty's types with short words, since the engine knows no rule text.
 * What a test does not say is as an author would leave it out.
 */
import type {
  Allowance,
  Amount,
  Clauses,
  CodeChoice,
  CodeSpan,
  CompanionCheck,
  CompanionTest,
  Condition,
  CountCheck,
  Duration,
  Group,
  InCondition,
  LineCheck,
  Lines,
  Measure,
  Override,
  Pick,
  Place,
  Rule,
  Rulebook,
  Scope,
  Table,
  Waiver,
  Window,
} from "@edict/rulebook";

const at: Place = { file: "test.edict", line: 1, column: 1 };

/** `77301`, `77280..77290`, `any`, `row.column`, or a set's name; several are a list. */
export function choice(...items: string[]): CodeChoice {
  const spans: CodeSpan[] = [];
  const sets: string[] = [];
  const columns: string[] = [];
  for (const item of items) {
    if (item.startsWith("row.")) columns.push(item.slice(4));
    else if (/^[0-9A-Z]{5}/.test(item)) {
      const [first = item, last = first] = item.split("..");
      spans.push({ first, last, from: null, until: null });
    } else if (item !== "any") sets.push(item);
  }
  return { label: items.join(", "), any: items.includes("any"), sets, spans, columns, except: null };
}

export function lines(codes: CodeChoice | string, having: Condition | null = null): Lines {
  return { codes: typeof codes === "string" ? choice(codes) : codes, having };
}

export function days(count: number): Duration {
  return { count, unit: "days" };
}

export function within(direction: Window["direction"], max: number | Duration | null, min = 0): Window {
  return { direction, min: days(min), max: typeof max === "number" ? days(max) : max };
}

export const sameDay: Window = within("either", 0);

export function scope(...parts: (Window | string | { readonly episode: string })[]): Scope {
  return {
    windows: parts.filter((part) => typeof part === "object" && "direction" in part),
    episode: parts.find((part) => typeof part === "object" && "episode" in part)?.episode ?? null,
    same: parts.filter((part) => typeof part === "string"),
  };
}

export function lineCheck(subject: Lines, requires: Condition | null = null, pick: Pick = "each"): LineCheck {
  return { kind: "line", pick, subject, requires };
}

export function companionCheck(
  subject: Lines,
  companion: Lines,
  where: Scope,
  finds: CompanionTest = { kind: "present" },
  pick: Pick = "each",
): CompanionCheck {
  return { kind: "companion", pick, subject, companion, scope: where, finds };
}

export const absent: CompanionTest = { kind: "absent" };

export function number(value: number): Amount {
  return { kind: "number", value };
}

export function cell(column: string): Amount {
  return { kind: "row", column };
}

/** `to N`, or `N for every M measures of B`. */
export function allowance(
  amount: Amount,
  every: { amount: Amount; measure: Measure; lines: Lines; remainder?: Amount; atLeast?: Amount } | null = null,
): Allowance {
  const forEvery =
    every === null ? null : { ...every, remainder: every.remainder ?? null, atLeast: every.atLeast ?? null };
  return { amount, forEvery };
}

/** `line`, `day`, `claim`, `patient`, the name of an episode, or a window. */
export function per(
  by: "line" | "day" | "claim" | "patient" | { episode: string } | Duration,
  ...and: string[]
): Group {
  if (typeof by === "string") return { by: { kind: by }, and };
  if ("episode" in by) return { by: { kind: "episode", episode: by.episode }, and };
  return { by: { kind: "window", length: by }, and };
}

export function limit(subject: Lines, measure: Measure, to: Allowance, group: Group, allLines = false): CountCheck {
  return { kind: "count", finds: "more", subject, measure, allowance: to, per: group, allLines };
}

export function expectation(subject: Lines, measure: Measure, atLeast: Allowance, group: Group): CountCheck {
  return { kind: "count", finds: "fewer", subject, measure, allowance: atLeast, per: group, allLines: false };
}

export function clauses(parts: Partial<Clauses> & { readonly checks: Clauses["checks"] }): Clauses {
  return {
    payers: [],
    settings: [],
    effective: null,
    table: null,
    because: [],
    when: null,
    unless: null,
    outcome: { severity: "deny", carc: null, rarc: null, message: [{ kind: "placeholder", name: "code" }] },
    suggest: null,
    ...parts,
  };
}

export function rule(
  id: string,
  own: Partial<Clauses> & { readonly checks: Clauses["checks"] },
  more: Partial<Rule> = {},
): Rule {
  return { id, title: id, doc: null, at, clauses: clauses(own), overrides: [], waivers: [], needs: [], ...more };
}

/** An override for some payers: the clauses of the rule with some of them changed. */
export function override(payers: string[], of: Clauses, parts: Partial<Clauses>): Override {
  return {
    label: `for ${payers.join(", ")}`,
    at,
    reach: { payers, settings: [], effective: null },
    clauses: { ...of, payers, ...parts },
  };
}

export function waiver(payers: string[]): Waiver {
  return { label: `for ${payers.join(", ")}`, at, reach: { payers, settings: [], effective: null }, because: [] };
}

export function table(
  name: string,
  columns: Table["columns"],
  rows: readonly (readonly (string | number | null)[])[],
): Table {
  return { name, doc: null, at, columns, source: { kind: "rows", rows } };
}

/** `code: "code"` and so on. */
export function columns(types: { readonly [name: string]: Table["columns"][number]["type"] }): Table["columns"] {
  return Object.entries(types).map(([name, type]) => ({ name, type, header: null }));
}

export function declared(name: string): { readonly name: string; readonly doc: null; readonly at: Place } {
  return { name, doc: null, at };
}

export function codeSet(name: string, ...codes: string[]): Rulebook["codes"][number] {
  return { ...declared(name), spans: choice(...codes).spans };
}

export function modifierIn(modifiers: string[], on: InCondition["on"] = "subject"): InCondition {
  return {
    kind: "in",
    field: "modifiers",
    on,
    values: {
      kind: "modifiers",
      sets: [],
      spans: modifiers.map((modifier) => ({ modifier, from: null, until: null })),
      columns: [],
    },
  };
}

export function rulebook(rules: readonly Rule[], parts: Partial<Rulebook> = {}): Rulebook {
  return {
    format: 1,
    codes: [],
    diagnoses: [],
    modifiers: [],
    payers: [],
    payerGroups: [],
    settings: [],
    fields: [],
    episodes: [],
    authorities: [],
    tables: [],
    layouts: [],
    rules,
    tests: [],
    ...parts,
  };
}
