import { test } from "vitest";
import { expectFound } from "../testing/lint-tester.js";

const rule = (id: string): string => `
rule ${id} "${id}"
  bundle 77290 into 77301 that follows within 30 days
  deny
`;

const found = `
test "found"
  given starting 2026-03-02
  day 1  77290
  day 31 77301
  expect R-1 on 77290 day 1
`;

test("a rule that no test expects a finding of", () => {
  expectFound("rule-without-test", `rule <|R-2|> "2"\n  forbid 77301\n  deny\n${rule("R-1")}${found}`);
  expectFound(
    "rule-without-test",
    `rule <|R-1|> "1"\n  forbid 77301\n  deny\ntest "t"\n  given starting 2026-03-02\n  day 1 77280\n  expect no R-1\n`,
  );
});

test("a rule of which tests show findings alone", () => {
  expectFound("rule-never-silent", `${rule("R-1").replace("R-1", "<|R-1|>")}${found}`);
});

test.each([
  ["a test that names it as silent", '\ntest "t"\n  given starting 2026-03-02\n  day 1 77290\n  expect no R-1\n'],
  ["a test in which nothing is found", '\ntest "t"\n  given starting 2026-03-02\n  day 1 77290\n  expect nothing\n'],
  [
    "a line of its codes beside one with a finding",
    '\ntest "t"\n  given starting 2026-03-02\n  day 1 77290\n  day 2 77290\n  day 31 77301\n  expect R-1 on 77290 day 2\n',
  ],
])("%s shows what the rule leaves alone", (_, more) => {
  expectFound("rule-never-silent", `${rule("R-1")}${found}${more}`);
});

test("a test without a line of the rule's codes shows nothing of it", () => {
  const other = '\ntest "t"\n  given starting 2026-03-02\n  day 1 77402\n  expect nothing\n';
  expectFound("rule-never-silent", `${rule("R-1").replace("R-1", "<|R-1|>")}${found}${other}`);
});

test("a window that no test goes past, to the day", () => {
  const window = rule("R-1").replace("within 30 days", "<|within 30 days|>");
  const apart = (day: number): string =>
    `\ntest "t"\n  given starting 2026-03-02\n  day 1 77290\n  day ${day} 77301\n  expect no R-1\n`;
  expectFound("untested-far-side", `${window}${found}`);
  expectFound("untested-far-side", `${window}${found}${apart(31)}`);
  expectFound("untested-far-side", `${rule("R-1")}${found}${apart(32)}`);
});

test("a window of a sequence is that of its two steps", () => {
  const sequence = (within: string): string =>
    `rule R-1 "1"\n  sequence 77280, then 77301 ${within}, then 77402\n  deny\n`;
  const near =
    '\ntest "t"\n  given starting 2026-03-02\n  day 1 77280\n  day 2 77301\n  day 90 77402\n  expect R-1 on 77301 day 2\n';
  expectFound("untested-far-side", `${sequence("<|within 30 days|>")}${near}`);
  expectFound(
    "untested-far-side",
    `${sequence("within 30 days")}${near.replace("day 2 77301", "day 40 77301").replace("day 2\n", "day 40\n")}`,
  );
});

test("an override whose payers no test of the rule has", () => {
  const override = (name: string): string =>
    `payer Aetna = "AETNA*"\npayer Cigna = "CIGNA"\n${rule("R-1")}\noverride ${name} for Aetna\n  hold\n`;
  const paid = (by: string): string => found.replace("starting", `payer ${by}, starting`);
  expectFound("untested-override", `${override("<|R-1|>")}${paid("Cigna")}`);
  expectFound("untested-override", `${override("R-1")}${paid("Aetna")}`);
  expectFound("untested-override", `${override("R-1")}${paid('"aetna better health"')}`);
});

test("two tests of one title", () => {
  expectFound("test-title-twice", `${rule("R-1")}${found}${found.replace('"found"', '<|"found"|>')}`);
});
