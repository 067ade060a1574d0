/** What `runTests` answers for one test of the rulebook. */
import type { Finding, IsoDate, Place, RuleTest } from "@edict/rulebook";

export interface TestOutcome {
  readonly test: RuleTest;
  readonly passed: boolean;
  /** What was expected and not found. */
  readonly missing: readonly MissingFinding[];
  /** What was found and not expected. */
  readonly unexpected: readonly UnexpectedFinding[];
  /** Everything that was found on the timeline, in the contract's order. */
  readonly findings: readonly Finding[];
}

/** One date of an `expect RULE on CODE WHEN` that has no finding. */
export interface MissingFinding {
  readonly at: Place;
  readonly rule: string;
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly date: IsoDate;
  /** The expectation as written. */
  readonly text: string;
}

export interface UnexpectedFinding {
  readonly finding: Finding;
  /** The first expectation that it goes against. */
  readonly at: Place;
  /** `no`: after `expect no`. `elsewhere`: its rule is expected, but not there. `nothing`: nothing else is expected. */
  readonly against: "no" | "elsewhere" | "nothing";
}

/** What a finding goes against, for whoever reads of it. */
export const againstTexts: { readonly [A in UnexpectedFinding["against"]]: string } = {
  no: "the test expects none of this rule",
  elsewhere: "the test expects this rule elsewhere",
  nothing: "the test expects nothing else",
};
