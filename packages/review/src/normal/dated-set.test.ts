import { formatDate } from "@edict/rulebook";
import type { ModifierSpan } from "@edict/rulebook";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { DatedSet } from "./dated-set.js";
import {
  codesSet,
  during,
  emptySet,
  everything,
  intersection,
  isEmpty,
  isWithin,
  minus,
  modifiersSet,
  union,
} from "./dated-set.js";

const modifiers = ["25", "26", "59", "LT", "XE"];
const days = [0, 1, 2, 3, 4, 5, 6, 7];

const span: fc.Arbitrary<ModifierSpan> = fc
  .record({
    modifier: fc.constantFrom(...modifiers),
    from: fc.option(fc.constantFrom(...days.slice(1))),
    until: fc.option(fc.constantFrom(...days)),
  })
  .map(({ modifier, from, until }) => ({ modifier, from: dateOf(from), until: dateOf(until) }));

const spans = fc.array(span, { maxLength: 6 });

function dateOf(day: number | null): string | null {
  return day === null ? null : formatDate(day);
}

/** The plain model: on which day each modifier is in, asked of the spans themselves. */
function holdsIn(all: readonly ModifierSpan[], modifier: string, day: number): boolean {
  const date = formatDate(day);
  return all.some(
    (one) =>
      one.modifier === modifier && (one.from === null || one.from <= date) && (one.until === null || date <= one.until),
  );
}

/** Asked of the set: whether what it has in common with that one modifier on that one day is anything. */
function isIn(set: DatedSet, modifier: string, day: number): boolean {
  const date = formatDate(day);
  return !isEmpty(intersection(set, modifiersSet([{ modifier, from: date, until: date }])));
}

function everywhere(answer: (modifier: string, day: number) => boolean): readonly boolean[] {
  return modifiers.flatMap((modifier) => days.map((day) => answer(modifier, day)));
}

test("a set holds what its spans hold, and its operations are those of plain sets", () => {
  fc.assert(
    fc.property(spans, spans, (some, others) => {
      const [one, other] = [modifiersSet(some), modifiersSet(others)];
      const law = (set: DatedSet, rule: (inOne: boolean, inOther: boolean) => boolean): void => {
        expect(everywhere((modifier, day) => isIn(set, modifier, day))).toEqual(
          everywhere((modifier, day) => rule(holdsIn(some, modifier, day), holdsIn(others, modifier, day))),
        );
      };
      law(one, (inOne) => inOne);
      law(union(one, other), (inOne, inOther) => inOne || inOther);
      law(intersection(one, other), (inOne, inOther) => inOne && inOther);
      law(minus(one, other), (inOne, inOther) => inOne && !inOther);
      law(minus(everything, one), (inOne) => !inOne);
    }),
  );
});

test("sets that hold the same have the same form, however they were written", () => {
  fc.assert(
    fc.property(spans, spans, (some, others) => {
      const one = modifiersSet([...some, ...others]);
      expect(modifiersSet([...others, ...some, ...others])).toEqual(one);
      expect(union(modifiersSet(others), modifiersSet(some))).toEqual(one);
      expect(minus(everything, minus(everything, one))).toEqual(one);
      expect(union(minus(one, modifiersSet(some)), intersection(one, modifiersSet(some)))).toEqual(one);
    }),
  );
});

test("a set is within another where each day of each of its modifiers is", () => {
  fc.assert(
    fc.property(spans, spans, (some, others) => {
      const [one, other] = [modifiersSet(some), modifiersSet(others)];
      const [has, lacks] = [
        everywhere((modifier, day) => !holdsIn(some, modifier, day) || holdsIn(others, modifier, day)),
        everywhere((modifier, day) => !holdsIn(others, modifier, day) || holdsIn(some, modifier, day)),
      ];
      // Days before and after those of the model are told apart by spans without an end alone.
      if (isWithin(one, other)) expect(has).not.toContain(false);
      if (isWithin(one, other) && isWithin(other, one)) expect([...has, ...lacks]).not.toContain(false);
      expect(isWithin(intersection(one, other), one)).toBe(true);
      expect(isWithin(one, union(one, other))).toBe(true);
    }),
  );
});

test("during some days a set is as it is, and empty on all others", () => {
  fc.assert(
    fc.property(spans, fc.constantFrom(...days), fc.nat({ max: 4 }), (some, first, more) => {
      const part = during(modifiersSet(some), first, first + more);
      expect(everywhere((modifier, day) => isIn(part, modifier, day))).toEqual(
        everywhere((modifier, day) => first <= day && day <= first + more && holdsIn(some, modifier, day)),
      );
    }),
  );
  expect(during(everything, -Infinity, Infinity)).toEqual(everything);
});

test("codes in a range, one by one or in two ranges are one set", () => {
  const range = (first: string, last: string) => ({ first, last, from: null, until: null });
  const whole = codesSet([range("77401", "77404")]);
  expect(codesSet([range("77403", "77404"), range("77401", "77402")])).toEqual(whole);
  expect(codesSet(["77401", "77402", "77403", "77404"].map((code) => range(code, code)))).toEqual(whole);
  expect(minus(whole, whole)).toEqual(emptySet);
});
