/**
 * Sets of days as sorted, disjoint pairs `[from, until, from, until, …]`, both ends inside. They carry the `from` and
 * `until` of dated items: a code is in a set on these days of service (`language.md` section 3).
 */
import type { IsoDate } from "@edict/rulebook";
import { parseIsoDate } from "@edict/rulebook";

export type DateRanges = readonly number[];

/** Beyond every day that a date can name. */
export const firstDay = -1_000_000_000;
export const lastDay = 1_000_000_000;

/** Every day. Undated items share this very array, so that `ranges === always` is the quick test. */
export const always: DateRanges = [firstDay, lastDay];

/** The days from one date up to another, null being open. */
export function rangeOf(bounds: { readonly from: IsoDate | null; readonly until: IsoDate | null }): DateRanges {
  if (bounds.from === null && bounds.until === null) return always;
  const from = bounds.from === null ? firstDay : dayOf(bounds.from);
  const until = bounds.until === null ? lastDay : dayOf(bounds.until);
  return from <= until ? [from, until] : [];
}

/** The day number of a date of the rulebook. Its reader has checked it, so that another text is our mistake. */
export function dayOf(date: IsoDate): number {
  const day = parseIsoDate(date);
  if (day === null) throw new Error(`a rulebook's dates are dates of the calendar; this one is ${date}`);
  return day;
}

export function holdsOn(ranges: DateRanges, day: number): boolean {
  for (let index = 0; index < ranges.length; index += 2) {
    if (day >= (ranges[index] ?? 0) && day <= (ranges[index + 1] ?? 0)) return true;
  }
  return false;
}

/** The days of either. */
export function unionOf(left: DateRanges, right: DateRanges): DateRanges {
  if (left === always || right === always) return always;
  const pairs = [...pairsOf(left), ...pairsOf(right)].sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const pair of pairs) {
    const last = merged.at(-1);
    if (last !== undefined && pair[0] <= last[1] + 1) last[1] = Math.max(last[1], pair[1]);
    else merged.push([pair[0], pair[1]]);
  }
  return shared(merged.flat());
}

/** The days of the first that are not of the second. */
export function without(ranges: DateRanges, taken: DateRanges): DateRanges {
  let left = pairsOf(ranges);
  for (const [from, until] of pairsOf(taken)) {
    left = left.flatMap(([start, end]) => {
      const kept: [number, number][] = [];
      if (start < from) kept.push([start, Math.min(end, from - 1)]);
      if (end > until) kept.push([Math.max(start, until + 1), end]);
      return kept;
    });
  }
  return shared(left.flat());
}

function pairsOf(ranges: DateRanges): [number, number][] {
  const pairs: [number, number][] = [];
  for (let index = 0; index < ranges.length; index += 2) pairs.push([ranges[index] ?? 0, ranges[index + 1] ?? 0]);
  return pairs;
}

function shared(ranges: number[]): DateRanges {
  return ranges.length === 2 && ranges[0] === firstDay && ranges[1] === lastDay ? always : ranges;
}
