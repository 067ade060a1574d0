/** Where a companion stands, as seen from the subject: `in the 60 days before it or on the same day`. */
import type { Duration, Scope, Window } from "@edict/rulebook";
import { fieldWords } from "./condition.js";
import { durationWords } from "./phrases.js";

/** All that must hold between the two lines. */
export function scopeWords({ windows, episode, same }: Scope): string {
  return [
    ...windows.map(windowWords),
    ...(episode === null ? [] : [`in the same ${episode}`]),
    ...same.map(sameWords),
  ].join(", ");
}

function sameWords(field: string): string {
  if (field === "claim") return "on the same claim";
  if (field === "provider") return "by the same provider";
  return `with the same ${fieldWords(field)}`;
}

function windowWords({ direction, min, max }: Window): string {
  const sides = direction === "either" ? "before or after it" : `${direction} it`;
  if (max === null) {
    return min.count === 0 ? `${sides} or on the same day` : `${durationWords(min)} or more ${sides}`;
  }
  if (max.count === 0 && min.count === 0) return "on the same day";
  if (min.count === 0) return `on the same day or up to ${durationWords(max)} ${sides}`;
  return `${lower(min, max)} to ${durationWords(max)} ${sides} (not on the same day)`;
}

function lower(min: Duration, max: Duration): string {
  return min.unit === max.unit ? String(min.count) : durationWords(min);
}
