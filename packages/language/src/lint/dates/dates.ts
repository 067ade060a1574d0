/** The lints of the family `dates`: when rules, codes and sources hold, and whether they hold together. */
import type { Lint } from "../lint.js";
import { authorityNewerThanRule } from "./authority-newer-than-rule.js";
import { authorityOlderThanRule } from "./authority-older-than-rule.js";
import { codeBeginsLater } from "./code-begins-later.js";
import { codeEndedBeforeRule } from "./code-ended-before-rule.js";
import { codeEndsEarlier } from "./code-ends-earlier.js";
import { gapBeforeSuccessor } from "./gap-before-successor.js";
import { itemOutOfUse } from "./item-out-of-use.js";
import { overridePastItsRule } from "./override-past-its-rule.js";
import { ruleOutlivesItsCodes } from "./rule-outlives-its-codes.js";
import { rulesShareADay } from "./rules-share-a-day.js";
import { unlikelyDate } from "./unlikely-date.js";
import { waiverWithoutEnd } from "./waiver-without-end.js";

export const dates: readonly Lint[] = [
  authorityNewerThanRule,
  authorityOlderThanRule,
  codeBeginsLater,
  codeEndedBeforeRule,
  codeEndsEarlier,
  gapBeforeSuccessor,
  itemOutOfUse,
  overridePastItsRule,
  ruleOutlivesItsCodes,
  rulesShareADay,
  unlikelyDate,
  waiverWithoutEnd,
];
