import { expect, test } from "vitest";
import { analysed } from "../testing/analysed.js";
import { makeTests } from "./make-tests.js";

function made(written: string, keep: number): string | null {
  const { analysis, path, offset } = analysed(written);
  const at = { start: offset, end: offset };
  const [action] = makeTests(analysis, path, at, ({ tests }) => tests.slice(0, keep));
  const [edit] = action?.edits ?? [];
  const text = analysis.files.get(path)?.source.text ?? "";
  if (action === undefined || edit === undefined) return null;
  return `${action.title}\n${text.slice(0, edit.span.start)}${edit.text}${text.slice(edit.span.end)}`;
}

const rule = 'rule R<|> "t"\n  limit 77300 to 2 units per day\n  deny\n';

test("the tests that hold go below the rule and what belongs to it", () => {
  expect(made(`${rule}test "own"\n  2026-03-02 77300\n  expect no R\n\ncodes A = 77280\n`, 2))
    .toBe(`make 2 tests of R from its boundary
rule R "t"
  limit 77300 to 2 units per day
  deny
test "own"
  2026-03-02 77300
  expect no R

test "R: 2 units of 77300"
  given starting 2026-03-02
  day 1  77300 x2
  expect no R

test "R: 3 units of 77300"
  given starting 2026-03-02
  day 1  77300 x3
  expect R on 77300 day 1

codes A = 77280
`);
});

test("at the end of a file without a line break", () => {
  expect(made(rule.trimEnd(), 1)).toContain('  deny\n\ntest "R: 2 units of 77300"\n');
});

test("none where none holds, where all are there already, and elsewhere", () => {
  expect(made(rule, 0)).toBeNull();
  const all = `test "R: 2 units of 77300"\n  expect no R\ntest "R: 3 units of 77300"\n  expect no R\n`;
  expect(made(`${rule}${all}`, 2)).toBeNull();
  expect(made(`codes A<|> = 77280\n${rule.replace("<|>", "")}`, 2)).toBeNull();
});
