/** Findings and the account of a run, in the JSON shapes of `language.md` section 7. */
import type { Place } from "./place.js";
import type { Severity } from "./rule.js";

/** One finding. Key order is the contract's. */
export interface Finding {
  readonly rule: string;
  /** The override's label, where the rule is as overridden. */
  readonly override: string | null;
  readonly outcome: Severity;
  readonly carc: string | null;
  readonly rarc: string | null;
  readonly message: string;
  readonly subject: FindingLine;
  readonly others: readonly FindingLine[];
  /** The row of the rule's table that raised it, the header being row 1. */
  readonly tableRow: number | null;
  readonly count: number | null;
  readonly allowed: number | null;
  readonly suggestion: FindingSuggestion | null;
  readonly because: readonly { readonly authority: string; readonly detail: string | null }[];
  readonly at: Place;
}

/** A charge line as findings show it. `line` is the file's own line number, else the row's. */
export interface FindingLine {
  readonly file: string;
  /** The record's number in its file, the header being row 1. */
  readonly row: number;
  readonly line: string;
  readonly patient: string;
  readonly claim: string | null;
  readonly date: string;
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number;
  readonly amount: number | null;
}

export type FindingSuggestion =
  | { readonly kind: "remove" }
  | { readonly kind: "modifier"; readonly modifier: string }
  | { readonly kind: "replace"; readonly code: string }
  | { readonly kind: "units"; readonly units: number }
  | { readonly kind: "text"; readonly text: string };

/** A rule that could not be evaluated: the columns that it needs and the file lacks (of alternatives, all are named). */
export interface NotEvaluated {
  readonly rule: string;
  readonly needs: readonly string[];
}

/** What one rule did in a run. */
export interface RuleAccount {
  readonly rule: string;
  /** Subject lines that passed `for`, `in` and `effective` (a table row's own dates aside). 0 is worth a look. */
  readonly subjects: number;
  readonly findings: number;
  /** Lines that `per EPISODE` left out because they are in none. */
  readonly outsideEpisodes: number;
  /** Rows of the rule's table with an empty cell where a set or a number is needed. */
  readonly unusableRows: number;
}

/** A row of a charge file that could not be read. */
export interface Rejected {
  readonly file: string;
  readonly row: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: string;
}

/** `rows = evaluated + netted + rejected`, always. */
export interface Summary {
  readonly rows: number;
  readonly evaluated: number;
  readonly netted: number;
  readonly rejected: number;
  readonly findings: number;
  readonly notEvaluated: readonly NotEvaluated[];
  readonly rules: readonly RuleAccount[];
  /**
   * Rules that compare sources, where no file says which source its lines are from: `edict reconcile` evaluates them.
   * Left out where there are none.
   */
  readonly setAside?: readonly string[];
}
