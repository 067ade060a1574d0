/**
 * How the findings of one check stand to those of another: by the laws of the three kernels. More subjects, more
 * companions where one is forbidden, fewer where one is required, a wider or a narrower scope, another allowance.
 */
import type { NormalCheck, NormalGroup, NormalLines } from "../normal/clauses.js";
import { keyOf } from "../normal/condition.js";
import { during } from "../normal/dated-set.js";
import type { KnownRows } from "../normal/rows.js";
import { isAtLeast, isEpisodeWithin, isScopeWithin } from "../normal/scope.js";
import { compareAllowances } from "./allowances.js";
import { compareConditions } from "./conditions.js";
import type { Direction } from "./direction.js";
import { allOf, byWithin, opposite, sameOr } from "./direction.js";
import { compareAmounts, compareLines } from "./lines.js";

/** Days of service of the subjects in question. */
export interface Days {
  readonly first: number;
  readonly last: number;
}

type CheckOf<Kind extends NormalCheck["kind"]> = Extract<NormalCheck, { kind: Kind }>;

export function compareChecks(base: NormalCheck, head: NormalCheck, days: Days, rows: KnownRows): Direction {
  if (keyOf(base) === keyOf(head)) return "same";
  if (base.kind === "line" && head.kind === "line") return compareLineChecks(base, head, days, rows);
  if (base.kind === "companion" && head.kind === "companion") return compareCompanions(base, head, days, rows);
  if (base.kind === "count" && head.kind === "count") return compareCounts(base, head, rows);
  return "unknown";
}

function compareLineChecks(base: CheckOf<"line">, head: CheckOf<"line">, days: Days, rows: KnownRows): Direction {
  return allOf([
    comparePicked(base, head, days, rows),
    opposite(compareConditions(base.requires, head.requires, rows)),
  ]);
}

function compareCompanions(
  base: CheckOf<"companion">,
  head: CheckOf<"companion">,
  days: Days,
  rows: KnownRows,
): Direction {
  if (base.finds.kind !== head.finds.kind) return "unknown";
  const isMore = base.finds.kind === "at-least";
  const companions = allOf([
    compareLines(base.companion, head.companion, rows),
    byWithin(isScopeWithin(base.scope, head.scope), isScopeWithin(head.scope, base.scope)),
  ]);
  const amount = sameKey(base.finds.measure, head.finds.measure)
    ? compareAmounts(base.finds.amount, head.finds.amount)
    : "unknown";
  return allOf([
    comparePicked(base, head, days, rows),
    // The first of an episode is another line where the episode is another one.
    base.pick === "each" ? "same" : sameOr(sameKey(base.scope.episode, head.scope.episode)),
    isMore ? companions : opposite(companions),
    isMore ? opposite(amount) : amount,
  ]);
}

/** Totals run over the lines of other days too, so that what the sets hold on some days alone is not asked. */
function compareCounts(base: CheckOf<"count">, head: CheckOf<"count">, rows: KnownRows): Direction {
  if (base.finds !== head.finds || base.measure !== head.measure) return "unknown";
  const allowance = compareAllowances(base.allowance, head.allowance, rows);
  const lines = compareLines(base.subject, head.subject, rows);
  if (base.finds === "fewer") {
    // The one line that is found is the last of all these lines.
    const [one, other] = [base.allowance.forEvery?.lines, head.allowance.forEvery?.lines];
    return allOf([sameOr(lines === "same" && sameKey(base.per, head.per) && sameKey(one, other)), allowance]);
  }
  const isRatio = base.allowance.forEvery !== null || head.allowance.forEvery !== null;
  const groups = compareGroups(base.per, head.per);
  return allOf([
    lines,
    opposite(allowance),
    // A wider group has more lines and, of a ratio, more to allow them.
    isRatio ? sameOr(groups === "same") : groups,
    base.allLines === head.allLines ? "same" : head.allLines ? "more" : "fewer",
  ]);
}

/** A group that is wider holds all the lines of the narrower ones. */
function compareGroups(base: NormalGroup, head: NormalGroup): Direction {
  const fields = byWithin(
    head.and.every((field) => base.and.includes(field)),
    base.and.every((field) => head.and.includes(field)),
  );
  return allOf([fields, byWithin(isGroupWithin(base.by, head.by), isGroupWithin(head.by, base.by))]);
}

function isGroupWithin(one: NormalGroup["by"], other: NormalGroup["by"]): boolean {
  if (keyOf(one) === keyOf(other) || other.kind === "patient") return true;
  if (one.kind === "episode" && other.kind === "episode") return isEpisodeWithin(one.episode, other.episode);
  if (one.kind === "window" && other.kind === "window") return isAtLeast(other.length, one.length);
  if (one.kind === "day") return other.kind === "window";
  return one.kind === "line" && (other.kind === "day" || other.kind === "window");
}

/** Subjects: which line is the first is another question than which lines there are. */
function comparePicked(
  base: CheckOf<"line" | "companion">,
  head: CheckOf<"line" | "companion">,
  days: Days,
  rows: KnownRows,
): Direction {
  if (base.pick === "each" && head.pick === "each") {
    return compareLines(onDays(base.subject, days), onDays(head.subject, days), rows);
  }
  const isSame = compareLines(base.subject, head.subject, rows) === "same";
  if (base.pick === head.pick) return sameOr(isSame);
  if (!isSame) return "unknown";
  return head.pick === "each" ? "more" : base.pick === "each" ? "fewer" : "unknown";
}

function onDays(lines: NormalLines, { first, last }: Days): NormalLines {
  return { ...lines, codes: { ...lines.codes, set: during(lines.codes.set, first, last) } };
}

function sameKey(one: unknown, other: unknown): boolean {
  return keyOf(one) === keyOf(other);
}
