import { noDate } from "@edict/rulebook";
import fc from "fast-check";
import { expect, test } from "vitest";
import { usualDates } from "./dates.js";
import { readAge, readNumber, readUnits } from "./numbers.js";
import { plainAges, plainDay, plainNumber, plainNumbers, plainUnits } from "./plain-numbers.js";
import { Unreadable } from "./unreadable.js";

const digits = fc.stringMatching(/^[0-9.]{1,18}$/);
const cell = fc.oneof(
  digits,
  fc.stringMatching(/^[-0-9.,$ x]{0,8}$/),
  fc.stringMatching(/^0{0,4}[0-9]{0,4}\.[0-9]{0,6}0{0,3}$/),
);

test.each([
  ["numbers", plainNumbers, readNumber],
  ["units", plainUnits, readUnits],
  ["ages", plainAges, readAge],
] as const)("%s read from bytes are those read from the text", (_, plain, read) => {
  fc.assert(
    fc.property(cell, (text) => {
      const number = plainNumber(Buffer.from(text), 0, text.length, plain);
      if (!Number.isNaN(number)) expect(read(text)).toBe(number);
    }),
    { numRuns: 3000 },
  );
});

test("nearly every cell is plain", () => {
  const numbers = ["1", "0", "450.00", "2.5", "0.1", "123456789.25", "7."];
  for (const text of numbers) expect(plainNumber(Buffer.from(text), 0, text.length, plainNumbers)).toBe(Number(text));
  const others = ["", ".", "-1", "1,000", "$5", "1 ", "1234567890123456"];
  for (const text of others) expect(plainNumber(Buffer.from(text), 0, text.length, plainNumbers)).toBeNaN();
});

test("days read from bytes are those read from the text", () => {
  const dates = fc.oneof(
    fc
      .tuple(fc.integer({ min: 1800, max: 2300 }), fc.nat(14), fc.nat(33), fc.constantFrom("-", "", "/"))
      .map(([year, month, day, between]) =>
        [year, String(month).padStart(2, "0"), String(day).padStart(2, "0")].join(between),
      ),
    fc.stringMatching(/^[-0-9:]{8,10}$/),
  );
  fc.assert(
    fc.property(dates, (text) => {
      const day = plainDay(Buffer.from(text), 0, text.length);
      const read = usualDates.read(text);
      if (day !== noDate) expect(read).toBe(day);
      // From 1900 on nothing of these two forms is left to the reader of texts but what the calendar lacks.
      else if (/^(19|20)\d\d-?\d\d-?\d\d$/.test(text)) expect(read).toBeInstanceOf(Unreadable);
    }),
    { numRuns: 3000 },
  );
});
