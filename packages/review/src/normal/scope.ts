/**
 * Scopes and windows in one form: how far before and after the subject a companion may stand, whether on its very day,
 * and what must be equal. Weeks are days and years are months; days and months stay apart, since a month has no length.
 */
import type { Duration, Scope, Window } from "@edict/rulebook";
import { compareBytes } from "@edict/rulebook";
import type { Book, NormalEpisode } from "./book.js";
import { keyOf } from "./condition.js";
import { sorted } from "./patterns.js";

export interface Length {
  readonly count: number;
  readonly unit: "days" | "months";
}

/** All bounds hold: at least each of `atLeast`, at most each of `atMost` away. */
export interface Reach {
  readonly atLeast: readonly Length[];
  readonly atMost: readonly Length[];
}

export interface NormalScope {
  /** Null where nothing on that side is in scope. */
  readonly before: Reach | null;
  readonly after: Reach | null;
  readonly sameDay: boolean;
  readonly episode: NormalEpisode | null;
  readonly same: readonly string[];
}

export function normalScope({ windows, episode, same }: Scope, book: Book): NormalScope {
  return {
    before: side(windows, "before"),
    after: side(windows, "after"),
    sameDay: windows.every(({ min }) => min.count === 0),
    episode: episode === null ? null : book.episode(episode),
    same: sorted(same),
  };
}

export function lengthOf({ count, unit }: Duration): Length {
  switch (unit) {
    case "days":
      return { count, unit: "days" };
    case "weeks":
      return { count: count * 7, unit: "days" };
    case "months":
      return { count, unit: "months" };
    case "years":
      return { count: count * 12, unit: "months" };
  }
}

/** Whether the one is never shorter than the other, whatever the months. */
export function isAtLeast(one: Length, other: Length): boolean {
  return one.unit === other.unit ? one.count >= other.count : fewestDays(one) >= mostDays(other);
}

/** Whether all that is in the one scope is in the other. */
export function isScopeWithin(one: NormalScope, other: NormalScope): boolean {
  return (
    isReachWithin(one.before, other.before) &&
    isReachWithin(one.after, other.after) &&
    (!one.sameDay || other.sameDay) &&
    (other.episode === null || (one.episode !== null && isEpisodeWithin(one.episode, other.episode))) &&
    other.same.every((field) => one.same.includes(field))
  );
}

/** Lines of one episode are of one episode also where episodes end later. */
export function isEpisodeWithin(one: NormalEpisode, other: NormalEpisode): boolean {
  if (keyOf(one) === keyOf(other)) return true;
  if (keyOf(one.codes) !== keyOf(other.codes)) return false;
  const isIdle = one.ends.kind === "idle" && other.ends.kind === "idle";
  return isIdle && isAtLeast(lengthOf(other.ends.length), lengthOf(one.ends.length));
}

function isReachWithin(one: Reach | null, other: Reach | null): boolean {
  if (one === null) return true;
  if (other === null) return false;
  return (
    other.atLeast.every((bound) => one.atLeast.some((own) => isAtLeast(own, bound))) &&
    other.atMost.every((bound) => one.atMost.some((own) => isAtLeast(bound, own)))
  );
}

function side(windows: readonly Window[], direction: "before" | "after"): Reach | null {
  const opposite = direction === "before" ? "after" : "before";
  if (windows.some((window) => window.direction === opposite)) return null;
  const atLeast = tightest([{ count: 1, unit: "days" }, ...windows.map(({ min }) => lengthOf(min))], -1);
  const atMost = tightest(
    windows.flatMap(({ max }) => (max === null ? [] : [lengthOf(max)])),
    1,
  );
  const isNothing = atMost.some((most) => atLeast.some((least) => mostDays(most) < fewestDays(least)));
  return isNothing ? null : { atLeast, atMost };
}

/** Of each unit the bound that is the tightest: the smallest (`sign` 1) or the largest (-1), and none that says nothing. */
function tightest(lengths: readonly Length[], sign: 1 | -1): readonly Length[] {
  const units = ["days", "months"] as const;
  return units
    .flatMap((unit) => {
      const counts = lengths.filter((length) => length.unit === unit).map(({ count }) => count * sign);
      return counts.length === 0 ? [] : [{ count: Math.min(...counts) * sign, unit }];
    })
    .filter(({ count }) => sign === 1 || count > 0)
    .sort((one, other) => compareBytes(one.unit, other.unit));
}

/** A month and a day less or more than its part of the calendar's four hundred years is as far as clamping goes. */
function fewestDays({ count, unit }: Length): number {
  return unit === "days" ? count : Math.max(0, Math.floor(count * 30.4369) - 3);
}

function mostDays({ count, unit }: Length): number {
  return unit === "days" ? count : Math.ceil(count * 30.4369) + 3;
}
