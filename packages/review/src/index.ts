// What a change of a rulebook means.
export type { Facet, Review, RuleChange, Side } from "./review.js";
export { review } from "./review.js";
export type { Span, Verdict, Who } from "./spans.js";
export type { Cause } from "./causes/causes.js";

// The cases that show it.
export type { Witness, WitnessKind } from "./witness/witness.js";
export type { TestText } from "./witness/as-test.js";
export { testText } from "./witness/as-test.js";
