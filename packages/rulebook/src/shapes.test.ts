import fc from "fast-check";
import { expect, test } from "vitest";
import {
  afterPrefix,
  codeAt,
  codeNumber,
  codeNumbers,
  codeOrdinal,
  codeShape,
  compareBytes,
  diagnosisShape,
  looseDiagnosisShape,
  modifierShape,
  nameShape,
} from "./shapes.js";
import { holdsFormat } from "./description/text-formats.js";

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const letter = fc.stringMatching(/^[A-Z]$/);
const anyCode = fc.oneof(
  digits(5),
  fc.tuple(digits(4), letter).map((parts) => parts.join("")),
  fc.tuple(letter, digits(4)).map((parts) => parts.join("")),
);

test("codes have one of three shapes", () => {
  for (const code of ["77301", "0394T", "G6015"]) expect(codeOrdinal(code), code).not.toBe(null);
  for (const text of ["7730", "773011", "g6015", "GG601", "G601T", "77-01", "77301 ", ""]) {
    expect(codeOrdinal(text), text).toBe(null);
  }
});

test("a code's place within its shape leads back to the code", () => {
  fc.assert(
    fc.property(anyCode, (code) => {
      const at = codeOrdinal(code);
      expect(at === null ? null : codeAt(at.shape, at.ordinal)).toBe(code);
    }),
  );
});

test("a code is of one shape only, and the order of places is the order of bytes", () => {
  fc.assert(
    fc.property(anyCode, anyCode, (left, right) => {
      const [a, b] = [codeOrdinal(left), codeOrdinal(right)];
      if (a === null || b === null || a.shape !== b.shape) return;
      expect(Math.sign(a.ordinal - b.ordinal)).toBe(Math.sign(compareBytes(left, right)));
    }),
  );
});

test("a code's number tells its shape and its place within it; what is no code has none", () => {
  const text = fc.oneof(anyCode, fc.stringMatching(/^[0-9A-Z@:[a]{4,6}$/));
  fc.assert(
    fc.property(text, text, (left, right) => {
      const [a, b] = [codeOrdinal(left), codeOrdinal(right)];
      const [first, second] = [codeNumber(left), codeNumber(right)];
      expect(first >= 0 && first < codeNumbers).toBe(a !== null);
      expect(first < 0 ? null : first === second).toBe(a === null ? null : left === right);
      if (a === null || b === null || a.shape !== b.shape) return;
      expect(first - second).toBe(a.ordinal - b.ordinal);
    }),
  );
});

test("diagnoses, modifiers and names", () => {
  for (const text of ["C61", "C50.911", "Z51.0", "M1A.0"]) expect(diagnosisShape.test(text), text).toBe(true);
  for (const text of ["C6", "C50911", "C50.91123", "c61", "61C"]) expect(diagnosisShape.test(text), text).toBe(false);
  expect(looseDiagnosisShape.test("C50911")).toBe(true);
  expect(["59", "XS", "x1", "599"].map((text) => modifierShape.test(text))).toEqual([true, true, false, false]);
  for (const text of ["Simulation", "RO-101", "NCCI-PTP", "a_b"]) expect(nameShape.test(text), text).toBe(true);
  for (const text of ["1a", "a-", "a--b", "-a", "a b", ""]) expect(nameShape.test(text), text).toBe(false);
});

test("the formats of the rulebook are the shapes", () => {
  const pairs = [
    ["code", codeShape],
    ["modifier", modifierShape],
    ["name", nameShape],
    ["diagnosis", looseDiagnosisShape],
  ] as const;
  fc.assert(
    fc.property(fc.oneof(anyCode, fc.stringMatching(/^[A-Za-z0-9.-]{0,8}$/)), (text) => {
      for (const [format, shape] of pairs) expect(holdsFormat(format, text)).toBe(shape.test(text));
    }),
  );
});

test("what starts with a prefix stands before what comes after it", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z]\d[0-9A-Z]{1,3}$/), fc.stringMatching(/^[0-9A-Z]{0,4}$/), (prefix, rest) => {
      expect(compareBytes(prefix + rest, afterPrefix(prefix))).toBeLessThan(0);
    }),
  );
  expect([afterPrefix("C61"), afterPrefix("Z99")]).toEqual(["C62", "Z9:"]);
});

test("the order of texts is that of their UTF-8 bytes", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (left, right) => {
      expect(Math.sign(compareBytes(left, right))).toBe(
        Math.sign(Buffer.compare(Buffer.from(left), Buffer.from(right))),
      );
    }),
    { numRuns: 2000 },
  );
  // U+FFFD is below U+10000 in bytes, and above it in UTF-16 units.
  expect(compareBytes("\ufffd", "\u{10000}")).toBeLessThan(0);
});
