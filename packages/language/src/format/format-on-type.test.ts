import { expect, test } from "vitest";
import { marked } from "../editor/testing/marked-text.js";
import { formatOnType } from "./format-on-type.js";

/** The text after a sign was typed at the caret and what follows was put right. */
function typed(written: string): string {
  const { text, carets } = marked(written);
  const offset = carets[0] ?? 0;
  // An editor puts its own indent behind a line break before it asks.
  const sign = /\n[ \t]*$/.test(text.slice(0, offset)) ? "\n" : text.charAt(offset - 1);
  return formatOnType(text, offset, sign)
    .toReversed()
    .reduce((done, edit) => done.slice(0, edit.start) + edit.text + done.slice(edit.end), text);
}

test.each([
  ["a clause under its rule", `rule R-1 "t"\n<|>`, `rule R-1 "t"\n  `],
  ["a clause under a clause", `  deny\n      <|>forbid A\n`, `  deny\n  forbid A\n`],
  ["a clause under a clause that was broken", `    into 77301\n    <|>`, `    into 77301\n  `],
  ["a list that goes on", `  77301,\n<|>`, `  77301,\n  `],
  ["a list that begins", `codes A =\n<|>`, `codes A =\n  `],
  ["a declaration under one that is done", `codes A = 1\n  <|>`, `codes A = 1\n`],
  ["a declaration after a blank line", `  deny\n\n<|>`, `  deny\n\n`],
  ["a comment at the end of a line", `rule R-1 "t"  # why\n<|>`, `rule R-1 "t"  # why\n  `],
  ["words that the language does not know", `hello\n   <|>`, `hello\n   `],
])("%s", (_, before, after) => {
  expect(typed(before)).toBe(after);
});

test("a row that is closed is put in columns with the others", () => {
  const before = `table T\n  | code | units |\n  | 77300 | 10 |\n| 77301|2|<|>\n\n`;
  expect(typed(before)).toBe(`table T\n  | code  | units |\n  | 77300 | 10    |\n  | 77301 | 2     |\n\n`);
});

test("a row that is not whole moves nothing", () => {
  const before = `table T\n  | code | units |\n  | 77300 |<|>\n`;
  expect(typed(before)).toBe(before.replace("<|>", ""));
});
