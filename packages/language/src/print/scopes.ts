/** The words of a scope as text. */
import type { ScopeWord, WindowScope, Within } from "../ast/nodes.js";
import { durationOf, joined } from "./words.js";

/** `on the same day by the same provider` */
export function scopesOf(scopes: readonly ScopeWord[]): string {
  return scopes.map(scopeOf).join(" ");
}

/** `within 30 days`, `within 1 to 30 days` */
export function withinOf({ min, max }: Within): string {
  return min === null ? `within ${durationOf(max)}` : `within ${min} to ${durationOf(max)}`;
}

function scopeOf(scope: ScopeWord): string {
  switch (scope.kind) {
    case "same-day":
      return "on the same day";
    case "same-claim":
      return "on the same claim";
    case "same-episode":
      return `in the same ${scope.episode.text}`;
    case "same-field":
      return scope.field.text === "provider" ? "by the same provider" : `with the same ${scope.field.text}`;
    case "window":
      return windowOf(scope);
  }
}

/** The direction stands before the distance after `that`, and behind it after `requires`. */
function windowOf({ within, word }: WindowScope): string {
  const distance = within === null ? null : withinOf(within);
  return word === "follows" || word === "precedes" ? joined(`that ${word}`, distance) : joined(distance, word);
}
