// What a change of a rulebook means.
export type { Facet, Review, RuleChange, Side } from "./review.js";
export { review } from "./review.js";
export type { Span, Verdict, Who } from "./spans.js";
export type { Cause } from "./causes/causes.js";

// The cases that show it.
export type { Witness, WitnessKind } from "./witness/witness.js";
export type { TestText } from "./witness/as-test.js";
export { testText } from "./witness/as-test.js";

// Dates that are closed, and days that nobody meant.
export type { ClosedChange } from "./closed/closed-changes.js";
export { closedChanges } from "./closed/closed-changes.js";
export type { NewCover } from "./cells/covers.js";

// Both versions over the same charges.
export type { LineOfFile, ReplayCell, Turn, Turned } from "./replay/replay.js";
export { Replay, turns } from "./replay/replay.js";
export { areSameLines } from "./replay/same-lines.js";
export type {
  ShownAmount,
  ShownCell,
  ShownCount,
  ShownFindings,
  ShownReplay,
  ShownTo,
  ShownTurned,
} from "./replay/shown-replay.js";
export { shownAlone, shownReplay } from "./replay/shown-replay.js";

// Another state of a table.
export type { ReadShape } from "./tables/read-columns.js";
export { readShape, rulesReading } from "./tables/read-columns.js";
export type { ChangedKey, HouseRule, Standing } from "./tables/house-rules.js";
export { HouseRules, standings } from "./tables/house-rules.js";
