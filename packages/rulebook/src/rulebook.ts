/**
 * The compiled rulebook: what a set of `.edict` files means, as plain JSON. Fully resolved: nothing downstream looks a
 * name up in text. `readRulebook` is the only way in from outside, `printRulebook` the only way out.
 */
import type { Duration } from "./calendar.js";
import type { Field } from "./fields.js";
import type { Rule } from "./rule.js";
import type { CodeChoice, CodeSet, Declared, DiagnosisSet, ModifierSet } from "./sets.js";
import type { Table } from "./tables.js";
import type { RuleTest } from "./tests.js";

/** The version of this shape. A reader refuses any other. */
export const rulebookFormat = 1;

/** Every list of named things is sorted by name, bytewise; rules by id; tests in source order. */
export interface Rulebook {
  readonly format: typeof rulebookFormat;
  readonly codes: readonly CodeSet[];
  readonly diagnoses: readonly DiagnosisSet[];
  readonly modifiers: readonly ModifierSet[];
  readonly payers: readonly Payer[];
  readonly payerGroups: readonly PayerGroup[];
  readonly settings: readonly Setting[];
  readonly fields: readonly (Field & Declared)[];
  readonly episodes: readonly Episode[];
  readonly authorities: readonly Authority[];
  readonly tables: readonly Table[];
  readonly layouts: readonly Layout[];
  readonly rules: readonly Rule[];
  readonly tests: readonly RuleTest[];
}

/** `payer NAME = …`. A line is of this payer where its payer is the name or an alias; case does not count, `*` at the end of an alias matches any ending. */
export interface Payer extends Declared {
  readonly aliases: readonly string[];
}

/** `payers NAME = …`: names of payers, groups within unfolded. */
export interface PayerGroup extends Declared {
  readonly members: readonly string[];
}

/** `setting NAME = place …, bill …`. A line's `setting`, where filled, wins over both (ruling 15). */
export interface Setting extends Declared {
  readonly places: readonly string[];
  /** Beginnings of types of bill, leading zeros dropped. */
  readonly bills: readonly string[];
}

/** `episode NAME …` */
export interface Episode extends Declared {
  readonly codes: CodeChoice;
  readonly ends:
    /** A line more than that after the last one starts a new episode. */
    | { readonly kind: "idle"; readonly after: Duration }
    /** `starts with … lasts …`: the first day is day 1. */
    | { readonly kind: "lasts"; readonly length: Duration };
}

/** `authority NAME "title" version "…" url "…"` */
export interface Authority extends Declared {
  readonly title: string;
  readonly version: string | null;
  readonly url: string | null;
}

/** `layout NAME …`: how a charge file says the fields. */
export interface Layout extends Declared {
  readonly entries: readonly LayoutEntry[];
}

export interface LayoutEntry {
  readonly field: string;
  /** Headers of the file, as written. */
  readonly from: readonly string[];
  /** A date format of `YYYY`, `YY`, `MM`, `M`, `DD`, `D` and what stands between them; null: the usual ones. */
  readonly as: string | null;
  /** The text at which a list splits; null: the usual ones. */
  readonly splitBy: string | null;
}
