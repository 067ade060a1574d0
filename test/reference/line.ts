/** The first kernel: is something true of this line? */
import type { LineCheck } from "@edict/rulebook";
import { chosen } from "./choices.js";
import { holds } from "./conditions.js";
import type { Question, Raised } from "./raised.js";
import { passes } from "./versions.js";

/** A finding on each subject line for which `requires` is false; on each at all where there is none. */
export function raisedByLine({ book, patient, clauses, row, check, isUnder }: Question<LineCheck>): Raised[] {
  return chosen(check.pick, check.subject, null, patient, row, book)
    .filter((subject) => isUnder(subject) && passes(clauses, subject, row, book))
    .filter((subject) => check.requires === null || !holds(check.requires, { book, subject, other: null, row }))
    .map((subject) => ({ subject, others: [], days: null, count: null, allowed: null }));
}
