import { expect, test } from "vitest";
import { lint } from "../../lint/run-lints.js";
import { acted, titlesAt } from "../testing/acted.js";
import { analysed } from "../testing/analysed.js";
import { codeActions } from "./code-actions.js";

test("a comment with a reason goes directly above the declaration", () => {
  expect(acted("# Planning.\ncodes A<|> = 77301\n", "allow unused-set here, for a reason")).toBe(
    "# Planning.\n# edict allow unused-set: ‹why›\ncodes A = 77301\n",
  );
});

test("what is silenced already is not said, and what is said of a silence is not to be silenced", () => {
  for (const comment of ["# edict allow unused-set: later", "# edict allow unused-set"]) {
    const { analysis, path, offset } = analysed(`${comment}\ncodes A<|> = 77301\n`);
    const linted = { ...analysis, diagnostics: lint(analysis) };
    expect(codeActions(linted, path, { start: offset, end: offset }, ["quickfix"])).toEqual([]);
  }
});

test("what only a lint says may be silenced", () => {
  const { analysis, path, offset } = analysed('authority A<|> "title"\n');
  const linted = { ...analysis, diagnostics: lint(analysis) };
  const found = codeActions(linted, path, { start: offset, end: offset }, ["quickfix"]);
  expect(found.map(({ title }) => title)).toContain("allow unused-authority here, for a reason");
});

test("an error is not to be silenced, nor what stands elsewhere", () => {
  expect(titlesAt("codes A = Nobody<|>\ncodes B = A\n", ["quickfix"])).toEqual([]);
  expect(titlesAt("codes A = 773<|>01\n", ["quickfix"])).toEqual([]);
});
