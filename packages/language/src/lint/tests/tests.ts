/** The lints of the family `tests`: whether somebody has seen a rule find what it is for, and leave alone what it is not. */
import type { Lint } from "../lint.js";
import { ruleNeverSilent } from "./rule-never-silent.js";
import { ruleWithoutTest } from "./rule-without-test.js";
import { testTitleTwice } from "./test-title-twice.js";
import { untestedFarSide } from "./untested-far-side.js";
import { untestedOverride } from "./untested-override.js";

export const tests: readonly Lint[] = [
  ruleNeverSilent,
  ruleWithoutTest,
  testTitleTwice,
  untestedFarSide,
  untestedOverride,
];
