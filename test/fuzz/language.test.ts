/** No text makes the compiler throw, hang, or point beside what it speaks of. */
import process from "node:process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fixtures } from "./fixtures.js";
import { fixture, mutated, piece } from "./mutated.js";
import { soundly } from "./sound.js";

const runs = Number(process.env["EDICT_FUZZ"] ?? 300);
const seed = Number(process.env["EDICT_SEED"] ?? 1);
const isLong = process.env["EDICT_FUZZ"] !== undefined;

function holdsFor(texts: fc.Arbitrary<string>): void {
  fc.assert(
    fc.property(texts, (text) => {
      soundly(text);
    }),
    { seed, numRuns: runs },
  );
}

test("any characters", () => {
  holdsFor(
    fc.oneof(
      fc.string({ unit: "binary", maxLength: 400, size: "max" }),
      fc.string({ unit: "grapheme", maxLength: 400, size: "max" }),
    ),
  );
});

test("any bytes, read as UTF-8", () => {
  holdsFor(fc.uint8Array({ maxLength: 600, size: "max" }).map((bytes) => new TextDecoder().decode(bytes)));
});

test("the language's own words in any order", () => {
  holdsFor(fc.array(piece, { maxLength: 80, size: "max" }).map((words) => words.join(" ")));
});

test("rulebooks with a few changes", () => {
  holdsFor(mutated);
});

test("two rulebooks, one cut into the other", () => {
  const cut = fc.tuple(fixture, fixture, fc.nat(5000), fc.nat(5000), fc.nat(5000));
  holdsFor(cut.map(([one, other, at, from, to]) => one.slice(0, at) + other.slice(from, to) + one.slice(at)));
});

test("every prefix of every fixture, as it is typed", { timeout: 600_000 }, () => {
  for (const [index, text] of fixtures.entries()) {
    // The quick run takes some prefixes of each, other ones of each.
    const step = isLong ? 1 : Math.max(7, Math.ceil(text.length / 12));
    for (let end = index % step; end <= text.length; end += step) soundly(text.slice(0, end));
  }
});

test("each mistake is said once, and the rest of the file is still understood", () => {
  const text = `codes Simulation = 77280, 77290,
coeds Planning = 77301
rule R-1 "one"
  bundle Simulaton into 77301 on the same day
  deny as carc 97
rule R-2 "two"
  bundle Simulation into Planning that follows within 30
  deny
rule R-3 "three"
  limit 77427 to 1 unit per day
rule R-4 "four"
  forbid Simulation
  when units > 1 and place is 11 or place is 22
  review
`;
  const errors = soundly(text).filter(({ severity }) => severity === "error");
  expect(errors.map(({ code, at }) => `${at.line}:${at.column} ${code}`)).toEqual([
    "1:32 extra-comma",
    "2:1 unknown-word",
    "4:10 unknown-name",
    "5:11 reason-code-case",
    "7:55 duration-without-unit",
    "9:6 missing-outcome",
    "13:34 mixed-and-or",
  ]);
});
