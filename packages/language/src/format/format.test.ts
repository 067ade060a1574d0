import fc from "fast-check";
import { expect, test } from "vitest";
import { linesOf } from "./edits.js";
import { format, formatWhole } from "./format.js";
import { matchedLines } from "./matched-lines.js";

test.each([
  ["nothing", "", ""],
  ["blanks alone", " \n\n", ""],
  ["comments alone", "\n# a\n\n\n# b", "# a\n\n# b\n"],
  ["what stands together stays together", "codes A=1\ncodes B = 2", "codes A = 1\ncodes B = 2\n"],
  ["one blank line where there were more", "codes A = 1\n\n\n\ncodes B = 2", "codes A = 1\n\ncodes B = 2\n"],
  ["two declarations on a line", "codes A = 1 codes B = 2", "codes A = 1\ncodes B = 2\n"],
  [
    "a declaration of several lines stands alone",
    'codes A = 1\nrule R-1 "t" forbid A deny\ncodes B = 2',
    'codes A = 1\n\nrule R-1 "t"\n  forbid A\n  deny\n\ncodes B = 2\n',
  ],
  [
    "override and waiver say on the first line whom they reach",
    "override R-1 because B forbid A in hospital effective to 2026-01-01 for P waive R-1\n  for P",
    "override R-1 for P in hospital effective to 2026-01-01\n  because B\n  forbid A\n\nwaive R-1 for P\n",
  ],
  [
    "columns of a file",
    'table T from "t.csv" a code,b text from "B"',
    'table T from "t.csv"\n  a code, b text from "B"\n',
  ],
  ["cells keep their quotes and bars", 'table T\n|a|\n|"x|\\| y" |\n', 'table T\n|a|\n|"x|\\| y" |\n'],
  ["and stand in columns", 'table T\n|a|bb|\n|"x\\| y"||\n', 'table T\n  | a       | bb |\n  | "x\\| y" |    |\n'],
  [
    "a long outcome",
    `rule R-1 "t"\n  forbid A\n  deny as CARC 97 "${"x".repeat(110)}"\n`,
    `rule R-1 "t"\n  forbid A\n  deny as CARC 97\n    "${"x".repeat(110)}"\n`,
  ],
  [
    "parentheses that do not fit",
    `rule R-1 "t"\n  forbid A\n  when not (field_a = "${"x".repeat(50)}" or field_b = "${"y".repeat(50)}")\n  deny\n`,
    `rule R-1 "t"\n  forbid A\n  when not (\n    field_a = "${"x".repeat(50)}"\n    or field_b = "${"y".repeat(50)}"\n  )\n  deny\n`,
  ],
])("%s", (_, written, laid) => {
  expect(format(written)).toBe(laid);
});

test.each([
  ["above a clause moves with it", `deny # 1\n  # 2\n  forbid A # 3`, `# 2\n  forbid A  # 3\n  deny  # 1`],
  ["before a comma comes after it", `forbid A # 1\n , B\n deny`, `forbid\n      A,  # 1\n      B\n  deny`],
  ["keeps parts from one line", `for P # 1\n in H\n forbid A\n deny`, `for P  # 1\n  in H\n  forbid A\n  deny`],
  ["of a clause that was taken out", `forbid A\n  deny\n  # suggest remove`, `forbid A\n  deny\n  # suggest remove`],
])("a comment %s", (_, clauses, laid) => {
  const head = `rule R-1 "t"\n  `;
  expect(format(`${head}${clauses}\n`)).toBe(`${head}${laid}\n`);
});

test("a comment on a rule in one line stays on its first line", () => {
  expect(format(`rule R-1 "t" forbid A deny # edict allow x: reason\n`)).toBe(
    `rule R-1 "t"  # edict allow x: reason\n  forbid A\n  deny\n`,
  );
});

test("what documents a declaration does, and what does not, does not", () => {
  expect(format(`codes A = 1\n# B\ncodes B = 2\n  # end\n\n# alone\n\nrule R-1 "t"\n`)).toBe(
    `codes A = 1\n# B\ncodes B = 2\n  # end\n\n# alone\n\nrule R-1 "t"\n`,
  );
});

test("a declaration with a mistake keeps its text, and its neighbours do not", () => {
  const { text, kept } = formatWhole(`codes A=1\nrule  R-1 "t" # c\n forbid  A,\n\n   deny\ncodes B=2\n`);
  expect(text).toBe(`codes A = 1\n\nrule  R-1 "t" # c\n forbid  A,\n\n   deny\n\ncodes B = 2\n`);
  expect(kept).toEqual([10]);
});

test("line breaks stay as they are, a mark of byte order does not", () => {
  expect(format("\uFEFFcodes A=1\r\n\r\ncodes B=2\r\n")).toBe("codes A = 1\r\n\r\ncodes B = 2\r\n");
});

test("a code that is added to a long list changes one line", () => {
  const code = fc.integer({ min: 77000, max: 77999 }).map(String);
  fc.assert(
    fc.property(fc.uniqueArray(code, { minLength: 30, maxLength: 90 }), (codes) => {
      const [added = "", ...others] = codes;
      // What comes last would give the line before it a comma.
      const [before, after] = [others, [added, ...others]].map((list) =>
        linesOf(format(`codes A = ${[...list].sort().join(", ")}, Simulation\n`)),
      );
      const same = matchedLines(before ?? [], after ?? []).length;
      expect((before?.length ?? 0) - same).toBeLessThanOrEqual(1);
      expect((after?.length ?? 0) - same).toBe(1);
    }),
    { seed: 1 },
  );
});
