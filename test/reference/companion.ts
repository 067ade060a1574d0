/** The second kernel: does another line of this patient stand in this relation to the subject? */
import type { CompanionCheck, CompanionTest } from "@edict/rulebook";
import { chosen, isOneOf } from "./choices.js";
import type { Line } from "./lines.js";
import { amountOf, measured } from "./measures.js";
import type { Question, Raised } from "./raised.js";
import { inScope } from "./scope.js";
import { isMeant, passes, reaches } from "./versions.js";

/** A finding on each subject line by what of its companions stands in scope. */
export function raisedByCompanion(question: Question<CompanionCheck>): Raised[] {
  const { book, patient, clauses, row, check, isUnder } = question;
  const inPairs = check.finds.kind === "present" || check.finds.kind === "at-least";
  return chosen(check.pick, check.subject, check.scope.episode, patient, row, book)
    .filter(isUnder)
    .filter((subject) => (inPairs ? reaches(clauses, subject, row, book) : passes(clauses, subject, row, book)))
    .flatMap((subject) => {
      const companions = patient.lines
        .filter((other) => other !== subject && isOneOf(check.companion, other, row, book))
        .filter((other) => inScope(check.scope, patient, subject, other))
        .filter((other) => !inPairs || isMeant(clauses, subject, other, row, book));
      return finds(check.finds, companions, question) ? [raised(subject, companions, question)] : [];
    });
}

function finds(test: CompanionTest, companions: readonly Line[], { row }: Question<CompanionCheck>): boolean {
  switch (test.kind) {
    case "present":
      return companions.length > 0;
    case "absent":
      return companions.length === 0;
    case "at-least":
      return measured(test.measure, companions) >= amountOf(test.amount, row);
    case "fewer-than":
      return measured(test.measure, companions) < amountOf(test.amount, row);
  }
}

/** The finding names the nearest companion in days, then the first in input order. */
function raised(subject: Line, companions: readonly Line[], { check, row }: Question<CompanionCheck>): Raised {
  const away = (line: Line): number => Math.abs(line.day - subject.day);
  const nearest = [...companions].sort((a, b) => away(a) - away(b) || a.order - b.order)[0];
  const counts = check.finds.kind === "at-least" || check.finds.kind === "fewer-than" ? check.finds : null;
  return {
    subject,
    others: nearest === undefined ? [] : [nearest],
    days: nearest === undefined ? null : away(nearest),
    count: counts && measured(counts.measure, companions),
    allowed: counts && amountOf(counts.amount, row),
  };
}
