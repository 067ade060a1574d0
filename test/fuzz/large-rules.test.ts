/** Texts far beyond what anybody writes: they are read in time that grows with their length, and never end the program. */
import { expect, test } from "vitest";
import { soundly } from "./sound.js";

const million = 1_000_000;

function rules(count: number, statement: string): string {
  return Array.from({ length: count }, (_, at) => `rule R-${at}-x "one"\n  ${statement}\n  deny\n`).join("");
}

function codes(count: number): string {
  return Array.from({ length: count }, (_, at) => String(10_000 + ((at * 7919) % 90_000))).join(", ");
}

const head = 'rule R-1 "one"\n  forbid 77301\n  when ';

/** Texts that once were slow, or ended the program, and their kin. */
const texts: readonly (readonly [string, () => string])[] = [
  ["ten million parentheses", () => "(".repeat(10 * million)],
  ["ten million parentheses in a condition", () => head + "(".repeat(10 * million)],
  ["a million nots", () => `${head}${"not ".repeat(million)}units > 1 deny`],
  ["a hundred thousand comparisons", () => `${head}units > 1${" and modifier is 26".repeat(100_000)} deny`],
  ["a line of ten million letters", () => "a".repeat(10 * million)],
  ["a million words that start a declaration", () => "rule ".repeat(million)],
  ["a text without its end", () => `codes A = 77301\nrule R-1 "${"x".repeat(million)}`],
  ["a million quotes", () => '"'.repeat(million)],
  ["a row of many bars", () => `table T\n${"|".repeat(300_000)}`],
  ["many rows of one bar", () => `table T\n${"|\n".repeat(200_000)}`],
  ["a set of a hundred thousand codes", () => `codes A = ${codes(100_000)}\n${rules(1, "forbid A")}`],
  ["five thousand rules", () => rules(5000, "bundle 77290 into 77301 on the same day")],
  ["five thousand rules with a mistake", () => rules(5000, "bundel 77290 inot 77301 on the same day")],
  ["a hundred thousand lines of mistakes", () => rules(1, "bundel 77290 inot 77301\n".repeat(100_000))],
  [
    "twenty thousand windows in one scope",
    () => rules(1, `bundle 77290 into 77301${" within 5 days within 1 to 9 days".repeat(10_000)}`),
  ],
  [
    "ten thousand sets, each in the next",
    () => Array.from({ length: 10_000 }, (_, at) => `codes S${at}x = ${at === 0 ? "77301" : `S${at - 1}x`}\n`).join(""),
  ],
  [
    "sets that double two hundred times",
    () =>
      "codes S0x = 77301\n" +
      Array.from({ length: 200 }, (_, at) => `codes S${at + 1}x = S${at}x, S${at}x, ${77_302 + at}\n`).join(""),
  ],
];

test.each(texts)("%s", { timeout: 30_000 }, (_, text) => {
  soundly(text());
});

test("parentheses within the bound of 200 are read, and past it are not", () => {
  const nested = (depth: number): string => `${head}${"(".repeat(depth)}units > 1${")".repeat(depth)}\n  deny\n`;
  const errorsOf = (text: string): readonly string[] =>
    soundly(text).flatMap(({ severity, code }) => (severity === "error" ? [code] : []));
  expect(errorsOf(nested(200))).toEqual([]);
  expect(errorsOf(nested(201))).toEqual(["nesting-too-deep"]);
});
