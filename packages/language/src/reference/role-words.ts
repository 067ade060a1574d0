/** What outcomes mean, and as what a code stands in a rule, in words. */
import type { Severity } from "@edict/rulebook";
import type { CodeRole } from "../naming/code-uses.js";

/** What an outcome means for the line. */
export const severityWords: { readonly [S in Severity]: string } = {
  deny: "it will not be paid",
  hold: "it needs a correction before it is billed",
  review: "a person should look at it",
  advise: "worth knowing",
};

/** Said of a set or a code within one rule. */
export const roleWords: { readonly [R in CodeRole]: string } = {
  subject: "the lines that it looks at",
  companion: "the lines that it looks for beside them",
  ratio: "the lines that the allowance is reckoned from",
  episode: "the lines that make an episode",
  condition: "asked about in a condition",
  suggestion: "suggested in place of the code",
};

/** Said of a code: the headings of its page. */
export const roleTitles: { readonly [R in CodeRole]: string } = {
  subject: "Rules that look at it",
  companion: "Rules that look for it beside another line",
  ratio: "Rules that reckon an allowance from it",
  episode: "Rules that look within an episode of it",
  condition: "Rules that ask about it in a condition",
  suggestion: "Rules that suggest it",
};
