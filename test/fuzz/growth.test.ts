/** Texts that make a compiler look at everything for everything: the time to read them grows with their length alone. */
import process from "node:process";
import { test } from "vitest";
import { growsStraight } from "./growth.js";
import { soundly } from "./sound.js";

/** In the long run the texts are ten times as long. */
const factor = process.env["EDICT_FUZZ"] === undefined ? 1 : 10;

function times(count: number, text: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => text(at)).join("");
}

const rule = 'rule R-1 "one"\n  forbid 77301\n  deny\n';

/** The day so many days after the first of 2000. */
function day(at: number): string {
  return new Date(Date.UTC(2000, 0, 1 + at)).toISOString().slice(0, 10);
}

const texts: readonly (readonly [string, number, (count: number) => string])[] = [
  ["rules that all stand on one line", 1200, (n) => times(n, (at) => `rule R-${at}-x "one" forbid 77301 deny `)],
  ["tests that all stand on one line", 3000, (n) => 'test "x" day 1 77301 expect nothing '.repeat(n)],
  ["sets that all stand on one line", 1800, (n) => times(n, (at) => `codes C-${at}-x = 77301 `)],
  ["uses that all stand on one line", 5000, (n) => 'use "x" '.repeat(n)],
  ["rules whose lines end as on old Macs", 2500, (n) => 'rule R-1 "x"\r  forbid 77301\r'.repeat(n)],
  ["signs that mean nothing", 10_000, (n) => "@ ".repeat(n)],
  ["declarations that say nothing", 800, (n) => "codes A\n".repeat(n)],
  ["slips in the word that starts a declaration", 3000, (n) => 'rul R-1 "x"\n'.repeat(n)],
  ["texts without their end", 4000, (n) => 'rule R-1 "abc\n'.repeat(n)],
  ["unknown names, each another", 8000, (n) => times(n, (at) => `codes C-${10_000 + at}-x = Unknown${at}\n`)],
  ["a name that is declared again and again", 6000, (n) => "codes A = 77301\n".repeat(n)],
  ["a circle of sets", 4000, (n) => times(n, (at) => `codes C-${at}-x = C-${(at + 1) % n}-x\n`)],
  ["codes between dates", 5000, (n) => `codes A = 77301${times(n, (at) => `, ${10_000 + at} from ${day(at)}`)}\n`],
  ["ranges within ranges", 8000, (n) => `codes A = 77301${times(n, (at) => `, ${10_000 + at}..${90_000 - at}`)}\n`],
  ["codes taken out", 8000, (n) => `codes A = 10000..99999 except 77301${times(n, (at) => `, ${10_000 + at}`)}\n`],
  ["overrides of the same lines", 1500, (n) => `payer X = "X"\n${rule}${"override R-1 for X\n  hold\n".repeat(n)}`],
  [
    "rows of a table",
    10_000,
    (n) => `table T\n  | code | units |\n${times(n, (at) => `  | ${10_000 + at} | ${at} |\n`)}`,
  ],
  ["comments", 100_000, (n) => "# a comment\n".repeat(n)],
];

test.each(texts)("%s", { timeout: 120_000 }, (_, count, text) => {
  growsStraight(count * factor, text, soundly);
});
