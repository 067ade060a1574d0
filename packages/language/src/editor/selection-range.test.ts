import { expect, test } from "vitest";
import { selectionRanges } from "./selection-range.js";
import { analysed } from "./testing/analysed.js";

/** What is selected step by step at the caret. */
function selections(written: string): readonly string[] {
  const { analysis, path, offset } = analysed(written);
  const text = analysis.files.get(path)?.source.text ?? "";
  return selectionRanges(analysis, path, offset).map(({ start, end }) => text.slice(start, end));
}

test("word, item, list, clause, declaration, file", () => {
  expect(
    selections(`# Why.
rule R "title"
  bundle 77280, 772<|>90 until 2025-12-31 into 77301 on the same day
  deny
codes A = 77290
`),
  ).toEqual([
    "77290",
    "77290 until 2025-12-31",
    "77280, 77290 until 2025-12-31",
    "bundle 77280, 77290 until 2025-12-31 into 77301 on the same day",
    "bundle 77280, 77290 until 2025-12-31 into 77301 on the same day\n  deny",
    'rule R "title"\n  bundle 77280, 77290 until 2025-12-31 into 77301 on the same day\n  deny',
    '# Why.\nrule R "title"\n  bundle 77280, 77290 until 2025-12-31 into 77301 on the same day\n  deny',
    '# Why.\nrule R "title"\n  bundle 77280, 77290 until 2025-12-31 into 77301 on the same day\n  deny\ncodes A = 77290\n',
  ]);
});

test("a text grows from its word", () => {
  expect(selections(`payer P = "ONE TW<|>O", "MCR"`)).toEqual([
    "TWO",
    "ONE TWO",
    '"ONE TWO"',
    '"ONE TWO", "MCR"',
    'payer P = "ONE TWO", "MCR"',
  ]);
});

test("a test grows by its lines", () => {
  expect(selections(`test "t"\n  2026-03-02 772<|>80\n  2026-03-03 77301\n  expect nothing\n`).slice(0, 3)).toEqual([
    "77280",
    "2026-03-02 77280",
    "2026-03-02 77280\n  2026-03-03 77301",
  ]);
});

test("a comment outside of all grows to the file", () => {
  expect(selections(`# a<|>b\n\ncodes A = 77280\n`)).toEqual(["ab", "# ab\n\ncodes A = 77280\n"]);
});
