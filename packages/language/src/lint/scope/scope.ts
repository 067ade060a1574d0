/** The lints of the family `scope`: whom and where rules reach, and how far they look for a companion. */
import type { Lint } from "../lint.js";
import { aliasOfTwoPayers } from "./alias-of-two-payers.js";
import { overrideRepeatsItsRule } from "./override-repeats-its-rule.js";
import { payerWithinGroup } from "./payer-within-group.js";
import { redundantWindow } from "./redundant-window.js";
import { sameDayWithoutProvider } from "./same-day-without-provider.js";
import { twoRulesOneMeaning } from "./two-rules-one-meaning.js";
import { unusedField, unusedPayer, unusedSetting } from "./unused-party.js";
import { windowBothWays } from "./window-both-ways.js";
import { windowLongerThanEpisode } from "./window-longer-than-episode.js";

export const scope: readonly Lint[] = [
  aliasOfTwoPayers,
  overrideRepeatsItsRule,
  payerWithinGroup,
  redundantWindow,
  sameDayWithoutProvider,
  twoRulesOneMeaning,
  unusedField,
  unusedPayer,
  unusedSetting,
  windowBothWays,
  windowLongerThanEpisode,
];
