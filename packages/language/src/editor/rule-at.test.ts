import { expect, test } from "vitest";
import { analysed } from "./testing/analysed.js";
import { ruleAt } from "./rule-at.js";

const rules = (place: string): string => `rule R-1 "one"
  forbid 77301
  deny
rule R-2 "two"
  forbid 77427
  deny${place === "rule" ? "<|>" : ""}
waive R-1${place === "waive" ? "<|>" : ""} effective 2026-01-01
  because "x"
codes A = 77<|>301
test "a test"
  given starting 2026-03-02
  day 1  77301${place === "line" ? "<|>" : ""}
  expect R-1 on 77301 day 1
  expect no R-2${place === "expectation" ? "<|>" : ""}
`;

const at = (place: string): string | null => {
  const text = place === "set" ? rules(place) : rules(place).replace("77<|>301", "77301");
  const { analysis, path, offset } = analysed(text);
  return ruleAt(analysis, path, offset);
};

test("a place speaks of the rule that it names or stands in", () => {
  expect(["rule", "waive", "line", "expectation", "set"].map(at)).toEqual(["R-2", "R-1", "R-1", "R-2", null]);
});
