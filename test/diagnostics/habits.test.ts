/** What people write from habit is reported once, and the fix says it in the language's own way. */
import { compile } from "@edict/language";
import type { Diagnostic } from "@edict/rulebook";
import { expect, test } from "vitest";
import { memoryHost } from "../hosts/memory-host.js";

/** Habits that stand for a clause of a rule. */
const clauses: readonly (readonly [written: string, meant: string])[] = [
  ["forbid 77301 when units greater than 4 deny", "forbid 77301 when units > 4 deny"],
  ["forbid 77301 when units is at least 4 deny", "forbid 77301 when units >= 4 deny"],
  ["forbid 77301 when units equals 4 deny", "forbid 77301 when units = 4 deny"],
  ["forbid 77301 when amount > 5,000 deny", "forbid 77301 when amount > 5000 deny"],
  ["forbid 77301 when amount > 20,000 deny", "forbid 77301 when amount > 20000 deny"],
  ["forbid 77301 when diagnosis is not in C61 deny", "forbid 77301 when not diagnosis in C61 deny"],
  ["forbid 77301 when modifier is not 59 deny", "forbid 77301 when not modifier is 59 deny"],
  ["forbid 77301 to 77303 deny", "forbid 77301 .. 77303 deny"],
  ["forbid 77301 - 77303 deny", "forbid 77301 .. 77303 deny"],
  ["forbid 77301; 77303 deny", "forbid 77301, 77303 deny"],
  ["forbid 77301 deny;", "forbid 77301 deny"],
  ["77301, 77303 requires 77290 before deny", "each 77301, 77303 requires 77290 before deny"],
  ["every 77301 requires 77290 before deny", "each 77301 requires 77290 before deny"],
  ["bundle 77290 into 77301 on the same date deny", "bundle 77290 into 77301 on the same day deny"],
  ["forbid 77301 denied", "forbid 77301 deny"],
  ["forbid 77301 when age between 18 and 65 deny", "forbid 77301 when age >= 18 and age <= 65 deny"],
  ["each 77301 must have 77290 before deny", "each 77301 requires 77290 before deny"],
  ["limit 77301 to 2 units a day deny", "limit 77301 to 2 units per day deny"],
  ["limit 77301 to 2 units per week deny", "limit 77301 to 2 units per 1 week deny"],
  ["forbid 77301 deny as CO-97", "forbid 77301 deny as CARC 97"],
  ['forbid 77301 deny as PR-B15 "no"', 'forbid 77301 deny as CARC B15 "no"'],
  ["forbid 77290 and 77301 on the same day deny", "forbid 77290 with 77301 on the same day deny"],
  [
    "forbid 77280..77290, 77300 and 77301 within 3 days deny",
    "forbid 77280..77290, 77300 with 77301 within 3 days deny",
  ],
  ["forbid 77290 and 77301 deny", "forbid 77290, 77301 deny"],
];

test.each(clauses)("%s", (written, meant) => {
  holds(`rule R-1 "one"\n  ${written}\n`, `rule R-1 "one"\n  ${meant}\n`);
});

/** Habits of declarations and tests. */
const declarations: readonly (readonly [written: string, meant: string])[] = [
  ["code Plan = 77301", "codes Plan = 77301"],
  ["diagnosis D = C61", "diagnoses D = C61"],
  ["modifier M = 59", "modifiers M = 59"],
  [
    'test "t"\n  given starting 2026-03-02\n  day 1 77301 x 2\n  expect nothing',
    'test "t"\n  given starting 2026-03-02\n  day 1 77301 x2\n  expect nothing',
  ],
  [
    'test "t"\n  given starting 2026-03-02\n  day 1 77301 x-1\n  day 2 77301\n  expect nothing',
    'test "t"\n  given starting 2026-03-02\n  day 1 77301 x1\n  day 2 77301\n  expect nothing',
  ],
  [
    'test "t"\n  given starting 2026-03-02\n  day 1 77301-26 x-2 claim "A"\n  expect nothing',
    'test "t"\n  given starting 2026-03-02\n  day 1 77301-26 x2 claim "A"\n  expect nothing',
  ],
  [
    'test "t"\n  given P, starting 2026-03-02\n  day 1 77301\n  expect nothing',
    'test "t"\n  given payer P, starting 2026-03-02\n  day 1 77301\n  expect nothing',
  ],
  [
    'test "t"\n  given Medicare, place 22\n  2026-03-02 77301\n  expect nothing',
    'test "t"\n  given payer Medicare, place 22\n  2026-03-02 77301\n  expect nothing',
  ],
];

test.each(declarations)("%s", (written, meant) => {
  holds(`payer P = "P"\npayer Medicare = "M"\n${written}\n`, `payer P = "P"\npayer Medicare = "M"\n${meant}\n`);
});

test("a word of scope that nothing can join says where scope words stand", () => {
  const [one, ...more] = errors('rule R-1 "one"\n  forbid 77290 on the same day as 77301\n  deny\n');
  expect(one?.message).toContain("forbid A with B on the same day");
  expect(more).toEqual([]);
});

test("a table whose columns are missing has no file that is missing", () => {
  expect(errors('table T from "t.csv"\n').map(({ code }) => code)).toEqual(["unfinished"]);
  expect(errors("table T\n  code, units\n").map(({ code }) => code)).toEqual(["misplaced-word"]);
});

function errors(text: string): readonly Diagnostic[] {
  const { diagnostics } = compile(["a.edict"], memoryHost(new Map([["a.edict", text]])));
  return diagnostics.filter(({ severity }) => severity === "error");
}

/** One error, whose first fix gives the text that was meant, which has none. */
function holds(written: string, meant: string): void {
  const found = errors(written);
  expect(found.map(({ code, message }) => `${code}: ${message}`)).toHaveLength(1);
  const edits = [...(found[0]?.fixes[0]?.edits ?? [])].sort((a, b) => b.span.start - a.span.start);
  const mended = edits.reduce((so, { span, text }) => so.slice(0, span.start) + text + so.slice(span.end), written);
  expect(mended).toBe(meant);
  expect(errors(meant)).toEqual([]);
}
