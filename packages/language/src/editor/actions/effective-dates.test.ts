import { expect, test } from "vitest";
import { acted, titlesAt } from "../testing/acted.js";

const rule = (clauses: string): string => `rule <|>R "t"\n  ${clauses}\n  deny\n`;
const dated = (name: string, date: string): string => `rule ${name} "t"\n  effective ${date}\n  forbid 77301\n  deny\n`;

test("the date that most rules of the file have, before the citation", () => {
  const others = dated("A", "2024-01-01") + dated("B", "2025-01-01") + dated("C", "2025-01-01");
  expect(acted(others + rule("because Nobody\n  forbid 77301"), "add effective 2025-01-01")).toContain(
    'rule R "t"\n  effective ‹2025-01-01›\n  because Nobody\n',
  );
});

test("of two dates the later, and without any a date to be typed over", () => {
  expect(titlesAt(dated("A", "2024-01-01") + dated("B", "2025-01-01") + rule("forbid 77301"))).toContain(
    "add effective 2025-01-01 *",
  );
  expect(titlesAt(rule("forbid 77301"))).toContain("add effective 2026-01-01 *");
});

test("a rule of a table may hold by a column of dates", () => {
  const table = "table T\n  | code | starts |\n  | 77300 | 2024-01-01 |\n";
  expect(acted(table + rule("for each row of T\n  forbid row.code"), "add effective row.starts")).toContain(
    "  for each row of T\n  effective ‹row.starts›\n  forbid row.code\n",
  );
});

test("the clauses of a rule on one line", () => {
  expect(acted('rule <|>R "t" forbid 77301 deny', "add effective 2026-01-01")).toBe(
    'rule R "t"\n  effective ‹2026-01-01› forbid 77301 deny',
  );
});

test("a comment behind a clause stays behind it", () => {
  expect(acted('rule <|>R "t" # what for\n  forbid 77301\n  deny\n', "add effective 2026-01-01")).toBe(
    'rule R "t" # what for\n  effective ‹2026-01-01›\n  forbid 77301\n  deny\n',
  );
});
