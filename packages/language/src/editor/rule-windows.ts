/** The windows of a rule's statement: how far from the subject's day it looks, and which way. */
import type { RuleDeclaration, ScopeWord, Within } from "../ast/nodes.js";
import type { Duration } from "@edict/rulebook";
import { isStatement } from "../names/versions.js";
import { partsOf } from "../names/statement-parts.js";

/** A stretch of days around the subject's own, which lies within it unless `min` says otherwise. */
export interface RuleWindow {
  readonly direction: "before" | "after" | "either";
  /** Null where the same day counts. */
  readonly min: Duration | null;
  readonly max: Duration;
}

/** The windows that bound how far a rule looks, in the order of the text. */
export function windowsOf({ clauses }: RuleDeclaration): readonly RuleWindow[] {
  return clauses.flatMap((clause) => {
    if (!isStatement(clause)) return [];
    if (clause.kind === "sequence") {
      return clause.links.flatMap(({ within }) => (within === null ? [] : [windowOf("before", within)]));
    }
    return partsOf(clause).scopes.flatMap(ofScope);
  });
}

function ofScope(scope: ScopeWord): readonly RuleWindow[] {
  if (scope.kind !== "window" || scope.within === null) return [];
  switch (scope.word) {
    case null:
      return [windowOf("either", scope.within)];
    case "before":
    case "precedes":
      return [windowOf("before", scope.within)];
    case "after":
    case "follows":
      return [windowOf("after", scope.within)];
  }
}

function windowOf(direction: RuleWindow["direction"], { min, max }: Within): RuleWindow {
  const { count, unit } = max;
  return { direction, min: min === null || min === 0 ? null : { count: min, unit }, max: { count, unit } };
}
