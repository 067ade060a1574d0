import { test } from "vitest";
import { expectFix, expectFound } from "../testing/lint-tester.js";

const rule = `
rule R-1 "One plan a day"
  effective 2026-01-01
  because A "units"
  limit 77301 to 1 unit per day
  deny
`;

test("an authority without its version", () => {
  expectFound(
    "authority-without-version",
    `authority <|A|> "Manual" url "https://a.org"\nauthority B "Manual" version "1"${rule}`,
  );
});

test("an authority without its address", () => {
  expectFound(
    "authority-without-url",
    `authority <|A|> "Manual" version "1"\nauthority B "Manual" url "https://a.org"${rule}`,
  );
});

test("an address that is no whole one, or not a safe one", () => {
  expectFound(
    "url-not-https",
    `authority A "1" url <|"http://a.org"|>
authority B "2" url <|"www.a.org"|>
authority C "3" url <|"https://"|>
authority D "4" url "https://a.org/b"${rule}`,
  );
  expectFix("url-not-https", `authority A "1" url "http://a.org"${rule}`, `authority A "1" url "https://a.org"${rule}`);
});

test("two authorities are one source under two names", () => {
  expectFound(
    "authority-title-twice",
    `authority A "NCCI manual" version "2026"
authority B <|"NCCI  Manual"|> version "2026"
authority C "NCCI manual" version "2025"${rule}`,
  );
});

test("an authority that no rule, override or waiver cites", () => {
  expectFound(
    "unused-authority",
    `authority A "1"
authority B "2"
authority C "3"
authority <|D|> "4"
payer Aetna = "AETNA"
payer Cigna = "CIGNA"${rule}
override R-1 for Aetna
  because B
  limit 77301 to 2 units per day

waive R-1 for Cigna
  because C
`,
  );
});

test("a citation without its detail", () => {
  expectFound("because-without-detail", `authority A "1"${rule.replace('because A "units"', "<|because A|>")}`);
});

test("a citation that is there twice", () => {
  const text = `authority A "1"
rule R-1 "One plan a day"
  because A "units"
  because A "days"
  <|because A "units"|>
  limit 77301 to 1 unit per day
  deny
`;
  expectFound("citation-twice", text);
  expectFix(
    "citation-twice",
    text.replaceAll(/<\||\|>/g, ""),
    `authority A "1"
rule R-1 "One plan a day"
  because A "units"
  because A "days"
  limit 77301 to 1 unit per day
  deny
`,
  );
});
