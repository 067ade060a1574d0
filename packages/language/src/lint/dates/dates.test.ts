import { test } from "vitest";
import { expectFound } from "../testing/lint-tester.js";

const rule = `
rule R-1 "One plan a day"
  limit 77301 to 1 unit per day
  deny
`;

test("a waiver that never ends", () => {
  expectFound(
    "waiver-without-end",
    `payer A = "A-1"
payer B = "B-1"
payer C = "C-1"${rule}
waive <|R-1|> for A

waive R-1 for B <|effective 2026-01-01|>

waive R-1 for C effective 2026-01-01 to 2026-12-31
`,
  );
});

test("a date of another century, wherever it stands in a rule or a set", () => {
  expectFound(
    "unlikely-date",
    `codes Old = 77301 until <|1926-12-31|>, 77295 until 2025-12-31, 77306 until 9999-12-31

rule R-1 "One plan a day"
  effective <|2206-01-01|>
  limit Old to 1 unit per day
  when date < <|2126-01-01|>
  deny
`,
  );
});
