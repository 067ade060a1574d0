/**
 * Sets of values by date: what a code set, a list of diagnoses or of modifiers holds on each date of service, in one form
 * only, however it was written. Time is cut into slabs; within one, the set is intervals of keys that are ordered as
 * texts, or everything but them. Two sets are the same exactly where their forms are.
 */
import type { CodeSpan, DiagnosisSpan, IsoDate, ModifierSpan } from "@edict/rulebook";
import { codeOrdinal, parseIsoDate } from "@edict/rulebook";

/** Keys from `from` up to but not including `before`. */
export interface Interval {
  readonly from: string;
  readonly before: string;
}

/** From day `from` on, until the next slab's. In order, apart, never touching. */
export interface Slab {
  readonly from: number;
  /** Everything but the intervals. */
  readonly complement: boolean;
  readonly intervals: readonly Interval[];
}

/** The slabs of all time, the first from minus infinity; neighbours differ. */
export type DatedSet = readonly Slab[];

interface DatedInterval extends Interval {
  readonly first: number;
  readonly last: number;
}

export const emptySet: DatedSet = [{ from: -Infinity, complement: false, intervals: [] }];

export const everything: DatedSet = [{ from: -Infinity, complement: true, intervals: [] }];

export function codesSet(spans: readonly CodeSpan[]): DatedSet {
  return datedSet(
    spans.map(({ first, last, from, until }) => ({
      from: codeKey(first, 0),
      before: codeKey(last, 1),
      ...bounds(from, until),
    })),
  );
}

export function diagnosesSet(spans: readonly DiagnosisSpan[]): DatedSet {
  return datedSet(spans.map(({ first, before, from, until }) => ({ from: first, before, ...bounds(from, until) })));
}

export function modifiersSet(spans: readonly ModifierSpan[]): DatedSet {
  return datedSet(
    spans.map(({ modifier, from, until }) => ({ from: modifier, before: `${modifier}\0`, ...bounds(from, until) })),
  );
}

/** The code of a key, or what stands for it. */
export function codeOfKey(key: string): { readonly shape: string; readonly ordinal: number } {
  const at = key.lastIndexOf(":");
  return { shape: key.slice(0, at), ordinal: Number(key.slice(at + 1)) };
}

export function isEmpty(set: DatedSet): boolean {
  return set.every(({ complement, intervals }) => !complement && intervals.length === 0);
}

export function union(one: DatedSet, other: DatedSet): DatedSet {
  return combine(one, other, (inOne, inOther) => inOne || inOther);
}

export function minus(one: DatedSet, other: DatedSet): DatedSet {
  return combine(one, other, (inOne, inOther) => inOne && !inOther);
}

export function intersection(one: DatedSet, other: DatedSet): DatedSet {
  return combine(one, other, (inOne, inOther) => inOne && inOther);
}

export function isWithin(one: DatedSet, other: DatedSet): boolean {
  return isEmpty(minus(one, other));
}

/** What the set holds on the days `first` to `last`; nothing on others. */
export function during(set: DatedSet, first: number, last: number): DatedSet {
  const days: Slab[] = [{ from: -Infinity, complement: false, intervals: [] }];
  if (first === -Infinity) days.pop();
  days.push({ from: first, complement: true, intervals: [] });
  if (last < Infinity) days.push({ from: last + 1, complement: false, intervals: [] });
  return intersection(set, days);
}

/** The days on which something changes. */
export function changesOf(set: DatedSet): readonly number[] {
  return set.slice(1).map(({ from }) => from);
}

function datedSet(items: readonly DatedInterval[]): DatedSet {
  const starts = [...new Set([-Infinity, ...items.flatMap(({ first, last }) => [first, last + 1])])]
    .filter((day) => day < Infinity)
    .sort((one, other) => one - other);
  return merged(
    starts.map((from) => ({
      from,
      complement: false,
      intervals: joined(items.filter(({ first, last }) => first <= from && from <= last)),
    })),
  );
}

function combine(one: DatedSet, other: DatedSet, rule: (inOne: boolean, inOther: boolean) => boolean): DatedSet {
  const starts = [...new Set([...one, ...other].map(({ from }) => from))].sort((left, right) => left - right);
  return merged(
    starts.map((from) => {
      const [left, right] = [slabOn(one, from), slabOn(other, from)];
      // Beyond every interval lies what neither names.
      const complement = rule(left.complement, right.complement);
      return { from, complement, intervals: edgesOf(left, right, rule, complement) };
    }),
  );
}

/** Walks all edges: between two of them nothing changes. What differs from what lies beyond makes the intervals. */
function edgesOf(
  left: Slab,
  right: Slab,
  rule: (inOne: boolean, inOther: boolean) => boolean,
  beyond: boolean,
): readonly Interval[] {
  const edges = [
    ...new Set([...left.intervals, ...right.intervals].flatMap(({ from, before }) => [from, before])),
  ].sort(byUnits);
  const found: Interval[] = [];
  for (let at = 0; at + 1 < edges.length; at++) {
    const [from, before] = [edges[at] ?? "", edges[at + 1] ?? ""];
    if (rule(holds(left, from), holds(right, from)) !== beyond) found.push({ from, before });
  }
  return joined(found);
}

function holds({ complement, intervals }: Slab, key: string): boolean {
  let [low, high] = [0, intervals.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((intervals[middle]?.from ?? "") <= key) low = middle + 1;
    else high = middle;
  }
  const last = intervals[low - 1];
  return (last !== undefined && key < last.before) !== complement;
}

/** In order, those that touch or overlap as one. */
function joined(intervals: readonly Interval[]): readonly Interval[] {
  const sorted = [...intervals].sort((one, other) => byUnits(one.from, other.from));
  const found: Interval[] = [];
  for (const { from, before } of sorted) {
    const last = found.at(-1);
    if (last === undefined || last.before < from) found.push({ from, before });
    else if (last.before < before) found[found.length - 1] = { from: last.from, before };
  }
  return found;
}

function merged(slabs: readonly Slab[]): DatedSet {
  const found: Slab[] = [];
  for (const slab of slabs) {
    const last = found.at(-1);
    if (last === undefined || !sameSlab(last, slab)) found.push(slab);
  }
  return found;
}

function sameSlab(one: Slab, other: Slab): boolean {
  return (
    one.complement === other.complement &&
    one.intervals.length === other.intervals.length &&
    one.intervals.every(({ from, before }, at) => {
      const match = other.intervals[at];
      return match !== undefined && match.from === from && match.before === before;
    })
  );
}

function slabOn(set: DatedSet, day: number): Slab {
  const slab = set.findLast(({ from }) => from <= day);
  if (slab === undefined) throw new Error("the first slab of a dated set begins before every day");
  return slab;
}

function bounds(from: IsoDate | null, until: IsoDate | null): { readonly first: number; readonly last: number } {
  return { first: dayOf(from) ?? -Infinity, last: dayOf(until) ?? Infinity };
}

function dayOf(date: IsoDate | null): number | null {
  return date === null ? null : parseIsoDate(date);
}

function codeKey(code: string, more: number): string {
  const found = codeOrdinal(code);
  if (found === null) throw new Error("a rulebook that was read holds no code without a shape");
  return `${found.shape}:${String(found.ordinal + more).padStart(6, "0")}`;
}

/** Keys are plain letters and digits, so that units are bytes. */
function byUnits(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
