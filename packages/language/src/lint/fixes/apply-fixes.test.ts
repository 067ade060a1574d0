import type { Diagnostic } from "@edict/rulebook";
import { expect, test } from "vitest";
import { applyPreferred } from "./apply-fixes.js";

/** A diagnostic of file `a` with a fix that puts a text in place of a stretch. */
function fixing(start: number, end: number, text: string, preferred = true): Diagnostic {
  const span = { file: "a", start, end };
  const fix = { title: "mend", edits: [{ span, text }] };
  return {
    code: "some-code",
    severity: "warning",
    message: "some message",
    at: { file: "a", line: 1, column: 1 },
    span,
    related: [],
    fixes: [preferred ? { ...fix, preferred: true } : fix],
  };
}

function mended(text: string, ...diagnostics: readonly Diagnostic[]): string {
  return applyPreferred(new Map([["a", text]]), diagnostics).texts.get("a") ?? text;
}

test("fixes apart from each other are all made", () => {
  expect(mended("one two three", fixing(0, 3, "1"), fixing(8, 13, "3"))).toBe("1 two 3");
});

test("of two that touch the first is made", () => {
  expect(mended("one two", fixing(0, 3, "1"), fixing(2, 5, "x"))).toBe("1 two");
  expect(mended("one two", fixing(0, 3, "1"), fixing(3, 4, "-"))).toBe("1 two");
  expect(mended("one", fixing(1, 1, "a"), fixing(1, 1, "b"))).toBe("oane");
});

test("a fix that is not preferred, or of a text that is not at hand, is not made", () => {
  expect(mended("one", fixing(0, 3, "1", false))).toBe("one");
  expect(applyPreferred(new Map([["b", "one"]]), [fixing(0, 3, "1")]).applied).toEqual([]);
});
