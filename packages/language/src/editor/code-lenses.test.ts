import { expect, test } from "vitest";
import { codeLenses, testsOf } from "./code-lenses.js";
import { analysed } from "./testing/analysed.js";

const text = `codes A = 77280
rule R "t"
  forbid A
  deny
test "one"
  2026-03-02 77280
  expect R on 77280 2026-03-02
  expect nothing else
--- other.edict
test "two"
  2026-03-02 77301
  expect no R
test "three"
  2026-03-02 77301
  expect nothing
`;

test("above each declaration what it is for", () => {
  const { analysis } = analysed(text);
  const source = analysis.files.get("rules.edict")?.source.text ?? "";
  expect(
    codeLenses(analysis, "rules.edict").map(({ kind, start, end }) => `${kind} ${source.slice(start, end)}`),
  ).toEqual(["references A", "tests R", "try R", "references R", 'test "one"']);
});

test("the tests of a rule are those that name it, in whatever file", () => {
  const { analysis } = analysed(text);
  expect(testsOf(analysis, "R").map(({ path, title }) => `${path} ${title}`)).toEqual([
    "other.edict two",
    "rules.edict one",
  ]);
  expect(testsOf(analysis, "S")).toEqual([]);
});

test("nothing stands above what has no name yet", () => {
  expect(codeLenses(analysed("codes A = 77280\ntest ").analysis, "rules.edict")).toHaveLength(1);
});
