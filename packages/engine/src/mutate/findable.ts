/**
 * Whether clauses could find anything on a date at all. A rule whose codes end with 2025 is the same where it ends a day
 * later itself: such a slip changes nothing, and is not tried.
 */
import type { Check, Clauses, CodeChoice, CodeSpan, IsoDate } from "@edict/rulebook";
import { isRequired } from "./checks.js";
import type { Surroundings } from "./items.js";
import { codeKind, isCovered } from "./spans.js";

/** False only where it is sure that no line of that date has a finding. */
export function isFindable({ checks }: Pick<Clauses, "checks">, date: IsoDate, around: Surroundings): boolean {
  return checks.some((check) => hasSubject(check, date, around));
}

function hasSubject(check: Check, date: IsoDate, around: Surroundings): boolean {
  if (!holdsOn(check.subject.codes, date, around)) return false;
  if (check.kind !== "companion" || isRequired(check)) return true;
  const isSameDay = check.scope.windows.some(({ min, max }) => min.count === 0 && max?.count === 0);
  return !isSameDay || holdsOn(check.companion.codes, date, around);
}

/** Whether some code is in the choice on that date. */
function holdsOn({ any, sets, spans, columns, except }: CodeChoice, date: IsoDate, around: Surroundings): boolean {
  if (any || columns.length > 0) return true;
  const out = except === null ? [] : [...except.spans, ...except.sets.flatMap(around.codes)];
  return [...spans, ...sets.flatMap(around.codes)].some(
    (span) => isWithin(span, date) && !isCovered(codeKind, { ...span, from: date, until: date }, out),
  );
}

function isWithin({ from, until }: CodeSpan, date: IsoDate): boolean {
  return (from === null || from <= date) && (until === null || date <= until);
}
