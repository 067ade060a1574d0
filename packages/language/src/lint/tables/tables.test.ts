import { test } from "vitest";
import { expectFix, expectFound } from "../testing/lint-tester.js";

const pairs = (rows: string): string => `table Pairs
  | one | two | since date | until date |
${rows}
rule R-1 "1"
  for each row of Pairs
  effective row.since to row.until
  bundle row.two into row.one on the same day
  deny
`;

test("a row that stands twice", () => {
  const row = "  | 77301 | 77280 | 2024-01-01 |            |";
  expectFound("row-twice", pairs(`${row}\n  <|| 77301 | 77280 | 2024-01-01 |            ||>`));
  expectFix("row-twice", pairs(`${row}\n${row}`), pairs(row));
});

test("a row whose dates run backwards", () => {
  expectFound(
    "row-never-in-force",
    pairs(
      `  <|| 77301 | 77280 | 2024-01-02 | 2024-01-01 ||>
  | 77301 | 77285 | 2024-01-01 | 2024-01-01 |
  | 77301 | 77290 | 2024-01-01 |            |`,
    ),
  );
});

test("a pair that a table bundles already", () => {
  const rule = (statement: string): string => `${pairs("  | 77301 | 77280 | 2024-01-01 |            |")}
rule R-2 "2"
  ${statement}
  deny
`;
  expectFound("pair-in-table", rule("<|bundle 77280..77290 into 77301 on the same day|>"));
  expectFound("pair-in-table", rule("bundle 77301 into 77280 on the same day"));
  expectFound("pair-in-table", rule("bundle 77280 into 77301 that follows within 30 days"));
});

test("a column that no rule reads", () => {
  const table = (column: string, message: string): string => `table Limits
  | code  | units | ${column} |
  | 77300 | 4     | a    |
table Unread
  | code  |
  | 77300 |
rule R-1 "1"
  for each row of Limits
  limit row.code to row.units units per day
  deny "${message}"
`;
  expectFound("unread-column", table("<|note|>", "{code}"));
  expectFound("unread-column", table("note", "{code}: {row.note}"));
});
