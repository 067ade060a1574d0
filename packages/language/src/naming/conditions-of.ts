/** The conditions of a rule's clauses, wherever they stand. */
import type { Clauses, Condition, Rule } from "@edict/rulebook";
import { conditionsIn } from "./conditions-in.js";

/** Every condition, each followed by those within it. */
export function conditionsOf({ checks, when, unless }: Clauses): readonly Condition[] {
  const within = checks.flatMap((check) => {
    switch (check.kind) {
      case "line":
        return [check.subject.having, check.requires];
      case "companion":
        return [check.subject.having, check.companion.having];
      case "count":
        return [check.subject.having, check.allowance.forEvery?.lines.having ?? null];
    }
  });
  return [...within, when, unless].flatMap((condition) => (condition === null ? [] : conditionsIn(condition)));
}

/** The tables that a rule reads, as written or as overridden, by name. */
export function tablesOf({ clauses, overrides }: Rule): ReadonlySet<string> {
  const names = new Set<string>();
  for (const version of [clauses, ...overrides.map((override) => override.clauses)]) {
    if (version.table !== null) names.add(version.table);
    for (const condition of conditionsOf(version)) if (condition.kind === "row") names.add(condition.table);
  }
  return names;
}
