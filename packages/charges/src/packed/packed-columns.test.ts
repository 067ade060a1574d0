import { noDate } from "@edict/rulebook";
import fc from "fast-check";
import { expect, test } from "vitest";
import { OwnTexts } from "../columns/own-texts.js";
import type { TextPlace } from "../columns/text-places.js";
import { noBytes } from "../columns/text-places.js";
import { batchOfTexts, textOf } from "../records/record-batch.js";
import { PackedInts } from "./packed-ints.js";
import { PackedNumbers } from "./packed-numbers.js";
import { PackedTexts } from "./packed-texts.js";

const bits = 3;
const size = 1 << bits;

/** Chunks of values, all but the last full, and some places of them. */
function chunks<T>(value: fc.Arbitrary<T>): fc.Arbitrary<{ values: T[]; places: number[] }> {
  return fc
    .array(value, { minLength: 1, maxLength: 40 })
    .chain((values) =>
      fc.record({ values: fc.constant(values), places: fc.array(fc.nat(values.length - 1), { maxLength: 20 }) }),
    );
}

function inChunks<T>(values: readonly T[], take: (chunk: readonly T[]) => void): void {
  for (let at = 0; at < values.length; at += size) take(values.slice(at, at + size));
}

const ints = fc.oneof(
  fc.constantFrom(-1, 0, 254, 255, 256, 65_534, 65_535, 65_536, -0x7fffffff, 0x7fffffff, noDate),
  fc.integer({ min: 19_000, max: 19_300 }),
  fc.constant(7),
);

/** Also columns whose chunks are all of one kind. */
const columns = fc.oneof(
  chunks(ints),
  chunks(fc.oneof(fc.integer({ min: 100, max: 300 }), fc.constant(noDate))),
  chunks(fc.constantFrom(19_000, 20_000, 80_000, noDate)),
  chunks(fc.constantFrom(-0x7fffffff, 0, 0x7fffffff)),
);

test("whole numbers are what they were", () => {
  fc.assert(
    fc.property(columns, ({ values, places }) => {
      const packed = new PackedInts(bits);
      inChunks(values, (chunk) => packed.add(Int32Array.from(chunk)));
      const picked = new Int32Array(places.length);
      packed.pickInto(Int32Array.from(places), picked);
      expect([...picked]).toEqual(places.map((place) => values[place]));
    }),
    { numRuns: 1000 },
  );
});

test("whole numbers take the bytes that their chunk needs", () => {
  const bytesOf = (...values: number[]): number => {
    const packed = new PackedInts(bits);
    packed.add(Int32Array.from(values));
    return packed.bytes;
  };
  expect(bytesOf(7, 7, 7, 7)).toBe(1);
  expect(bytesOf(noDate, noDate, noDate)).toBe(1);
  expect(bytesOf(20_000, 20_255)).toBe(2);
  expect(bytesOf(20_000, 20_256)).toBe(4);
  expect(bytesOf(20_000, noDate)).toBe(2);
  expect(bytesOf(1, 65_537)).toBe(8);
});

const numbers = fc.oneof(
  fc.constantFrom(NaN, 0, -0, 1, -1, 254, 255, 0.1, 12.5, -2.25, 1.005, 0.0001, 21_474_836.47, 21_474_836.48, 1e12),
  fc.double(),
  fc.integer({ min: 0, max: 99_999 }).map((cents) => cents / 100),
);

const columnsOfNumbers = fc.oneof(
  chunks(numbers),
  chunks(fc.constantFrom(0, 1, 254, NaN)),
  chunks(fc.constantFrom(12.5, -0.01, NaN)),
);

test("numbers are what they were, to the bit", () => {
  fc.assert(
    fc.property(columnsOfNumbers, ({ values, places }) => {
      const packed = new PackedNumbers(bits);
      inChunks(values, (chunk) => packed.add(Float64Array.from(chunk)));
      const picked = new Float64Array(places.length);
      packed.pickInto(Int32Array.from(places), picked);
      expect([...picked]).toEqual(places.map((place) => values[place]));
    }),
    { numRuns: 1000 },
  );
});

test("numbers take the bytes that their chunk needs", () => {
  const bytesOf = (...values: number[]): number => {
    const packed = new PackedNumbers(bits);
    packed.add(Float64Array.from(values));
    return packed.bytes;
  };
  expect(bytesOf(1, NaN, 254)).toBe(3);
  expect(bytesOf(1, 12.5)).toBe(8);
  expect(bytesOf(-1, NaN)).toBe(8);
  expect(bytesOf(1, 1.005)).toBe(16);
});

const texts = fc.oneof(fc.constantFrom("", " ", "C1", " C2 ", "é", "x".repeat(70_000)), fc.string({ maxLength: 6 }));

test("texts are what they were", () => {
  fc.assert(
    fc.property(chunks(texts), ({ values, places }) => {
      const packed = new PackedTexts(bits);
      packed.addBlanks(1);
      const own = new OwnTexts();
      inChunks(values, (chunk) => {
        const batch = batchOfTexts(1, chunk.length, 1, (record) => chunk[record] ?? "");
        for (const record of chunk.keys()) own.push(batch, batch.starts[record] ?? 0, batch.ends[record] ?? 0);
        packed.add(own, chunk.length);
        own.drop(chunk.length);
      });
      const found: TextPlace = { source: noBytes, start: 0, end: 0 };
      const textAt = (place: number): string => {
        packed.find(place, found);
        return textOf(found.source.bytes, found.start, found.end);
      };
      expect(places.map((place) => textAt(size + place))).toEqual(places.map((place) => values[place]));
      expect(textAt(size - 1)).toBe("");
    }),
    { numRuns: 200 },
  );
});
