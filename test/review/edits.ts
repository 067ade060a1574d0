/** Edits of one rule or of what it names, with the verdict that a person gives who reads both. */
import { bundle, requires, limit, units, covered, plain, rows, pairs, overridden } from "./rules-under-edit.js";

export interface Edit {
  readonly name: string;
  /** The rule, and what follows it. */
  readonly rules: string;
  /** What is put in place of what, in the declarations or in the rules: each stands there once. */
  readonly edit: readonly (readonly [string, string])[];
  /** Of the rule `R`: what a person says. `nothing` where it means the same and says the same. */
  readonly verdict: "nothing" | "same" | "stricter" | "looser" | "both ways" | "moved in time" | "unknown";
}

/** Sixty and more. The first say the same in other words. */
export const edits: readonly Edit[] = [
  // Nothing changes.
  {
    name: "a set in another order",
    rules: bundle,
    edit: [["= 77280, 77285, 77290", "= 77290, 77280, 77285"]],
    verdict: "nothing",
  },
  {
    name: "a set in two sets",
    rules: bundle,
    edit: [["codes Simulation = 77280, 77285, 77290", "codes Simple = 77280, 77285\ncodes Simulation = Simple, 77290"]],
    verdict: "nothing",
  },
  {
    name: "a set with another name",
    rules: bundle,
    edit: [
      ["codes Simulation =", "codes Sims ="],
      ["Care = Simulation", "Care = Sims"],
      ["bundle Simulation into", "bundle Sims into"],
    ],
    verdict: "nothing",
  },
  {
    name: "codes in place of their set",
    rules: bundle,
    edit: [["bundle Simulation into", "bundle 77290, 77285, 77280 into"]],
    verdict: "nothing",
  },
  { name: "a range for its ends", rules: plain, edit: [["77306..77307", "77306, 77307"]], verdict: "nothing" },
  {
    name: "a repeated code",
    rules: bundle,
    edit: [["77280, 77285, 77290", "77280, 77285, 77290, 77280"]],
    verdict: "nothing",
  },
  {
    name: "clauses in another order",
    rules: bundle,
    edit: [
      ['  because NCCI "simulation"\n', ""],
      ["  suggest remove\n", '  suggest remove\n  because NCCI "simulation"\n'],
    ],
    verdict: "nothing",
  },
  { name: "a comment", rules: bundle, edit: [["rule R", "# What the manual says.\nrule R"]], verdict: "nothing" },
  {
    name: "a payer group for its members",
    rules: plain,
    edit: [["for Commercial", "for Cigna, Aetna"]],
    verdict: "nothing",
  },
  {
    name: "or for in",
    rules: bundle,
    edit: [["modifier in Bypass on either line", "modifier in 59, XE on either line or modifier is XS on either line"]],
    verdict: "nothing",
  },
  {
    name: "not twice",
    rules: plain,
    edit: [["units > 2 and place is 22", "not (not units > 2 or not place is 22)"]],
    verdict: "nothing",
  },
  {
    name: "weeks for days",
    rules: covered.replace(
      "each 77301 requires diagnosis in Covered",
      "each 77301 requires 77290 within 14 days before",
    ),
    edit: [["14 days", "2 weeks"]],
    verdict: "nothing",
  },
  {
    name: "an override that says what the rule says",
    rules: bundle,
    edit: [
      [
        "  suggest remove\n",
        '  suggest remove\noverride R for Medicare in hospital effective 2025-01-01 to 2025-12-31\n  because NCCI "simulation"\n',
      ],
    ],
    verdict: "nothing",
  },
  { name: "a comparison turned round", rules: plain, edit: [["units > 2", "2 < units"]], verdict: "nothing" },
  {
    name: "rows in another order",
    rules: rows,
    edit: [["  | 77300 | 10    |\n  | 77334 | 4     |", "  | 77334 | 4     |\n  | 77300 | 10    |"]],
    verdict: "nothing",
  },
  {
    name: "a column that no rule reads",
    rules: rows,
    edit: [
      [
        "  | code  | units |\n  | 77300 | 10    |\n  | 77334 | 4     |",
        "  | code  | units | note |\n  | 77300 | 10    | a |\n  | 77334 | 4     | b |",
      ],
    ],
    verdict: "nothing",
  },
  {
    name: "a set that the rule does not use",
    rules: bundle,
    edit: [["modifiers Sides = LT, RT", "modifiers Sides = LT"]],
    verdict: "nothing",
  },
  {
    name: "an alias that a wider one covers",
    rules: bundle,
    edit: [['"MEDICARE PART B*"', '"MEDICARE PART B*", "MEDICARE PART B OHIO"']],
    verdict: "nothing",
  },
  {
    name: "an authority with another name",
    rules: requires,
    edit: [
      ["authority LCD", "authority LCD-1"],
      ["because LCD", "because LCD-1"],
    ],
    verdict: "nothing",
  },
  {
    name: "a date that no code of the rule has",
    rules: units,
    edit: [["77402, 77412", "77402, 77412 from 2025-01-01"]],
    verdict: "nothing",
  },

  // What a finding says.
  {
    name: "another message",
    rules: bundle,
    edit: [["is part of {other.code}", "is in {other.code}"]],
    verdict: "same",
  },
  { name: "another outcome", rules: requires, edit: [["hold", "review"]], verdict: "same" },
  { name: "another CARC", rules: bundle, edit: [["CARC 97", "CARC 236"]], verdict: "same" },
  { name: "another authority", rules: requires, edit: [["because LCD", "because NCCI"]], verdict: "same" },
  { name: "another suggestion", rules: bundle, edit: [["suggest remove", "suggest modifier XS"]], verdict: "same" },

  // Companions that are forbidden.
  {
    name: "a shorter window of a bundle",
    rules: bundle,
    edit: [["within 30 days", "within 14 days"]],
    verdict: "looser",
  },
  {
    name: "a longer window of a bundle",
    rules: bundle,
    edit: [["within 30 days", "within 31 days"]],
    verdict: "stricter",
  },
  { name: "no window", rules: bundle, edit: [[" within 30 days", ""]], verdict: "stricter" },
  {
    name: "either direction",
    rules: bundle,
    edit: [["that follows within 30 days", "within 30 days"]],
    verdict: "stricter",
  },
  { name: "the other direction", rules: bundle, edit: [["that follows", "that precedes"]], verdict: "both ways" },
  {
    name: "the same day left out",
    rules: bundle,
    edit: [["within 30 days", "within 1 to 30 days"]],
    verdict: "looser",
  },
  { name: "no episode", rules: bundle, edit: [[" in the same Course", ""]], verdict: "stricter" },
  {
    name: "the same provider too",
    rules: bundle,
    edit: [["in the same Course", "in the same Course by the same provider"]],
    verdict: "looser",
  },
  { name: "another code into which", rules: bundle, edit: [["into 77301", "into 77295, 77301"]], verdict: "stricter" },
  { name: "a modifier that bypasses", rules: bundle, edit: [["59, XE, XS", "59, XE, XS, XU"]], verdict: "looser" },
  { name: "the modifier on the subject alone", rules: bundle, edit: [[" on either line", ""]], verdict: "stricter" },
  {
    name: "no unless",
    rules: bundle,
    edit: [["  unless modifier in Bypass on either line\n", ""]],
    verdict: "stricter",
  },
  {
    name: "a code more in the set",
    rules: bundle,
    edit: [["77285, 77290", "77285, 77290, 77293"]],
    verdict: "stricter",
  },
  { name: "another code in the set", rules: bundle, edit: [["= 77280,", "= 77281,"]], verdict: "both ways" },
  {
    name: "the episode ends later",
    rules: bundle,
    edit: [["after 30 days idle", "after 40 days idle"]],
    verdict: "stricter",
  },

  // Who, where, when.
  { name: "one payer more", rules: bundle, edit: [["for Medicare", "for Medicare, Aetna"]], verdict: "stricter" },
  { name: "every setting", rules: bundle, edit: [[" in hospital", ""]], verdict: "stricter" },
  { name: "another setting", rules: bundle, edit: [["in hospital", "in freestanding"]], verdict: "both ways" },
  {
    name: "a place more in the setting",
    rules: bundle,
    edit: [["place 19, 22", "place 19, 22, 24"]],
    verdict: "stricter",
  },
  { name: "an alias less", rules: bundle, edit: [['"MCR", ', ""]], verdict: "looser" },
  { name: "it ends earlier", rules: bundle, edit: [["to 2026-12-31", "to 2025-12-31"]], verdict: "looser" },
  {
    name: "it begins earlier",
    rules: bundle,
    edit: [["effective 2024-01-01", "effective 2023-07-01"]],
    verdict: "stricter",
  },
  {
    name: "a year later",
    rules: bundle,
    edit: [["2024-01-01 to 2026-12-31", "2025-01-01 to 2027-12-31"]],
    verdict: "moved in time",
  },
  {
    name: "a code that ends",
    rules: bundle,
    edit: [["77285, 77290", "77285, 77290 until 2025-06-30"]],
    verdict: "looser",
  },

  // Companions that are required.
  {
    name: "a shorter window of a requirement",
    rules: requires,
    edit: [["within 60 days", "within 30 days"]],
    verdict: "stricter",
  },
  {
    name: "another plan that will do",
    rules: requires,
    edit: [["77295, 77301, 77306", "77295, 77301, 77321, 77306"]],
    verdict: "looser",
  },
  { name: "the first alone", rules: requires, edit: [["each Delivery", "first Delivery"]], verdict: "looser" },
  {
    name: "two of them",
    rules: requires,
    edit: [["requires Planning", "requires at least 2 days of Planning"]],
    verdict: "stricter",
  },
  { name: "months for days", rules: requires, edit: [["within 60 days", "within 3 months"]], verdict: "looser" },
  {
    name: "about as many months",
    rules: requires,
    edit: [["within 60 days", "within 2 months"]],
    verdict: "both ways",
  },

  // Conditions.
  { name: "a diagnosis more", rules: covered, edit: [["= C61, C50", "= C61, C50, C34"]], verdict: "looser" },
  { name: "a more specific diagnosis", rules: covered, edit: [["= C61, C50", "= C61, C50.9"]], verdict: "stricter" },
  { name: "another bound", rules: plain, edit: [["units > 2", "units > 3"]], verdict: "looser" },
  {
    name: "or for and",
    rules: plain,
    edit: [["units > 2 and place is 22", "units > 2 or place is 22"]],
    verdict: "stricter",
  },
  {
    name: "a condition more",
    rules: plain,
    edit: [["place is 22", "place is 22 and authorization is missing"]],
    verdict: "looser",
  },
  { name: "not", rules: plain, edit: [["place is 22", "not place is 22"]], verdict: "both ways" },

  // Counts.
  { name: "one unit more", rules: units, edit: [["to 3 units", "to 4 units"]], verdict: "looser" },
  { name: "whatever the provider", rules: units, edit: [[" and provider", ""]], verdict: "stricter" },
  { name: "per claim", rules: units, edit: [["per day and provider", "per claim and provider"]], verdict: "both ways" },
  { name: "lines for units", rules: units, edit: [["3 units", "3 lines"]], verdict: "unknown" },
  { name: "all lines", rules: units, edit: [["and provider", "and provider all lines"]], verdict: "stricter" },
  { name: "for every six", rules: limit, edit: [["every 5 days", "every 6 days"]], verdict: "stricter" },
  { name: "a larger remainder", rules: limit, edit: [["remainder of 3", "remainder of 4"]], verdict: "stricter" },
  { name: "no remainder", rules: limit, edit: [[" counting a remainder of 3 or more", ""]], verdict: "stricter" },
  {
    name: "but at least one",
    rules: limit,
    edit: [["or more per Course", "or more but at least 1 per Course"]],
    verdict: "looser",
  },

  // Tables, overrides, waivers.
  {
    name: "a row more",
    rules: rows,
    edit: [["  | 77334 | 4     |", "  | 77334 | 4     |\n  | 77338 | 1     |"]],
    verdict: "stricter",
  },
  { name: "another number in a row", rules: rows, edit: [["| 77334 | 4 ", "| 77334 | 5 "]], verdict: "looser" },
  {
    name: "a pair that ends",
    rules: pairs,
    edit: [["| 2020-01-01 |            | 1", "| 2020-01-01 | 2025-06-30 | 1"]],
    verdict: "looser",
  },
  {
    name: "a pair less",
    rules: pairs,
    edit: [["  | 77301 | 77290 | 2020-01-01 | 2024-12-31 | 0         |\n", ""]],
    verdict: "looser",
  },
  {
    name: "an override for another payer",
    rules: bundle,
    edit: [["  suggest remove\n", "  suggest remove\noverride R for Aetna\n  because LCD\n  unless modifier is 59\n"]],
    verdict: "stricter",
  },
  {
    name: "an override that is gone",
    rules: overridden,
    edit: [
      [
        "override R for Aetna effective 2025-01-01\n  because LCD\n  bundle Simulation into 77301 that follows within 14 days\n",
        "",
      ],
    ],
    verdict: "looser",
  },
  {
    name: "a window in an override",
    rules: overridden,
    edit: [["within 14 days", "within 7 days"]],
    verdict: "looser",
  },
  {
    name: "an override that begins earlier",
    rules: overridden,
    edit: [["override R for Aetna effective 2025-01-01", "override R for Aetna effective 2024-06-01"]],
    verdict: "stricter",
  },
  {
    name: "a waiver",
    rules: bundle,
    edit: [["  suggest remove\n", "  suggest remove\nwaive R in hospital effective 2026-01-01\n  because LCD\n"]],
    verdict: "looser",
  },
];
