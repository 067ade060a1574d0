/**
 * Conditions, resolved (`language.md` section 4, Conditions). A comparison with a blank is false, `!=` too; so `not` of
 * it is true. `on` says which line of a pair is meant; where there is no pair it is always `subject`.
 */
import type { IsoDate } from "./calendar.js";
import type { CodeSpan, DiagnosisSpan, ModifierSpan } from "./sets.js";
import type { ValueType } from "./fields.js";

/** Whose value a comparison reads: the subject's, the companion's, or either (true where it holds for one of them). */
export type Side = "subject" | "other" | "either";

export type Condition =
  AllCondition | AnyCondition | NotCondition | InCondition | CompareCondition | PresenceCondition | RowCondition;

/** `… and …` */
export interface AllCondition {
  readonly kind: "all";
  readonly of: readonly Condition[];
}

/** `… or …` */
export interface AnyCondition {
  readonly kind: "any";
  readonly of: readonly Condition[];
}

/** `not …` */
export interface NotCondition {
  readonly kind: "not";
  readonly of: Condition;
}

/**
 * `FIELD is VALUE`, `FIELD in VALUES`: true where the field's value (of a list field: one of its values) is among them.
 * `columns` are columns of the table at hand, compared with the cell of its row.
 */
export interface InCondition {
  readonly kind: "in";
  /** A built-in or declared field. */
  readonly field: string;
  readonly values: Values;
  readonly on: Side;
}

/** The right side of `is` and `in`, by what the field holds. */
export type Values =
  /** `code`, and declared fields of type code. */
  | {
      readonly kind: "codes";
      readonly sets: readonly string[];
      readonly spans: readonly CodeSpan[];
      readonly columns: readonly string[];
    }
  /** `diagnosis`, `primary diagnosis`. A cell covers itself and everything more specific. */
  | {
      readonly kind: "diagnoses";
      readonly sets: readonly string[];
      readonly spans: readonly DiagnosisSpan[];
      readonly columns: readonly string[];
    }
  | {
      readonly kind: "modifiers";
      readonly sets: readonly string[];
      readonly spans: readonly ModifierSpan[];
      readonly columns: readonly string[];
    }
  /** Names of payers (groups unfolded), and texts and cells: one that is a declared payer's or group's name stands for it, another is compared without case. */
  | {
      readonly kind: "payers";
      readonly names: readonly string[];
      readonly texts: readonly string[];
      readonly columns: readonly string[];
    }
  /** Names of settings; a cell is such a name. */
  | { readonly kind: "settings"; readonly names: readonly string[]; readonly columns: readonly string[] }
  /** `bill`: the type of bill starts with one of them, a leading zero aside. */
  | { readonly kind: "bills"; readonly prefixes: readonly string[]; readonly columns: readonly string[] }
  /** Every other field: equality, as `=` has it. */
  | {
      readonly kind: "plain";
      readonly type: ValueType;
      readonly values: readonly (string | number)[];
      readonly columns: readonly string[];
    };

export type Comparison = "=" | "!=" | "<" | "<=" | ">" | ">=";

/** `units > 4`, `row.payer = payer`. Numbers and dates are ordered; texts and codes by bytes. `payer` compares as in `Values` of kind payers. */
export interface CompareCondition {
  readonly kind: "compare";
  readonly left: Operand;
  readonly comparison: Comparison;
  readonly right: Operand;
  readonly on: Side;
}

export type Operand =
  | { readonly kind: "field"; readonly field: string }
  | { readonly kind: "row"; readonly column: string }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "date"; readonly value: IsoDate }
  | { readonly kind: "code"; readonly value: string };

/** `FIELD is missing`, `FIELD is present`. */
export interface PresenceCondition {
  readonly kind: "presence";
  readonly field: string;
  readonly is: "missing" | "present";
  readonly on: Side;
}

/** `a row of TABLE where CONDITION`: true where some row makes the condition true; within it `row` is that row. */
export interface RowCondition {
  readonly kind: "row";
  readonly table: string;
  readonly where: Condition;
}
