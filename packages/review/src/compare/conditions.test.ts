import type { Comparison } from "@edict/rulebook";
import { expect, test } from "vitest";
import type { NormalCondition } from "../normal/condition.js";
import { KnownRows } from "../normal/rows.js";
import { compareConditions } from "./conditions.js";

function compares(field: string, comparison: Comparison, value: number, bySize: boolean): NormalCondition {
  const [left, right] = [{ kind: "field", field } as const, { kind: "number", value } as const];
  return {
    kind: "question",
    negated: false,
    question: { kind: "compare", left, comparison, right, on: "subject", known: [], bySize },
  };
}

test("numbers are compared by size in fields of numbers alone: texts go by their first letter", () => {
  const direction = (bySize: boolean) =>
    compareConditions(compares("x", "<", 2, bySize), compares("x", "<", 11, bySize), new KnownRows());
  expect(direction(true)).toBe("more");
  // "15" stands before "2", and not before "11".
  expect(direction(false)).toBe("unknown");
});
