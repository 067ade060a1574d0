/** A rule ends, and the one that takes its place begins later: on the days between nothing is looked for. */
import { counted, formatDate } from "@edict/rulebook";
import type { Dated } from "../facts/kin.js";
import { kinOf } from "../facts/kin.js";
import type { Book } from "../../names/book.js";
import { stretchOf } from "../../source/source.js";
import type { Stretch } from "../../source/source.js";
import { bookLint } from "../lint.js";

export const gapBeforeSuccessor = bookLint(
  {
    code: "gap-before-successor",
    severity: "warning",
    message: (p: { rule: string; end: string; next: string; start: string; days: number }) =>
      `${p.rule} ends on ${p.end}, and ${p.next}, which takes its place, begins on ${p.start}; ` +
      `close the gap of ${counted(p.days, "day")}, or say why it is there`,
  },
  (book, found) => {
    for (const [rule, next] of successions(book)) {
      const gap = next.days.from - rule.days.until - 1;
      if (gap <= 0) continue;
      const end = boundOf(rule, "to");
      const start = boundOf(next, "from");
      if (end === null || start === null) continue;
      const before = formatDate(next.days.from - 1);
      const after = formatDate(rule.days.until + 1);
      found(
        end,
        {
          rule: nameOf(rule),
          end: formatDate(rule.days.until),
          next: nameOf(next),
          start: formatDate(next.days.from),
          days: gap,
        },
        {
          related: [{ at: start, text: "the next begins here" }],
          fixes: [
            { title: `let ${nameOf(rule)} end on ${before}`, edits: [{ at: end, text: before }] },
            { title: `let ${nameOf(next)} begin on ${after}`, edits: [{ at: start, text: after }] },
          ],
        },
      );
    }
  },
);

/** Each rule that ends with the kin that begins next, where no other bridges the two. */
export function successions(book: Book): readonly (readonly [Dated, Dated])[] {
  const found: (readonly [Dated, Dated])[] = [];
  for (const family of kinOf(book)) {
    // The one that lasts longest of those that began before.
    let longest: Dated | null = null;
    for (const next of family) {
      if (longest !== null) found.push([longest, next]);
      if (longest === null || next.days.until > longest.days.until) longest = next;
    }
  }
  return found;
}

/** The date that bounds a rule on one side. */
export function boundOf({ version }: Dated, side: "from" | "to"): Stretch | null {
  const { effective } = version.clauses;
  const bound = effective?.node[side] ?? null;
  return effective === null || bound?.kind !== "date-literal" ? null : stretchOf(effective.source, bound);
}

/** The rule's id. */
export function nameOf({ version }: Dated): string {
  return version.parts.rule.node.name.text;
}
