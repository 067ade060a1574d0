/** The lints of the family `codes`: lists of codes, diagnoses and modifiers, and what rules do with them. */
import type { Lint } from "../lint.js";
import { alreadyInTheList } from "./already-in-the-list.js";
import { bundleIntoItself } from "./bundle-into-itself.js";
import { bundledBothWays } from "./bundled-both-ways.js";
import { codeWithoutItsEnd } from "./code-without-its-end.js";
import { codesFormARange } from "./codes-form-a-range.js";
import { denyWithoutCarc } from "./deny-without-carc.js";
import { denyWithoutSuggest } from "./deny-without-suggest.js";
import { limitOfZero } from "./limit-of-zero.js";
import { listedTwice } from "./listed-twice.js";
import { noSuchCode } from "./no-such-code.js";
import { noSuchModifier } from "./no-such-modifier.js";
import { suggestedCodeEnded } from "./suggested-code-ended.js";
import { wideRange } from "./wide-range.js";

export const codes: readonly Lint[] = [
  alreadyInTheList,
  bundleIntoItself,
  bundledBothWays,
  codeWithoutItsEnd,
  codesFormARange,
  denyWithoutCarc,
  denyWithoutSuggest,
  limitOfZero,
  listedTwice,
  noSuchCode,
  noSuchModifier,
  suggestedCodeEnded,
  wideRange,
];
