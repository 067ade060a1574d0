/** Items of sets (codes, diagnoses, modifiers): what they hold, and what is left of one where something is taken out of it. */
import type { CodeSpan, DiagnosisSpan, IsoDate, ModifierSpan } from "@edict/rulebook";
import { afterPrefix, codeAt, codeOrdinal, renderDates, renderRange, withDot } from "@edict/rulebook";

/** What every item has. */
export interface Dated {
  readonly from: IsoDate | null;
  readonly until: IsoDate | null;
}

/** What a kind of item can do; the rest is alike for all. */
export interface SpanKind<Span extends Dated> {
  readonly words: (span: Span) => string;
  /** How a line is said that has it: `a line of`, `a line with modifier`. */
  readonly line: string;
  /** What can be forgotten of it: all, where it holds but one thing; else the thing at either end. */
  readonly ends: (span: Span) => readonly Span[];
  /** Whether all that the second holds is in the first, dates aside. */
  readonly holds: (span: Span, inner: Span) => boolean;
  /** What is left of the first without the second, which is in it. */
  readonly rest: (span: Span, taken: Span) => readonly Span[];
}

export const codeKind: SpanKind<CodeSpan> = {
  words: (span) => renderRange(span.first, span.last, span.from, span.until),
  line: "a line of",
  ends: (span) =>
    span.first === span.last
      ? [span]
      : [
          { ...span, last: span.first },
          { ...span, first: span.last },
        ],
  holds: (span, inner) => {
    const [first, last, innerFirst, innerLast] = [span.first, span.last, inner.first, inner.last].map(codeOrdinal);
    if (!first || !last || !innerFirst || !innerLast || first.shape !== innerFirst.shape) return false;
    return first.ordinal <= innerFirst.ordinal && innerLast.ordinal <= last.ordinal;
  },
  rest: (span, taken) => [
    ...(span.first === taken.first ? [] : [{ ...span, last: neighbour(taken.first, -1) }]),
    ...(span.last === taken.last ? [] : [{ ...span, first: neighbour(taken.last, 1) }]),
  ],
};

function neighbour(code: string, step: 1 | -1): string {
  const at = codeOrdinal(code);
  if (at === null) throw new Error(`${code} is an end of a range of codes, which its reader checks`);
  return codeAt(at.shape, at.ordinal + step);
}

export const diagnosisKind: SpanKind<DiagnosisSpan> = {
  words: (span) => {
    const first = withDot(span.first);
    const range = isOne(span) ? first : `${first} and on, before ${withDot(span.before)}`;
    return range + renderDates(span.from, span.until);
  },
  line: "a line with diagnosis",
  ends: (span) => {
    if (isOne(span)) return [span];
    const last = prefixBefore(span.before);
    return [
      { ...span, before: afterPrefix(span.first) },
      ...(last === null || last <= span.first ? [] : [{ ...span, first: last }]),
    ];
  },
  holds: (span, inner) => span.first <= inner.first && inner.before <= span.before,
  rest: (span, taken) => [
    ...(span.first === taken.first ? [] : [{ ...span, before: taken.first }]),
    ...(span.before === taken.before ? [] : [{ ...span, first: taken.before }]),
  ],
};

/** One diagnosis with everything more specific. */
function isOne({ first, before }: DiagnosisSpan): boolean {
  return afterPrefix(first) === before;
}

/** The prefix whose end is this one: of `C97` it is `C96`. Null where its last sign has none before it that a diagnosis may have. */
function prefixBefore(before: string): string | null {
  const earlier = String.fromCharCode(before.charCodeAt(before.length - 1) - 1);
  return /[0-9A-Z]/.test(earlier) ? before.slice(0, -1) + earlier : null;
}

export const modifierKind: SpanKind<ModifierSpan> = {
  words: (span) => span.modifier + renderDates(span.from, span.until),
  line: "a line with modifier",
  ends: (span) => [span],
  holds: (span, inner) => span.modifier === inner.modifier,
  rest: () => [],
};

/** True where one of the others holds all of the item, on all its dates. */
export function isCovered<Span extends Dated>(kind: SpanKind<Span>, span: Span, others: readonly Span[]): boolean {
  return others.some(
    (other) =>
      kind.holds(other, span) &&
      (other.from === null || (span.from !== null && other.from <= span.from)) &&
      (other.until === null || (span.until !== null && other.until >= span.until)),
  );
}

/** True where the two have something in common, dates aside. */
export function overlap<Span extends Dated>(kind: SpanKind<Span>, left: Span, right: Span): boolean {
  return (
    [left, ...kind.ends(left)].some((part) => kind.holds(right, part)) ||
    kind.ends(right).some((part) => kind.holds(left, part))
  );
}
