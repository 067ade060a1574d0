/**
 * The dates of lines that can matter to a rule. A slip in a date that no line of which the rule looks at changes nothing,
 * and is not tried: a set whose codes end with 2025 is the same a day longer, for a rule that ends with 2025 too.
 */
import type { Check, IsoDate, Reach, Rule, Window } from "@edict/rulebook";
import { addDuration, parseIsoDate } from "@edict/rulebook";

/** The first and the last of them, as day numbers. */
export interface Seen {
  readonly from: number;
  readonly to: number;
}

const all: Seen = { from: -Infinity, to: Infinity };

/** Of a rule with its overrides; waivers only take away. */
export function datesSeen({ clauses, overrides }: Rule): Seen {
  return [clauses, ...overrides.map((override) => override.clauses)]
    .map((version) =>
      version.checks.map((check) => widened(subjectDates(version), check)).reduce(union, subjectDates(version)),
    )
    .reduce(union);
}

/** Whether something that holds from one date until another holds on a date that is seen; null is open. */
export function isSeenBy({ from, to }: Seen, first: IsoDate | null, last: IsoDate | null): boolean {
  const start = first === null ? -Infinity : (parseIsoDate(first) ?? -Infinity);
  const end = last === null ? Infinity : (parseIsoDate(last) ?? Infinity);
  return start <= to && end >= from;
}

function subjectDates({ effective }: Reach): Seen {
  const bound = (end: "from" | "to"): number | null => {
    const value = effective?.[end] ?? null;
    return value?.kind === "date" ? parseIsoDate(value.date) : null;
  };
  return { from: bound("from") ?? -Infinity, to: bound("to") ?? Infinity };
}

/** `first` and `last` choose before they look, and what is counted or makes an episode may lie anywhere. */
function widened(subjects: Seen, check: Check): Seen {
  switch (check.kind) {
    case "line":
      return check.pick === "each" ? subjects : all;
    case "companion":
      if (check.pick !== "each" || check.scope.episode !== null) return all;
      return check.scope.windows.map((window) => reachable(subjects, window)).reduce(common, all);
    case "count": {
      const { finds, allowance, per } = check;
      if (finds === "fewer" || per.by.kind === "episode") return all;
      return allowance.forEvery === null || per.by.kind === "day" ? subjects : all;
    }
  }
}

/** Where companions within a window of such subjects lie, the subjects' own dates among them. */
function reachable({ from, to }: Seen, { direction, max }: Window): Seen {
  const shifted = (day: number, sign: 1 | -1): number =>
    max === null ? sign * Infinity : Number.isFinite(day) ? addDuration(day, max, sign) : day;
  return {
    from: direction === "after" ? from : shifted(from, -1),
    to: direction === "before" ? to : shifted(to, 1),
  };
}

function common(left: Seen, right: Seen): Seen {
  return { from: Math.max(left.from, right.from), to: Math.min(left.to, right.to) };
}

function union(left: Seen, right: Seen): Seen {
  return { from: Math.min(left.from, right.from), to: Math.max(left.to, right.to) };
}
