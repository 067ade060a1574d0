/** The lints that know which codes there are. */
import type { TableData } from "@edict/rulebook";
import { expect, test } from "vitest";
import { expectFix, expectFound, messagesOf } from "../testing/lint-tester.js";

const list = `table ValidCodes lists valid codes effective row.added to row.ended
  | code  | added      | ended      |
  | 77280 |            |            |
  | 77285 | 2010-01-01 |            |
  | 77301 | 2002-01-01 |            |
  | 77385 | 2015-01-01 | 2025-12-31 |
  | 77386 | 2015-01-01 | 2025-12-31 |
  | 77436 | 2026-01-01 |            |
  | G6015 | 2015-01-01 | 2025-12-31 |
`;

const withList = (text: string): string => `${list}${text}`;
const rule = (statement: string, effective = "2020-01-01"): string =>
  withList(`rule R-1 "1"\n  effective ${effective}\n  ${statement}\n  deny\n`);

const used = (text: string): string =>
  `${withList(text)}\nrule R-1 "1"\n  each A requires 77280 on the same day\n  review\n`;

test("a code that is in no list, wherever a declaration names it", () => {
  expectFound(
    "no-such-code",
    withList(`codes Planning = 77280, <|77780|>, 77285 except <|77281|>
episode Course of <|77302|> ends after 60 days idle
table Limits
  | code  | other code |
  | 77301 | <|G6051|>      |
  |       | 77280      |
`),
  );
  expectFound("no-such-code", rule("forbid <|77780|> with 77301 on the same day"));
  expectFound("no-such-code", rule("each 77301 requires code in <|77290|>, 77280"));
  expectFound("no-such-code", rule("replace 77301 with <|77310|>"));
  expectFound("no-such-code", rule("forbid 77301\n  when code is <|77300|>\n  suggest replace with <|77303|>"));
  expectFound(
    "no-such-code",
    `${rule("forbid 77301")}override R-1 for Aetna\n  forbid <|77300|>\npayer Aetna = "AETNA"\n`,
  );
});

test("the nearest codes are offered, those that are valid when it is meant", () => {
  const mended = (code: string): string => rule(`bundle ${code} into 77301 on the same day`);
  expectFix("no-such-code", mended("77780"), mended("77280"), "write 77280");
  const early = (code: string): string => rule(`forbid ${code} with 77280 on the same day`, "2015-01-01 to 2019-12-31");
  // 77436 is one slip away, and begins later.
  expectFix("no-such-code", early("77336"), early("77386"));
});

test("a code that is not valid on any of the days", () => {
  expectFound("no-such-code", rule("bundle <|77385|> into 77301 on the same day", "2026-01-01"));
  expectFound("no-such-code", rule("bundle 77385 into 77301 on the same day", "2025-12-31"));
  expectFound("no-such-code", rule("bundle <|77436|> into 77301 on the same day", "2020-01-01 to 2025-12-31"));
  expectFound("no-such-code", rule("bundle 77436 into 77301 on the same day", "2020-01-01 to 2026-01-01"));
  expectFound("no-such-code", withList("codes A = <|77385|> from 2026-01-01, 77386 until 2025-12-31"));
  // A rule that forbids a code that has ended is about just that; one that there never was is a slip there too.
  expectFound("no-such-code", rule("forbid 77385", "2026-01-01"));
  expectFound("no-such-code", rule("forbid 77385, <|77380|>", "2026-01-01"));
  // What is replaced may never have been a code, as the article's 77780.
  expectFound("no-such-code", rule("replace 77780 with 77280"));
  expectFound("no-such-code", rule("replace 77780 with <|77281|>"));
});

test("a range is judged as a whole, and by its ends", () => {
  expectFound("no-such-code", withList("codes A = 77280..77301, <|77302..77384|>, 77385..<|77387|>, <|77286|>..77301"));
  expectFound("no-such-code", rule("bundle <|77385..77386|> into 77301 on the same day", "2026-01-01"));
  expectFound("code-ends-earlier", used("codes A = <|77385..77386|>, 77301..77386, 77385..77386 until 2025-12-31"));
});

test("of codes of a shape that the lists have none of, nothing is said", () => {
  expectFound("no-such-code", withList("codes A = 0394T, J0171, <|G0339|>"));
});

test("a code that ends before the rules that look for it do", () => {
  expectFound(
    "code-ends-earlier",
    used("codes A = <|77385|>, 77386 until 2025-12-31, 77301, <|G6015|> until 2026-06-30"),
  );
  expectFix("code-ends-earlier", used("codes A = 77385"), used("codes A = 77385 until 2025-12-31"));
  expectFix("code-ends-earlier", used("codes A = G6015 until 2026-06-30"), used("codes A = G6015 until 2025-12-31"));
  expectFound("code-ends-earlier", rule("bundle 77280, <|77385|> into 77301 on the same day"));
  expectFound("code-ends-earlier", rule("bundle 77280, 77385 into 77301 on the same day", "2020-01-01 to 2025-12-31"));
});

test("a set of codes that have ended, which rules forbid, or which no rule looks for any more", () => {
  const set = "codes Ended = 77385\n";
  expectFound("code-ends-earlier", withList(set));
  expectFound("code-ends-earlier", `${rule("forbid Ended", "2026-01-01")}${set}`);
  expectFound(
    "code-ends-earlier",
    `${rule("bundle Ended into 77301 on the same day", "2020-01-01 to 2025-12-31")}${set}`,
  );
  expectFound("code-ends-earlier", rule("forbid 77385"));
  // By another set, and in a condition.
  const within = "codes Ended = <|77385|>\ncodes All = Ended, 77301\n";
  expectFound("code-ends-earlier", `${rule("each 77280 requires All on the same day")}${within}`);
  expectFound("code-ends-earlier", `${rule("forbid any code\n  unless code in All")}${within}`);
});

test("a code that begins after what names it does", () => {
  expectFound("code-begins-later", rule("bundle 77280, <|77436|> into 77301 on the same day"));
  expectFound("code-begins-later", rule("bundle 77280, 77436 from 2026-01-01 into 77301 on the same day"));
  expectFound("code-begins-later", withList("codes A = 77436, <|77285|> from 2009-12-31"));
  expectFix(
    "code-begins-later",
    withList("codes A = 77285 from 2009-12-31"),
    withList("codes A = 77285 from 2010-01-01"),
  );
});

test("where a row of a table says when, only what never was a code is told", () => {
  expectFound(
    "no-such-code",
    withList(`table Pairs
  | code  | since date |
  | 77280 | 2026-01-01 |
rule R-1 "1"
  for each row of Pairs
  effective row.since
  bundle 77385, <|77780|> into row.code on the same day
  deny
`),
  );
});

const inFile = `table ValidCodes lists valid codes effective row.added to row.ended from "valid.csv"
  code code, added date, ended date
codes A = 77280, 77780
`;
const rows: TableData = {
  name: "ValidCodes",
  count: 2,
  columns: new Map([
    ["code", { type: "code", cells: { kind: "text", ids: Int32Array.of(0, 1), values: ["77280", "77301"] } }],
    ["added", { type: "date", cells: { kind: "date", days: Int32Array.of(-0x80000000, 0) } }],
    ["ended", { type: "date", cells: { kind: "date", days: Int32Array.of(-0x80000000, -0x80000000) } }],
  ]),
};
const found = (text: string, rowsOf: (table: string) => TableData | null): readonly string[] =>
  messagesOf("no-such-code", `${text}--- valid.csv\n`, rowsOf);

test("rows of a file come from whoever has read them; without them nothing is said", () => {
  expect(found(inFile, () => rows)).toEqual(["77780 is no code in ValidCodes; did you mean 77280?"]);
  expect(found(inFile, () => null)).toEqual([]);
});

test("of several lists one is enough, and where one is not known nothing is said", () => {
  const two = inFile.replace("codes A", "table Own lists valid codes\n  | code  |\n  | 77780 |\ncodes A");
  expect(found(two, () => rows)).toEqual([]);
  expect(found(two, () => null)).toEqual([]);
  expect(found(two.replace("77780 |", "77781 |"), () => rows)).toEqual([
    "77780 is no code in Own or ValidCodes; did you mean 77280 or 77781?",
  ]);
});
