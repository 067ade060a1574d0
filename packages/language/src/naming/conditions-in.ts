/** A condition of a compiled rulebook and all that stand within it. */
import type { Condition } from "@edict/rulebook";

/** The condition itself first, then those within, however deep. */
export function conditionsIn(condition: Condition): readonly Condition[] {
  switch (condition.kind) {
    case "all":
    case "any":
      return [condition, ...condition.of.flatMap(conditionsIn)];
    case "not":
      return [condition, ...conditionsIn(condition.of)];
    case "row":
      return [condition, ...conditionsIn(condition.where)];
    case "in":
    case "compare":
    case "presence":
      return [condition];
  }
}
