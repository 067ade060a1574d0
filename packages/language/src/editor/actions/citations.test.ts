import { expect, test } from "vitest";
import { acted, actionsAt, titlesAt } from "../testing/acted.js";

const rule = `# Why.
rule <|>R "t"
  for P
  forbid 77301
  deny
`;
const payer = 'payer P = "P"\n';

test("the authorities of the rulebook, those first that the file cites", () => {
  const others = `authority A "a"
authority B "b"
rule S "t"
  effective 2024-01-01
  because B
  forbid 77301
  deny
${payer}`;
  expect(titlesAt(others + rule, ["quickfix"])).toEqual([
    "add because B *",
    "add because A",
    "add effective 2024-01-01 *",
    "allow missing-because here, for a reason",
    "allow missing-effective here, for a reason",
  ]);
  expect(acted(others + rule, "add because B")).toContain('  for P\n  because B "‹section›"\n  forbid 77301\n');
});

test("without one, an authority is declared too", () => {
  expect(acted(payer + rule, "add because, and declare its authority"))
    .toBe(`${payer}authority ‹Source› "‹title of the policy›" version "‹2026›"

# Why.
rule R "t"
  for P
  because ‹Source› "‹section›"
  forbid 77301
  deny
`);
});

test("they mend what check says", () => {
  const mended = actionsAt(payer + rule, ["quickfix"]).flatMap(({ mends }) => mends.map(({ code }) => code));
  expect(mended.slice(0, 2)).toEqual(["missing-because", "missing-effective"]);
});

test("a rule that cites and has dates needs neither", () => {
  expect(
    titlesAt('authority A "a"\nrule <|>R "t"\n  effective 2024-01-01\n  because A\n  forbid 77301\n  deny\n'),
  ).toEqual([]);
});
