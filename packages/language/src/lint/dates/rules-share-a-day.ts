/** A rule ends on the very day on which the one that takes its place begins: on that day both hold. */
import { formatDate } from "@edict/rulebook";
import { bookLint } from "../lint.js";
import { boundOf, nameOf, successions } from "./gap-before-successor.js";

export const rulesShareADay = bookLint(
  {
    code: "rules-share-a-day",
    severity: "warning",
    message: (p: { rule: string; next: string; day: string; before: string }) =>
      `on ${p.day} both ${p.rule} and ${p.next}, which takes its place, hold; end the first on ${p.before}`,
  },
  (book, found) => {
    for (const [rule, next] of successions(book)) {
      if (next.days.from !== rule.days.until || rule.days.from === rule.days.until) continue;
      const end = boundOf(rule, "to");
      const start = boundOf(next, "from");
      if (end === null || start === null) continue;
      const day = formatDate(next.days.from);
      const before = formatDate(next.days.from - 1);
      found(
        end,
        { rule: nameOf(rule), next: nameOf(next), day, before },
        {
          related: [{ at: start, text: "the next begins here" }],
          fixes: [{ title: `end it on ${before}`, edits: [{ at: end, text: before }] }],
        },
      );
    }
  },
);
