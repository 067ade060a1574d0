/**
 * Sets of codes, diagnoses and modifiers, resolved: what `language.md` section 3 calls `codes`, `diagnoses` and
 * `modifiers`, with `except` worked out and sets within sets unfolded. Dates bound an item by the date of service of
 * the line at hand (inclusive; null is open-ended).
 */
import type { IsoDate } from "./calendar.js";
import type { Place } from "./place.js";

/** Codes from `first` to `last`, both of one shape and both within, on dates of service within the bounds. */
export interface CodeSpan {
  readonly first: string;
  readonly last: string;
  readonly from: IsoDate | null;
  readonly until: IsoDate | null;
}

/**
 * Diagnoses without their dot, from `first` up to but not including `before`, compared by bytes: `C61` with everything
 * more specific is `{ first: "C61", before: "C62" }`.
 */
export interface DiagnosisSpan {
  readonly first: string;
  readonly before: string;
  readonly from: IsoDate | null;
  readonly until: IsoDate | null;
}

/** One modifier. */
export interface ModifierSpan {
  readonly modifier: string;
  readonly from: IsoDate | null;
  readonly until: IsoDate | null;
}

/** What every named declaration carries. `doc` is the comment lines directly above it, or null. */
export interface Declared {
  readonly name: string;
  readonly doc: string | null;
  readonly at: Place;
}

/** `codes NAME = …` */
export interface CodeSet extends Declared {
  readonly spans: readonly CodeSpan[];
}

/** `diagnoses NAME = …` */
export interface DiagnosisSet extends Declared {
  readonly spans: readonly DiagnosisSpan[];
}

/** `modifiers NAME = …` */
export interface ModifierSet extends Declared {
  readonly spans: readonly ModifierSpan[];
}

/**
 * The A or B of a statement: the union of `any`, `sets`, `spans` and `columns`, less `except`, narrowed by nothing.
 * `columns` are columns of the rule's table: a line is in where its code equals the cell of the row at hand.
 */
export interface CodeChoice {
  /** As the rule says it, for messages and explanations: `Simulation`, `any code`, `77427`. */
  readonly label: string;
  readonly any: boolean;
  /** Names of code sets. */
  readonly sets: readonly string[];
  readonly spans: readonly CodeSpan[];
  readonly columns: readonly string[];
  readonly except: {
    readonly sets: readonly string[];
    readonly spans: readonly CodeSpan[];
    readonly columns: readonly string[];
  } | null;
}
