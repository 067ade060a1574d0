/** How far a companion may stand from its subject, in days, by the words of a scope; and what else has to be equal. */
import { addDuration } from "@edict/rulebook";
import type { NameReference, ScopeWord, WindowScope } from "../../ast/nodes.js";

/** Days from the subject to the companion that the scope allows; null where nothing bounds them. */
export interface Offsets {
  readonly first: number | null;
  readonly last: number | null;
  /** Within them, days that are too near. */
  readonly nearest: number;
}

/** What a scope allows, seen from a subject on a day; null where no day is left. */
export function offsetsOf(scopes: readonly ScopeWord[], day: number): Offsets | null {
  let first: number | null = null;
  let last: number | null = null;
  let nearest = 0;
  for (const scope of scopes) {
    if (scope.kind === "same-day") [first, last] = [0, 0];
    if (scope.kind !== "window") continue;
    const { min, max } = reach(scope, day);
    const isBefore = scope.word === "before" || scope.word === "precedes";
    const isAfter = scope.word === "after" || scope.word === "follows";
    const low = isAfter ? 0 : max === null ? null : -max.before;
    const high = isBefore ? 0 : max === null ? null : max.after;
    first = low === null ? first : Math.max(low, first ?? low);
    last = high === null ? last : Math.min(high, last ?? high);
    nearest = Math.max(nearest, min);
  }
  return first !== null && last !== null && first > last ? null : { first, last, nearest };
}

/** Months and years are as long as the calendar has them from that day. */
function reach(
  { within }: WindowScope,
  day: number,
): { readonly min: number; readonly max: { readonly before: number; readonly after: number } | null } {
  if (within === null) return { min: 0, max: null };
  const { min, max } = within;
  const nearest = min === null ? 0 : addDuration(day, { count: min, unit: max.unit }, 1) - day;
  return { min: nearest, max: { before: day - addDuration(day, max, -1), after: addDuration(day, max, 1) - day } };
}

/** The fields that both lines have to say alike. */
export function equalFields(scopes: readonly ScopeWord[]): readonly string[] {
  return scopes.flatMap((scope) => {
    if (scope.kind === "same-claim") return ["claim"];
    return scope.kind === "same-field" ? [scope.field.text] : [];
  });
}

/** The episode that both lines have to be in. */
export function episodeOf(scopes: readonly ScopeWord[]): NameReference | null {
  for (const scope of scopes) if (scope.kind === "same-episode") return scope.episode;
  return null;
}
