import { test } from "vitest";
import { expectFound } from "../testing/lint-tester.js";

test("two sets that hold the same, however they are written", () => {
  expectFound(
    "sets-alike",
    `codes A = 77280..77281, 77290
codes <|B|> = 77290, 77280, 77281
codes C = A
codes D = 77280..77281 until 2025-12-31, 77290
diagnoses E = C61
diagnoses <|F|> = C61
modifiers G = 59, XS
modifiers <|H|> = XS, 59
`,
  );
});

test("names that differ in capitals alone, whatever they name", () => {
  expectFound("name-differs-by-case", 'codes Plan = 77301\npayer <|PLAN|> = "PLAN"\ncodes Plans = 77295\n');
});

test("a list that two rules write out", () => {
  const rule = (id: string, codes: string): string => `rule ${id} "${id}"\n  forbid ${codes}\n  deny\n`;
  expectFound("list-without-a-name", rule("R-1", "77280, 77285, 77290") + rule("R-2", "<|77290, 77285, 77280|>"));
  expectFound("list-without-a-name", rule("R-1", "77280, 77285") + rule("R-2", "77280, 77285"));
  expectFound("list-without-a-name", rule("R-1", "77280, 77285, 77290") + rule("R-2", "77280, 77285, 77291"));
});
