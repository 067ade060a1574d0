/**
 * Which values of a dictionary are in a set of codes, diagnoses or modifiers, and on which days: worked out once for
 * each distinct value before any line is read, so that a line costs one look-up.
 */
import type { CodeSpan, DiagnosisSpan, ModifierSpan } from "@edict/rulebook";
import { codeOrdinal, compareBytes } from "@edict/rulebook";
import type { DateRanges } from "./date-ranges.js";
import { rangeOf, unionOf } from "./date-ranges.js";

/** Of each value of a dictionary that is in the set on some day: the days. By the value's index. */
export type ValueRanges = ReadonlyMap<number, DateRanges>;

/** Finds the values of one dictionary that lie within spans. */
export interface SpanFinder<Span> {
  readonly find: (spans: readonly Span[]) => ValueRanges;
}

/** Codes: within each shape they are ordered by their number, and a span is a stretch of that order. */
export function codeFinder(values: readonly string[]): SpanFinder<CodeSpan> {
  const shapes = new Map<string, { ordinal: number; id: number }[]>();
  for (const [id, code] of values.entries()) {
    const place = codeOrdinal(code);
    if (place === null) continue;
    const shape = shapes.get(place.shape) ?? [];
    shape.push({ ordinal: place.ordinal, id });
    shapes.set(place.shape, shape);
  }
  for (const shape of shapes.values()) shape.sort((a, b) => a.ordinal - b.ordinal);
  return {
    find: (spans) => {
      const found = new Map<number, DateRanges>();
      for (const span of spans) {
        const [first, last] = [codeOrdinal(span.first), codeOrdinal(span.last)];
        if (first === null || last === null) continue;
        const shape = shapes.get(first.shape) ?? [];
        for (let at = lowerBound(shape, (entry) => entry.ordinal < first.ordinal); at < shape.length; at++) {
          const entry = shape[at];
          if (entry === undefined || entry.ordinal > last.ordinal) break;
          add(found, entry.id, rangeOf(span));
        }
      }
      return found;
    },
  };
}

/** Diagnoses: ordered by bytes, and a span runs from its first up to but not including its end. */
export function diagnosisFinder(values: readonly string[]): SpanFinder<DiagnosisSpan> {
  const sorted = values.map((value, id) => ({ value, id })).sort((a, b) => compareBytes(a.value, b.value));
  return {
    find: (spans) => {
      const found = new Map<number, DateRanges>();
      for (const span of spans) {
        for (let at = lowerBound(sorted, (entry) => compareBytes(entry.value, span.first) < 0); ; at++) {
          const entry = sorted[at];
          if (entry === undefined || compareBytes(entry.value, span.before) >= 0) break;
          add(found, entry.id, rangeOf(span));
        }
      }
      return found;
    },
  };
}

/** Modifiers: one each. */
export function modifierFinder(values: readonly string[]): SpanFinder<ModifierSpan> {
  const ids = new Map(values.map((value, id) => [value, id]));
  return {
    find: (spans) => {
      const found = new Map<number, DateRanges>();
      for (const span of spans) {
        const id = ids.get(span.modifier);
        if (id !== undefined) add(found, id, rangeOf(span));
      }
      return found;
    },
  };
}

/** The days of either of two. */
export function unionOfRanges(all: readonly ValueRanges[]): ValueRanges {
  const [only] = all;
  if (all.length === 1 && only !== undefined) return only;
  const found = new Map<number, DateRanges>();
  for (const ranges of all) for (const [id, days] of ranges) add(found, id, days);
  return found;
}

function add(found: Map<number, DateRanges>, id: number, ranges: DateRanges): void {
  if (ranges.length === 0) return;
  const before = found.get(id);
  found.set(id, before === undefined ? ranges : unionOf(before, ranges));
}

function lowerBound<Item>(sorted: readonly Item[], isBelow: (item: Item) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = sorted[middle];
    if (item !== undefined && isBelow(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}
