import { test } from "vitest";
import { expectFix, expectFound } from "../testing/lint-tester.js";

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

/** A limit of one unit, by its id and dates. */
function limit(id: string, effective: string, codes = "77301", more = ""): string {
  return `
rule ${id} "Units of a plan"${more}
  effective ${effective}
  limit ${codes} to 1 unit per day
  deny
`;
}

test("a rule ends, and what takes its place begins later", () => {
  const rules = `${limit("R-1", "2025-01-01 to <|2025-12-31|>")}${limit("R-2", "2026-02-01")}`;
  expectFound("gap-before-successor", rules);
  expectFix(
    "gap-before-successor",
    `${limit("R-1", "2025-01-01 to 2025-12-31")}${limit("R-2", "2026-02-01")}`,
    `${limit("R-1", "2025-01-01 to 2026-01-31")}${limit("R-2", "2026-02-01")}`,
    "let R-1 end on 2026-01-31",
  );
  expectFix(
    "gap-before-successor",
    `${limit("R-1", "2025-01-01 to 2025-12-31")}${limit("R-2", "2026-02-01")}`,
    `${limit("R-1", "2025-01-01 to 2025-12-31")}${limit("R-2", "2026-01-01")}`,
    "let R-2 begin on 2026-01-01",
  );
});

test("no gap: the next day, a third rule between, other codes, another payer, another condition on the codes", () => {
  expectFound(
    "gap-before-successor",
    `payer Aetna = "AETNA"
codes Plan = 77301
${limit("R-1", "2024-01-01 to 2024-12-31")}${limit("R-2", "2025-01-01 to 2025-12-31", "Plan")}
${limit("R-3", "2020-01-01 to <|2025-03-31|>", "77295")}${limit("R-4", "2026-06-01", "77295")}
${limit("R-5", "2027-01-01", "77301", "\n  for Aetna")}
${limit("R-6", "2027-01-01", "77301 having modifier is 26")}`,
  );
});

test("both rules hold on one day", () => {
  const rules = `${limit("R-1", "2025-01-01 to <|2026-01-01|>")}${limit("R-2", "2026-01-01")}`;
  expectFound("rules-share-a-day", rules);
  expectFix(
    "rules-share-a-day",
    rules.replaceAll(/<\||\|>/g, ""),
    `${limit("R-1", "2025-01-01 to 2025-12-31")}${limit("R-2", "2026-01-01")}`,
  );
  expectFound("rules-share-a-day", `${limit("R-1", "2025-01-01 to 2026-03-01")}${limit("R-2", "2026-01-01")}`);
});

test("a code ended before the rule begins, as some set says", () => {
  expectFound(
    "code-ended-before-rule",
    `codes Old = 77385..77386 until 2025-12-31, G6015 until 2024-12-31
codes AlsoOld = G6015
codes Mixed = G6015, 77412

rule R-1 "1"
  effective 2026-01-01
  bundle <|77385|>, 77412, <|AlsoOld|>, Mixed into <|77386|> on the same day
  deny

rule R-2 "2"
  effective 2025-12-31
  bundle 77385, <|G6015|> into 77301 on the same day
  deny

rule R-3 "What has ended is forbidden, or replaced"
  effective 2026-01-01
  forbid 77385
  deny

rule R-4 "4"
  effective 2026-01-01
  replace 77386 with 77407
  deny
`,
  );
});

test("a rule goes on after its codes have ended", () => {
  const text = `codes Old = 77385 until 2024-12-31, 77386 until 2025-12-31

rule R-1 "1"
  effective 2024-01-01
  limit <|Old|> to 1 unit per day
  deny

rule R-2 "2"
  effective 2024-01-01 to 2025-12-31
  limit Old to 1 unit per day
  deny

rule R-3 "3"
  effective 2024-01-01
  limit Old, 77412 to 1 unit per day
  deny
`;
  expectFound("rule-outlives-its-codes", text);
  const plain = text.replaceAll(/<\||\|>/g, "");
  const mended = plain.replace("effective 2024-01-01\n", "effective 2024-01-01 to 2025-12-31\n");
  expectFix("rule-outlives-its-codes", plain, mended);
});

test("a rule begins after the version that it rests on, or ended before it", () => {
  const text = `authority A "A" version "2024"
authority B "B" version "2024Q3"
authority C "C" version "July 2024"
authority D "D" version "R9"
authority E "E" version "2024-07-15"

rule R-1 "1"
  effective OLD
  because A
  because B
  because C
  because D
  because E
  limit 77301 to 1 unit per day
  deny
`;
  const marked = (dates: string, names: string): string =>
    text.replace("OLD", dates).replace(new RegExp(`because ([${names}])`, "g"), "because <|$1|>");
  expectFound("authority-older-than-rule", marked("2025-01-01", "ABCE"));
  expectFound("authority-older-than-rule", marked("2024-10-01", "BCE"));
  expectFound("authority-older-than-rule", marked("2024-07-31", "E"));
  expectFound("authority-newer-than-rule", marked("2023-01-01 to 2023-12-31", "ABCE"));
  expectFound("authority-newer-than-rule", marked("2023-01-01 to 2024-07-01", "E"));
});

test("an override holds where its rule does not", () => {
  expectFound(
    "override-past-its-rule",
    `payer A = "A-1"
payer B = "B-1"
payer C = "C-1"
payer D = "D-1"

rule R-1 "1"
  effective 2025-01-01 to 2025-12-31
  limit 77301 to 1 unit per day
  deny

override R-1 for A <|effective 2025-07-01|>
  limit 77301 to 2 units per day

override R-1 for B <|effective 2024-12-31 to 2025-03-31|>
  limit 77301 to 2 units per day

override R-1 for C effective 2025-01-01 to 2025-12-31
  limit 77301 to 2 units per day

override R-1 for D
  limit 77301 to 2 units per day
`,
  );
});

test("an item whose dates no rule ever looks at", () => {
  expectFound(
    "item-out-of-use",
    `codes Old = <|77385 until 2015-12-31|>, 77386 until 2024-12-31, 77412
codes Wider = Old, <|77407 until 2010-12-31|>
codes Of = 77402 until 2001-12-31
codes Nobody = 77401 until 2001-12-31
episode Course of Of ends after 60 days idle

rule R-1 "1"
  effective 2025-01-01
  limit Wider to 1 unit per day
  deny

rule R-2 "2"
  effective 2025-01-01
  limit Of to 1 unit per Course
  deny
`,
  );
});
