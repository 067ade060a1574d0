/**
 * What a change does to dates that are closed: their charges were billed and settled by the rules as they were. Such a
 * change may be right, where somebody with authority says so; then the rule names who.
 */
import type { Citation, Rule, Rulebook } from "@edict/rulebook";
import type { DaysPiece } from "../cells/axes.js";
import type { Review, RuleChange } from "../review.js";
import type { Span } from "../spans.js";

export interface ClosedChange {
  readonly id: string;
  /** Where the rule finds other lines on closed dates, or may: the days of these spans are all closed. */
  readonly spans: readonly Span[];
  /** Closed days of findings that say something else. */
  readonly says: readonly DaysPiece[];
  /** What head's rule names and base's did not. None: nobody is named for the change. */
  readonly named: readonly Citation[];
}

/** The changes that reach dates up to and with `through`. A rule that only has another name finds what it found. */
export function closedChanges(
  { changes }: Review,
  through: number,
  base: Rulebook,
  head: Rulebook,
): readonly ClosedChange[] {
  return changes.flatMap((change): ClosedChange[] => {
    if (change.renamed !== null) return [];
    const spans = change.spans.flatMap((span): Span[] => {
      const days = closed(span.days, through);
      return days.length === 0 ? [] : [{ ...span, days }];
    });
    const says = closed(change.saysOn, through);
    if (spans.length === 0 && says.length === 0) return [];
    return [{ id: change.id, spans, says, named: newlyNamed(change, base, head) }];
  });
}

function closed(days: readonly DaysPiece[], through: number): DaysPiece[] {
  return days
    .filter(({ first }) => first <= through)
    .map(({ first, last }) => ({ first, last: Math.min(last, through) }));
}

/** Another version of the same authority, or another place in it, is named anew too. */
function newlyNamed({ base, head }: RuleChange, before: Rulebook, after: Rulebook): readonly Citation[] {
  const known = new Set(citations(base).map((citation) => keyOf(citation, before)));
  const found = new Map<string, Citation>();
  for (const citation of citations(head)) {
    const key = keyOf(citation, after);
    if (!known.has(key)) found.set(key, citation);
  }
  return [...found.values()];
}

function citations(rule: Rule | null): readonly Citation[] {
  if (rule === null) return [];
  return [
    ...rule.clauses.because,
    ...rule.overrides.flatMap(({ clauses }) => clauses.because),
    ...rule.waivers.flatMap(({ because }) => because),
  ];
}

function keyOf({ authority, detail }: Citation, { authorities }: Rulebook): string {
  const version = authorities.find(({ name }) => name === authority)?.version ?? null;
  return JSON.stringify([authority, version, detail]);
}
