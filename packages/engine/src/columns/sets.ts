/**
 * On which days a value is in a set of codes, diagnoses or modifiers. A set is made ready once; a value is looked up
 * where a line first has it.
 */
import type { CodeSpan, DiagnosisSpan, ModifierSpan } from "@edict/rulebook";
import { codeNumber, compareBytes } from "@edict/rulebook";
import type { DateRanges } from "./date-ranges.js";
import { rangeOf, unionOf } from "./date-ranges.js";
import type { SpanOrder } from "./spans.js";
import { SpanTree } from "./spans.js";

/** The days on which a value is in the set; null: on none. */
export type SetOf = (value: string) => DateRanges | null;

/** Codes: within each shape they are ordered by their number, and a span is a stretch of that order. */
export function codeSet(spans: readonly CodeSpan[]): SetOf {
  const find = codeSpans(spans.map((span) => ({ ...span, item: rangeOf(span) })));
  return unionOfFound(find);
}

/** Finds, of spans of codes, those that hold a code. The ends of a span are of one shape. */
export function codeSpans<Item>(
  spans: readonly { readonly first: string; readonly last: string; readonly item: Item }[],
): (code: string, found: (item: Item) => void) => void {
  const tree = new SpanTree(
    spans.map(({ first, last, item }) => ({ first: codeNumber(first), last: codeNumber(last), item })),
    byNumber,
  );
  return (code, found) => {
    const number = codeNumber(code);
    if (number >= 0) tree.find(number, found);
  };
}

const byNumber: SpanOrder<number> = {
  compare: (left, right) => left - right,
  reaches: (last, key) => key <= last,
};

/** Diagnoses: ordered by bytes, and a span runs from its first up to but not including its end. */
export function diagnosisSet(spans: readonly DiagnosisSpan[]): SetOf {
  const tree = new SpanTree(
    spans.map((span) => ({ first: span.first, last: span.before, item: rangeOf(span) })),
    { compare: compareBytes, reaches: (before, key) => compareBytes(key, before) < 0 },
  );
  return unionOfFound((value, found) => tree.find(value, found));
}

/** Modifiers: one each. */
export function modifierSet(spans: readonly ModifierSpan[]): SetOf {
  const days = new Map<string, DateRanges>();
  for (const span of spans) {
    const more = rangeOf(span);
    const before = days.get(span.modifier);
    if (more.length > 0) days.set(span.modifier, before === undefined ? more : unionOf(before, more));
  }
  return (modifier) => days.get(modifier) ?? null;
}

/** The days of any of several. */
export function unionOfSets(sets: readonly SetOf[]): SetOf {
  const [only] = sets;
  if (only !== undefined && sets.length === 1) return only;
  return unionOfFound((value, found) => {
    for (const set of sets) {
      const days = set(value);
      if (days !== null) found(days);
    }
  });
}

function unionOfFound(find: (value: string, found: (ranges: DateRanges) => void) => void): SetOf {
  return (value) => {
    let all: DateRanges | null = null;
    find(value, (ranges) => {
      if (ranges.length > 0) all = all === null ? ranges : unionOf(all, ranges);
    });
    return all;
  };
}
