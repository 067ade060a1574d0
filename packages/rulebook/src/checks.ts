/**
 * The three kernels. Every statement of the language lowers to one or more checks, and every check is one of three
 * questions: is something true of this line (`line`), does another line of this patient stand in this relation to it
 * (`companion`), how much is there in this group against an allowance (`count`). `docs/architecture.md` has the table
 * of statements and what each lowers to.
 */
import type { Duration } from "./calendar.js";
import type { Condition } from "./conditions.js";
import type { CodeChoice } from "./sets.js";

export type Check = LineCheck | CompanionCheck | CountCheck;

/** Lines of a choice of codes, narrowed by `having`. */
export interface Lines {
  readonly codes: CodeChoice;
  readonly having: Condition | null;
}

/** Every line, or only the first or the last by date, ties by input order: of each episode where the scope names one, else of the patient. */
export type Pick = "each" | "first" | "last";

/** A finding on each subject line for which `requires` is false; on each at all where it is null. */
export interface LineCheck {
  readonly kind: "line";
  readonly pick: Pick;
  readonly subject: Lines;
  readonly requires: Condition | null;
}

/** A finding on each subject line by what of its companions (never itself) stands in scope. */
export interface CompanionCheck {
  readonly kind: "companion";
  readonly pick: Pick;
  readonly subject: Lines;
  readonly companion: Lines;
  readonly scope: Scope;
  readonly finds: CompanionTest;
}

/** When a companion check raises a finding. */
export type CompanionTest =
  /** Where a companion stands in scope. Only here are `when` and `unless` tested with each companion. */
  | { readonly kind: "present" }
  /** Where so much of companions stands in scope; likewise with `when` and `unless`. */
  | { readonly kind: "at-least"; readonly amount: Amount; readonly measure: Measure }
  /** Where none stands in scope. */
  | { readonly kind: "absent" }
  /** Where less than that stands in scope. */
  | { readonly kind: "fewer-than"; readonly amount: Amount; readonly measure: Measure };

/** What is counted: the sum of units, the number of lines, or the number of distinct dates of service. */
export type Measure = "units" | "lines" | "days";

/** A number, or the cell of a column of the rule's table. */
export type Amount =
  { readonly kind: "number"; readonly value: number } | { readonly kind: "row"; readonly column: string };

/** All of it must hold between a subject and its companion. */
export interface Scope {
  readonly windows: readonly Window[];
  /** `in the same EPISODE` */
  readonly episode: string | null;
  /** Fields with equal values that are not blank: `on the same claim`, `by the same provider`, `with the same FIELD`. */
  readonly same: readonly string[];
}

/**
 * Where the companion's date lies as seen from the subject: at least `min` and at most `max` (null: any) away, `before`
 * or `after` it or `either`. The same day is 0 days away in every direction. `on the same day` is `either`, 0 to 0 days.
 */
export interface Window {
  readonly direction: "before" | "after" | "either";
  readonly min: Duration;
  readonly max: Duration | null;
}

/** `limit` and `expect`: how much of the subjects there is in each group, against an allowance. */
export interface CountCheck {
  readonly kind: "count";
  readonly finds: "more" | "fewer";
  readonly subject: Lines;
  readonly measure: Measure;
  readonly allowance: Allowance;
  readonly per: Group;
  /** `all lines`: every counted line of a group that went past, not only those past the allowance. */
  readonly allLines: boolean;
}

/** `to N units`, or `N units for every M days of B counting a remainder of K or more but at least J`. */
export interface Allowance {
  readonly amount: Amount;
  readonly forEvery: {
    readonly amount: Amount;
    readonly measure: Measure;
    readonly lines: Lines;
    readonly remainder: Amount | null;
    readonly atLeast: Amount | null;
  } | null;
}

/** PER: lines with the same key form a group. A blank never equals another blank. */
export interface Group {
  readonly by:
    | { readonly kind: "line" | "day" | "claim" | "patient" }
    | { readonly kind: "episode"; readonly episode: string }
    /** A window that ends on each line's day. */
    | { readonly kind: "window"; readonly length: Duration };
  /** `and FIELD` */
  readonly and: readonly string[];
}
