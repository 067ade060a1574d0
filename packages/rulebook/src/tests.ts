/** Tests (`language.md` section 5), with their timeline worked out: every line has its date and all its fields. */
import type { IsoDate } from "./calendar.js";
import type { Place } from "./place.js";

/** `test "title" …` */
export interface RuleTest {
  readonly title: string;
  readonly at: Place;
  readonly lines: readonly TestLine[];
  readonly expectations: readonly Expectation[];
}

/** One charge line of a timeline. */
export interface TestLine {
  readonly at: Place;
  /** As written, for the picture of a failure: `day 20`, `2026-04-01`. */
  readonly when: string;
  readonly date: IsoDate;
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number;
  /** Every other field that is set, by its name; diagnoses are a list with their dot. */
  readonly fields: { readonly [field: string]: string | number | readonly string[] };
}

export type Expectation =
  /** `expect RULE on CODE WHEN`: every one of the dates must have a finding of the rule on that code. */
  | {
      readonly kind: "finding";
      readonly at: Place;
      readonly rule: string;
      readonly code: string;
      /** Where given, only lines with all of these. */
      readonly modifiers: readonly string[];
      readonly dates: readonly IsoDate[];
      readonly text: string;
    }
  /** `expect no RULE` */
  | { readonly kind: "no"; readonly at: Place; readonly rule: string }
  /** `expect nothing`, `expect nothing else` */
  | { readonly kind: "nothing"; readonly at: Place; readonly words: "nothing" | "nothing else" };
