/**
 * The arithmetic of dated sets. A block is an interval of positions times an interval of days; `settle` takes blocks
 * that are in and blocks that are out, and gives the one canonical list of blocks for what remains: the same set always
 * gives the same list, however it was written. One sweep over the positions, so that a set of many codes costs its
 * sorting and no more.
 */

/** Days from `from` to `until`, both inclusive. */
export interface Days {
  readonly from: number;
  readonly until: number;
}

/** Positions from `start` up to but not including `end`, on the days between `from` and `until`. */
export interface Block extends Days {
  readonly start: string;
  readonly end: string;
}

/** Before and after every date of the calendar: the bounds of what is open-ended. Whole numbers, so that a day can be added. */
export const always: Days = { from: -1e9, until: 1e9 };

/** What is in `include` and not in `exclude`: blocks that do not overlap, as long as they can be, by start and then by first day. */
export function settle(include: readonly Block[], exclude: readonly Block[]): readonly Block[] {
  return (exclude.length === 0 ? onSameDays(include) : null) ?? sweep(include, exclude);
}

/** Most sets have no dates: their blocks are sorted, and those that touch are joined. Null where days differ. */
function onSameDays(blocks: readonly Block[]): readonly Block[] | null {
  const [{ from, until } = always] = blocks;
  if (blocks.some((block) => block.from !== from || block.until !== until)) return null;
  if (from > until) return [];
  const settled: Block[] = [];
  let open: { readonly start: string; end: string; readonly from: number; readonly until: number } | null = null;
  for (const { start, end } of blocks.toSorted((left, right) => order(left.start, right.start))) {
    if (start >= end) continue;
    if (open !== null && start <= open.end) {
      if (end > open.end) open.end = end;
    } else {
      open = { start, end, from, until };
      settled.push(open);
    }
  }
  return settled;
}

/** One sweep over the positions, for any days and for blocks that are out. */
function sweep(include: readonly Block[], exclude: readonly Block[]): readonly Block[] {
  const changes: Change[] = [];
  addChanges(changes, include, true);
  addChanges(changes, exclude, false);
  changes.sort((left, right) => order(left.at, right.at));

  const inside: Tally = new Map();
  const outside: Tally = new Map();
  const open = new Map<string, { readonly start: string; readonly days: Days }>();
  const settled: Block[] = [];
  for (let index = 0; index < changes.length;) {
    const at = changes[index]?.at;
    if (at === undefined) break;
    let changed = false;
    for (; index < changes.length; index++) {
      const change = changes[index];
      if (change === undefined || change.at !== at) break;
      changed = count(change.inside ? inside : outside, change.days, change.step) || changed;
    }
    if (!changed) continue;
    const current = new Map(withoutDays(joinDays(daysOf(inside)), daysOf(outside)).map((days) => [key(days), days]));
    for (const [name, { start, days }] of open) {
      if (current.has(name)) continue;
      settled.push({ start, end: at, from: days.from, until: days.until });
      open.delete(name);
    }
    for (const [name, days] of current) if (!open.has(name)) open.set(name, { start: at, days });
  }
  return settled.sort((left, right) => order(left.start, right.start) || left.from - right.from);
}

/** The union of stretches of days, sorted, neighbours joined. */
function joinDays(stretches: readonly Days[]): readonly Days[] {
  const joined: Days[] = [];
  for (const next of stretches.toSorted((left, right) => left.from - right.from)) {
    const last = joined.at(-1);
    if (last === undefined || next.from > last.until + 1) joined.push(next);
    else if (next.until > last.until) joined[joined.length - 1] = { from: last.from, until: next.until };
  }
  return joined;
}

/** The days that two stretches share, or null. */
export function sharedDays(left: Days, right: Days): Days | null {
  const from = Math.max(left.from, right.from);
  const until = Math.min(left.until, right.until);
  return from <= until ? { from, until } : null;
}

function withoutDays(stretches: readonly Days[], removed: readonly Days[]): readonly Days[] {
  let left = stretches;
  for (const { from, until } of removed) {
    left = left.flatMap((days) =>
      [
        { from: days.from, until: Math.min(days.until, from - 1) },
        { from: Math.max(days.from, until + 1), until: days.until },
      ].filter((part) => part.from <= part.until),
    );
  }
  return left;
}

interface Change {
  readonly at: string;
  readonly step: 1 | -1;
  readonly inside: boolean;
  readonly days: Days;
}

function addChanges(changes: Change[], blocks: readonly Block[], inside: boolean) {
  for (const { start, end, from, until } of blocks) {
    if (start >= end || from > until) continue;
    const days = { from, until };
    changes.push({ at: start, step: 1, inside, days }, { at: end, step: -1, inside, days });
  }
}

/** How many blocks of each stretch of days are open. */
type Tally = Map<string, { readonly days: Days; readonly count: number }>;

/** Counts one more or one less; true where a stretch appeared or went. */
function count(tally: Tally, days: Days, step: 1 | -1): boolean {
  const name = key(days);
  const before = tally.get(name)?.count ?? 0;
  if (before + step === 0) tally.delete(name);
  else tally.set(name, { days, count: before + step });
  return before === 0 || before + step === 0;
}

function daysOf(tally: Tally): readonly Days[] {
  return [...tally.values()].map((entry) => entry.days);
}

function key(days: Days): string {
  return `${days.from}:${days.until}`;
}

function order(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
