import { codeShape } from "@edict/rulebook";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isPlainCode, readBill, readCode, readForm, readPlace, readRevenue } from "./texts.js";
import { Unreadable } from "./unreadable.js";

const shown = (value: string | Unreadable): string => (value instanceof Unreadable ? value.code : value);

test.each([
  ["77301", "77301"],
  ["g6015", "G6015"],
  ["0394t", "0394T"],
  ["1071", "code-lost-zero"],
  ["394T", "code-lost-zero"],
  ["77301-26", "code-with-modifiers"],
  ["7730126", "code-with-modifiers"],
  ["77301 26 59", "code-with-modifiers"],
  ["77301.0", "code-unreadable"],
  ["773", "code-unreadable"],
  ["A1B2C", "code-unreadable"],
  ['="77301"', "code-unreadable"],
  ["=cmd|' /C calc'!A0", "code-unreadable"],
  ["x".repeat(1_000_000), "code-unreadable"],
])("the code %s is %s", (text, expected) => expect(shown(readCode(text))).toBe(expected));

test("bytes are a plain code where their text is a code in capitals", () => {
  const near = fc.oneof(fc.stringMatching(/^[\dA-Z]\d\d\d[\dA-Z]$/), fc.stringMatching(/^[\dA-Za-z/:@[ ]{4,6}$/));
  fc.assert(
    fc.property(near, (text) => {
      expect(isPlainCode(Buffer.from(` ${text} `), 1, 1 + text.length)).toBe(codeShape.test(text));
    }),
  );
});

test.each([
  ["11", "11"],
  ["1", "01"],
  ["011", "place-unreadable"],
  ["Office", "place-unreadable"],
])("the place %s is %s", (text, expected) => expect(shown(readPlace(text))).toBe(expected));

test.each([
  ["0333", "0333"],
  ["333", "0333"],
  ["33", "revenue-unreadable"],
  ["03330", "revenue-unreadable"],
])("the revenue code %s is %s", (text, expected) => expect(shown(readRevenue(text))).toBe(expected));

test.each([
  ["131", "131"],
  ["0131", "0131"],
  ["13x", "13X"],
  ["1", "bill-unreadable"],
  ["13-1", "bill-unreadable"],
])("the type of bill %s is %s", (text, expected) => expect(shown(readBill(text))).toBe(expected));

test.each([
  ["P", "professional"],
  ["Institutional", "institutional"],
  ["CMS-1500", "professional"],
  ["UB-04", "institutional"],
  ["837I", "institutional"],
  ["other", "form-unreadable"],
  ["constructor", "form-unreadable"],
])("the form %s is %s", (text, expected) => expect(shown(readForm(text))).toBe(expected));
