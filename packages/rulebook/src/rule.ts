/**
 * Rules, resolved. A rule has its clauses as written and, for each override, the clauses that hold where it reaches
 * (`language.md` section 4, Overrides; section 8, ruling 12): nobody downstream merges anything.
 */
import type { IsoDate } from "./calendar.js";
import type { Check } from "./checks.js";
import type { Condition } from "./conditions.js";
import type { Place } from "./place.js";

export type Severity = "deny" | "hold" | "review" | "advise";

/** `rule ID "title" …` */
export interface Rule {
  readonly id: string;
  readonly title: string;
  readonly doc: string | null;
  readonly at: Place;
  readonly clauses: Clauses;
  /** In source order. No two can reach one line; the check says so. */
  readonly overrides: readonly Override[];
  readonly waivers: readonly Waiver[];
  /** What the charge file must have, of the rule and of every override and waiver: of each entry one of its columns. */
  readonly needs: readonly Need[];
}

/** The file must have one of these columns, else the rule is not evaluated. */
export interface Need {
  readonly anyOf: readonly string[];
}

/** Who, where and when, by the subject line. An empty list reaches every payer or setting. */
export interface Reach {
  /** Names of payers, groups unfolded. */
  readonly payers: readonly string[];
  readonly settings: readonly string[];
  readonly effective: Effective | null;
}

/** Inclusive bounds on the subject's date of service. A bound may be a column of dates: then an empty cell is open. */
export interface Effective {
  readonly from: DateBound | null;
  readonly to: DateBound | null;
}

export type DateBound =
  { readonly kind: "date"; readonly date: IsoDate } | { readonly kind: "row"; readonly column: string };

/** One whole set of clauses. */
export interface Clauses extends Reach {
  /** `for each row of TABLE`: the table's name. */
  readonly table: string | null;
  readonly because: readonly Citation[];
  /** In the order in which they are judged; a subject line has at most one finding, of the first check that raises one. */
  readonly checks: readonly Check[];
  readonly when: Condition | null;
  readonly unless: Condition | null;
  readonly outcome: Outcome;
  readonly suggest: Suggestion | null;
}

/** `because AUTHORITY "detail"` */
export interface Citation {
  readonly authority: string;
  readonly detail: string | null;
}

export interface Outcome {
  readonly severity: Severity;
  readonly carc: string | null;
  readonly rarc: string | null;
  /** Always there: where the rule has no message, one that is made from the statement. */
  readonly message: readonly MessagePart[];
}

/** Text, or a placeholder that is filled from the finding. */
export type MessagePart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "placeholder"; readonly name: Placeholder }
  | { readonly kind: "row"; readonly column: string };

/** The placeholders of the contract but for `{row.NAME}`. */
export const placeholders = [
  "code",
  "date",
  "units",
  "payer",
  "other.code",
  "other.date",
  "days",
  "count",
  "allowed",
] as const;

export type Placeholder = (typeof placeholders)[number];

/** What the rule proposes. `units` proposes the allowance. */
export type Suggestion =
  | { readonly kind: "remove" }
  | { readonly kind: "modifier"; readonly modifier: string }
  | { readonly kind: "replace"; readonly code: string }
  /** `replace row.old with row.new`: the code is the cell. */
  | { readonly kind: "replace-row"; readonly column: string }
  | { readonly kind: "units" }
  /**
   * `suggest nearest code`: the code that the line's own is nearest to (`nearestCodes`), of the codes in a column of a
   * table. A row counts on the days that its columns of dates say; an empty cell is open, as no column is.
   */
  | {
      readonly kind: "nearest-code";
      readonly table: string;
      readonly codes: string;
      readonly from: string | null;
      readonly to: string | null;
    }
  | { readonly kind: "text"; readonly text: string };

/** `override ID …`: where `reach` holds, `clauses` stand in place of the rule's own. */
export interface Override {
  /** How findings name it: its reach in words, `for Aetna in hospital effective 2026-07-01`. */
  readonly label: string;
  readonly at: Place;
  readonly reach: Reach;
  readonly clauses: Clauses;
}

/** `waive ID …`: where `reach` holds, the rule is off. */
export interface Waiver {
  readonly label: string;
  readonly at: Place;
  readonly reach: Reach;
  readonly because: readonly Citation[];
}
