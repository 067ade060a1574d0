/** Scope words → a scope of the rulebook. Directions are turned to say where the companion lies as the subject sees it. */
import type { Duration, Scope, Window } from "@edict/rulebook";
import type { DurationLiteral, ScopeWord, WindowScope, Within } from "../ast/nodes.js";
import type { LoweringPlace } from "./from-codes.js";
import { fieldOf } from "./from-condition.js";

/** All of it must hold. */
export function fromScope(place: Pick<LoweringPlace, "book">, words: readonly ScopeWord[]): Scope {
  const windows: Window[] = [];
  const same = new Set<string>();
  let episode: string | null = null;
  for (const word of words) {
    switch (word.kind) {
      case "same-day":
        windows.push({ direction: "either", min: noDays, max: noDays });
        break;
      case "same-claim":
        same.add("claim");
        break;
      case "same-episode":
        episode = word.episode.text;
        break;
      case "same-field":
        same.add(fieldOf(place, word.field).name);
        break;
      case "window":
        windows.push(fromWindow(word));
        break;
    }
  }
  return { windows, episode, same: [...same] };
}

/** The distance that `within` allows; any where there is none. */
export function fromWithin(within: Within | null): Pick<Window, "min" | "max"> {
  if (within === null) return { min: noDays, max: null };
  const { min, max } = within;
  return { min: min === null || min === 0 ? noDays : { count: min, unit: max.unit }, max: fromDuration(max) };
}

/** A duration without its place. */
export function fromDuration({ count, unit }: DurationLiteral): Duration {
  return { count, unit };
}

const noDays: Duration = { count: 0, unit: "days" };

function fromWindow({ within, word }: WindowScope): Window {
  return { direction: directionOf(word), ...fromWithin(within) };
}

/** `requires B before` and `into B that precedes` both have the companion come first. */
function directionOf(word: WindowScope["word"]): Window["direction"] {
  switch (word) {
    case null:
      return "either";
    case "before":
    case "precedes":
      return "before";
    case "after":
    case "follows":
      return "after";
  }
}
