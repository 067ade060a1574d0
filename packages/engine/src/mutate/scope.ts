/** Where a companion may stand, with one slip: a word forgotten, a window a day off, its direction the wrong way round. */
import type { Duration, Scope, Window } from "@edict/rulebook";
import type { Edit } from "./edit.js";
import { edit, lifted, liftedItems, without } from "./edit.js";
import { durationWords, shiftedDurations } from "./shifts.js";

/** The slips in the scope words of a statement. */
export function scopeEdits(scope: Scope): readonly Edit<Scope>[] {
  const { windows, episode, same } = scope;
  const withoutWindows = windows.map((window, at) =>
    edit<Scope>({ ...scope, windows: without(windows, at) }, windowWords(window), "at any time", {
      ...pointAt(window),
      shownBy: "a companion outside of it",
    }),
  );
  const withoutEpisode =
    episode === null
      ? []
      : [
          edit<Scope>({ ...scope, episode: null }, `in the same ${episode}`, `in any ${episode}, or none`, {
            written: episode,
            shownBy: `a companion in another ${episode}`,
          }),
        ];
  const withoutSame = same.map((field, at) =>
    edit<Scope>({ ...scope, same: without(same, at) }, `with the same ${field}`, `with any ${field}`, {
      written: field,
      shownBy: `a companion with another ${field}`,
    }),
  );
  return [
    ...withoutWindows,
    ...lifted(liftedItems(windows, windowEdits), (changed): Scope => ({ ...scope, windows: changed })),
    ...withoutEpisode,
    ...withoutSame,
  ];
}

function windowEdits(window: Window): readonly Edit<Window>[] {
  const { min, max } = window;
  const changed = (value: Window, shownBy: string): Edit<Window> =>
    edit(value, windowWords(window), windowWords(value), { ...pointAt(window), shownBy });
  const far =
    max === null
      ? []
      : shiftedDurations(max, min.unit === max.unit ? min.count : 0).map((value) =>
          changed({ ...window, max: value }, `a companion ${durationWords(larger(max, value))} away`),
        );
  const most = max !== null && max.unit === min.unit ? max.count : Infinity;
  // On the same day alone, nothing is nearer.
  const near = isSameDay(window)
    ? []
    : shiftedDurations(min, 0)
        .filter(({ count }) => count <= most)
        .map((value) => changed({ ...window, min: value }, `a companion ${awayWords(smaller(min, value))}`));
  const turned = isSameDay(window)
    ? []
    : directionsFor(window.direction).map((direction) =>
        changed({ ...window, direction }, "a companion on the other side"),
      );
  return [...far, ...near, ...turned];
}

function isSameDay({ min, max }: Window): boolean {
  return min.count === 0 && max?.count === 0;
}

function directionsFor(direction: Window["direction"]): readonly Window["direction"][] {
  switch (direction) {
    case "before":
      return ["after"];
    case "after":
      return ["before"];
    case "either":
      return ["before", "after"];
  }
}

/** `within 30 days before`, `on the same day`, `within 1 to 30 days`. */
export function windowWords(window: Window): string {
  const { direction, min, max } = window;
  if (isSameDay(window)) return "on the same day";
  const side = direction === "either" ? "" : ` ${direction}`;
  if (max === null) {
    const reach = direction === "either" ? "at any time" : direction;
    if (min.count === 0) return reach;
    return `${durationWords(min)} or more${side}`;
  }
  if (min.count === 0) return `within ${durationWords(max)}${side}`;
  const low = min.unit === max.unit ? String(min.count) : durationWords(min);
  return `within ${low} to ${durationWords(max)}${side}`;
}

function pointAt({ direction, min, max }: Window): { readonly written?: string } {
  if (max === null) return direction === "either" ? {} : { written: direction };
  if (min.count === 0 && max.count === 0) return { written: "same day" };
  return { written: String(max.count) };
}

function larger(left: Duration, right: Duration): Duration {
  return right.count > left.count || left.unit === "weeks" ? { ...right, count: right.count } : left;
}

function smaller(left: Duration, right: Duration): Duration {
  return right.count < left.count ? right : left;
}

function awayWords(duration: Duration): string {
  return duration.count === 0 ? "on the same day" : `${durationWords(duration)} away`;
}
