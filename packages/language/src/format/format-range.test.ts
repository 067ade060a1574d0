import { expect, test } from "vitest";
import { marked } from "../editor/testing/marked-text.js";
import type { TextEdit } from "./edits.js";
import { formatRange } from "./format-range.js";

function applied(text: string, all: readonly TextEdit[]): string {
  return all.toReversed().reduce((done, edit) => done.slice(0, edit.start) + edit.text + done.slice(edit.end), text);
}

function formatted(written: string): string {
  const { text, ranges } = marked(written);
  const range = ranges[0] ?? { start: 0, end: text.length };
  return applied(text, formatRange(text, range.start, range.end));
}

test("a declaration is formatted whole where it is touched, and no other", () => {
  expect(formatted(`codes A=1\n\n\n  codes <|B|>=2,\n 3\n\n\ncodes C=4\n`)).toBe(
    `codes A=1\n\n\ncodes B = 2, 3\n\n\ncodes C=4\n`,
  );
});

test("two declarations, and what lies between them", () => {
  expect(formatted(`codes A=1\n\n\ncodes B<|=2\n\n\n\n# c\ncodes|> C=4\n`)).toBe(
    `codes A=1\n\n\ncodes B = 2\n\n# c\ncodes C = 4\n`,
  );
});

test("the comment above belongs to its declaration", () => {
  expect(formatted(`codes A=1\n  <|#|> about B\ncodes B=2\n`)).toBe(`codes A=1\n# about B\ncodes B = 2\n`);
});

test("blanks alone are left", () => {
  expect(formatted(`codes A=1\n\n<|\n|>\n\ncodes B=2\n`)).toBe(`codes A=1\n\n\n\n\ncodes B=2\n`);
});

test("line breaks are those of the file", () => {
  expect(formatted(`codes A=1\r\n<|rule|> R-1 "t" deny\r\n forbid A\r\n`)).toBe(
    `codes A=1\r\nrule R-1 "t"\r\n  forbid A\r\n  deny\r\n`,
  );
});
