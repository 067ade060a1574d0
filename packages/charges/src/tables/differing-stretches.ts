/**
 * Two histories of one thing, and the stretches of days on which they differ. A history is a list of rows, each in force
 * from a day to a day; several may be in force at once, and then what is said is what they all say.
 */
import { noDate } from "@edict/rulebook";

/** Something said from a day to a day, both included; `noDate` where there is none. */
export interface Spoken {
  readonly from: number;
  readonly to: number;
  /** A number for each column of values, as the table's comparable columns have it. */
  readonly says: readonly number[];
}

/** Days, one after another, on which something was said and something else is said now. */
export interface DifferingStretch {
  readonly from: number;
  readonly to: number;
  readonly was: readonly (readonly number[])[];
  readonly now: readonly (readonly number[])[];
}

/** The stretches on which two histories differ, in the order of their days. Days before `since` are left out. */
export function differingStretches(
  was: readonly Spoken[],
  now: readonly Spoken[],
  since: number,
): readonly DifferingStretch[] {
  const starts = new Set([since]);
  for (const { from, to } of [...was, ...now]) {
    if (from > since) starts.add(from);
    if (to !== noDate && to >= since) starts.add(to + 1);
  }
  const days = [...starts].sort((one, other) => one - other);
  const found: DifferingStretch[] = [];
  for (const [index, from] of days.entries()) {
    const next = days[index + 1];
    const to = next === undefined ? noDate : next - 1;
    const stretch = { from, to, was: saidOn(was, from), now: saidOn(now, from) };
    if (same(stretch.was, stretch.now)) continue;
    const last = found.at(-1);
    if (last !== undefined && last.to === from - 1 && same(last.was, stretch.was) && same(last.now, stretch.now)) {
      found[found.length - 1] = { ...last, to };
    } else found.push(stretch);
  }
  return found;
}

/** What is said on a day: each thing once, in order. */
function saidOn(history: readonly Spoken[], day: number): readonly (readonly number[])[] {
  const said = history.filter(({ from, to }) => from <= day && (to === noDate || to >= day)).map(({ says }) => says);
  if (said.length < 2) return said;
  return said.sort(compare).filter((says, index) => index === 0 || compare(says, said[index - 1] ?? []) !== 0);
}

function same(one: readonly (readonly number[])[], other: readonly (readonly number[])[]): boolean {
  return one.length === other.length && one.every((says, index) => compare(says, other[index] ?? []) === 0);
}

function compare(one: readonly number[], other: readonly number[]): number {
  for (const [index, number] of one.entries()) {
    const that = other[index] ?? number;
    // Not by their difference: a blank number is no finite one.
    if (number !== that) return number < that ? -1 : 1;
  }
  return 0;
}
