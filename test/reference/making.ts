/** Rules and lines in few words, for the tests of the reference. */
import type {
  Check,
  Clauses,
  CodeChoice,
  CompanionTest,
  Condition,
  CountCheck,
  Group,
  Lines,
  Rule,
  Rulebook,
  Scope,
  Side,
  Window,
} from "@edict/rulebook";
import { referenceEvaluate } from "./evaluate.js";
import type { ReferenceAccount } from "./evaluate.js";
import type { PlainLine } from "./lines.js";

const at = { file: "rules/a.edict", line: 1, column: 1 };

/** Names with what every declaration has. */
export function declared<T extends object>(name: string, rest: T) {
  return { name, doc: null, at, ...rest };
}

/** A line of patient P1; the row follows from its place in the input. */
export function line(date: string, code: string, rest: Partial<PlainLine> = {}): PlainLine {
  return {
    file: "charges.csv",
    row: 0,
    patient: "P1",
    date,
    code,
    modifiers: [],
    units: 1,
    diagnoses: [],
    fields: {},
    ...rest,
  };
}

/** Some codes. */
export function codes(...some: string[]): CodeChoice {
  const spans = some.map((code) => ({ first: code, last: code, from: null, until: null }));
  return { label: some.join(", "), any: false, sets: [], spans, columns: [], except: null };
}

/** Lines of some codes, narrowed by nothing. */
export function lines(...some: string[]): Lines {
  return { codes: codes(...some), having: null };
}

export const anyCode: Lines = { codes: { ...codes(), any: true }, having: null };

/** `within N days`, in a direction. */
export function days(direction: Window["direction"], max: number, min = 0): Window {
  return { direction, min: { count: min, unit: "days" }, max: { count: max, unit: "days" } };
}

/** Each A line, by what of B stands in scope. */
export function companion(subject: Lines, other: Lines, finds: CompanionTest, scope: Partial<Scope>): Check {
  return {
    kind: "companion",
    pick: "each",
    subject,
    companion: other,
    finds,
    scope: { windows: [], episode: null, same: [], ...scope },
  };
}

/** `limit` in units, without a ratio. */
export function limit(subject: Lines, most: number, by: Group["by"], rest: Partial<CountCheck> = {}): CountCheck {
  const allowance = { amount: { kind: "number" as const, value: most }, forEvery: null };
  return {
    kind: "count",
    finds: "more",
    subject,
    measure: "units",
    allowance,
    per: { by, and: [] },
    allLines: false,
    ...rest,
  };
}

/** `field is` one of some texts. */
export function isText(field: string, values: readonly string[], on: Side = "subject"): Condition {
  return { kind: "in", field, values: { kind: "plain", type: "text", values, columns: [] }, on };
}

/** Clauses with nothing but some checks. */
export function clauses(checks: readonly Check[], rest: Partial<Clauses> = {}): Clauses {
  const outcome = { severity: "deny" as const, carc: null, rarc: null, message: [] };
  const open = { payers: [], settings: [], effective: null, table: null, because: [], when: null, unless: null };
  return { ...open, checks, outcome, suggest: null, ...rest };
}

/** The rule R. */
export function rule(own: Clauses, rest: Partial<Rule> = {}): Rule {
  return { id: "R", title: "a rule", doc: null, at, clauses: own, overrides: [], waivers: [], needs: [], ...rest };
}

/** A rulebook with the rule, and what else it declares. */
export function rulebook(own: Rule, rest: Partial<Rulebook> = {}): Rulebook {
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
    rules: [own],
    tests: [],
    ...rest,
  };
}

/** The reference on some lines of one file that has every column; rows count from 2. */
export function evaluated(book: Rulebook, some: readonly PlainLine[]): ReferenceAccount {
  const rows = some.map((own, index) => ({ ...own, row: index + 2 }));
  return referenceEvaluate({ rulebook: book, lines: rows, files: [], tables: new Map() });
}

/** The rows that have a finding, in the order of the findings. */
export function foundRows(book: Rulebook, some: readonly PlainLine[]): number[] {
  return evaluated(book, some).findings.map(({ subject }) => subject.row);
}

/** The same for checks without other clauses. */
export function rowsFoundBy(check: Check, some: readonly PlainLine[], rest: Partial<Rulebook> = {}): number[] {
  return foundRows(rulebook(rule(clauses([check])), rest), some);
}
