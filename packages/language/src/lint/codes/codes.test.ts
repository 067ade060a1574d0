import { test } from "vitest";
import { expectFix, expectFound } from "../testing/lint-tester.js";

test("an item twice in one list, of whatever kind", () => {
  expectFound(
    "listed-twice",
    `codes A = 77301, 77295, <|77301|>, 77306..77307, <|77306..77307|>, 77402 until 2025-12-31, 77402
diagnoses D = C61, <|C61|>
modifiers M = 59, XE, <|59|>
codes B = A except 77295, <|77295|>

rule R-1 "1"
  bundle 77280, <|77280|> into 77301, 77295 on the same day
  deny
`,
  );
  expectFix("listed-twice", "codes A = 77301, 77295,\n  77301, 77306\n", "codes A = 77301, 77295, 77306\n");
});

test("an item that another holds", () => {
  expectFound(
    "already-in-the-list",
    `codes Plan = 77301, 77306..77307
codes A = Plan, <|77301|>, 77279, <|77283|>, 77285, 77280..77284, <|77402 until 2025-12-31|>, 77402
codes B = <|77280|>, 77280..77290, 77407 until 2025-12-31, 77407..77408 until 2024-12-31
codes C = <|Plan|>, 77301..77310
diagnoses D = <|C50.911|>, C50, C51..C58, <|C53.1|>
diagnoses N = <|C50.1|>, C61, D

rule R-1 "1"
  bundle Plan, <|77301|> into 77412 on the same day
  deny
`,
  );
  expectFix("already-in-the-list", "codes A = 77280, 77280..77290\n", "codes A = 77280..77290\n");
  expectFix("already-in-the-list", "diagnoses D = C50, C50.1\n", "diagnoses D = C50\n");
});

test("a comment beside an item is not taken out with it", () => {
  const text = "codes A = 77280, # the first\n  <|77280|>, # the second\n  77290\n";
  expectFound("listed-twice", text);
  expectFix("listed-twice", "codes A = 77280, 77280, # both\n  77290\n", "codes A = 77280, # both\n  77290\n");
});

test("codes that follow on one another", () => {
  expectFound(
    "codes-form-a-range",
    `codes A = 77301, <|77402, 77403, 77404, 77405|>, 77407, 77408, 77409
codes B = <|0394T, 0395T, 0396T, 0397T|>, 0399U, 77402, 77403, 77404 until 2025-12-31, 77405
codes C = 77402, 77403, # two
  77404, 77405
diagnoses D = C50, C51, C52, C53
`,
  );
  expectFix(
    "codes-form-a-range",
    "codes A = 77301, 77402, 77403,\n  77404, 77405, 77407\n",
    "codes A = 77301, 77402..77405, 77407\n",
  );
});

test("a range of thousands of codes, or across chapters", () => {
  expectFound(
    "wide-range",
    "codes A = <|69990..70010|>, 77261..77799, <|G0001..G9999|>, 99202..99499, 00100..01999, <|77280..87290|>\n",
  );
});

test("a code on both sides of a bundle", () => {
  expectFound(
    "bundle-into-itself",
    `codes Plan = 77301, 77306..77307

rule R-1 "1"
  bundle 77306, 77280 into <|Plan|> on the same day
  deny

rule R-2 "2"
  bundle 77301 into 77301 that precedes within 30 days
  deny

rule R-3 "3"
  bundle 77301 having modifier is 26 into 77301 on the same day
  deny

rule R-4 "4"
  forbid 77301 with 77301 within 3 days
  deny

rule R-5 "5"
  bundle any code into Plan on the same day
  deny

rule R-6 "6"
  bundle 77301 until 2024-12-31 into 77301 from 2025-01-01 on the same day
  deny
`,
  );
});

test("two codes are bundled into each other", () => {
  const both = (first: string, second: string): string => `payer A = "A-1"
payer B = "B-1"

rule R-1 "1"
  ${first}
  bundle 77280, 77285 into 77301 on the same day
  deny

rule R-2 "2"
  ${second}
  <|bundle 77301 into 77285..77290 on the same day|>
  deny
`;
  expectFound("bundled-both-ways", both("for A", "for A, B"));
  expectFound("bundled-both-ways", both("for A", "for B").replaceAll(/<\||\|>/g, ""));
  const apart = both("effective to 2024-12-31", "effective 2025-01-01");
  expectFound("bundled-both-ways", apart.replaceAll(/<\||\|>/g, ""));
  const directed = both("for A", "for A").replaceAll("on the same day", "that follows within 3 days");
  expectFound("bundled-both-ways", directed.replaceAll(/<\||\|>/g, ""));
});

test("a code ends in one set and not in another", () => {
  const text = `codes A = 77385..77386 until 2025-12-31, 77412
codes B = <|77385|>, 77412, 77386 until 2025-12-31
codes C = <|77380..77390|>
`;
  expectFound("code-without-its-end", text);
  const plain = text.replaceAll(/<\||\|>/g, "").replace(/codes C.*\n/, "");
  expectFix("code-without-its-end", plain, plain.replace("B = 77385", "B = 77385 until 2025-12-31"));
});

test("a denial without its reason code", () => {
  expectFound(
    "deny-without-carc",
    `rule R-1 "1"
  forbid 77301
  <|deny|> "no"

rule R-2 "2"
  forbid 77301
  deny as CARC 97

rule R-3 "3"
  forbid 77301
  hold
`,
  );
});

test("a denial that does not say what to do", () => {
  expectFound(
    "deny-without-suggest",
    `payer A = "A-1"

rule R-1 "1"
  forbid 77301
  <|deny|>

override R-1 for A
  forbid 77302

rule R-2 "2"
  forbid 77301
  deny
  suggest remove

rule R-3 "3"
  replace 77301 with 77302
  deny
`,
  );
});

test("a modifier of two digits that does not exist", () => {
  expectFound(
    "no-such-modifier",
    `modifiers M = 59, <|95|>, XE, <|11|>
field modifier_count number

rule R-1 "1"
  forbid 77301 having modifier is <|72|>
  when modifier in 26, <|28|>, M and modifier_count = 11 and place is 11
  deny
  suggest modifier <|60|>
`.replace("<|95|>", "95"),
  );
});

test("a limit of nothing", () => {
  const text = `rule R-1 "1"
  limit 77301, 77302 to <|0 units|> per day
  deny
`;
  expectFound("limit-of-zero", text);
  expectFix(
    "limit-of-zero",
    text.replaceAll(/<\||\|>/g, ""),
    `rule R-1 "1"
  forbid 77301, 77302
  deny
`,
  );
  expectFound("limit-of-zero", 'rule R-2 "2"\n  limit 77427 to 1 unit per day\n  deny\n');
});

test("a rule proposes a code that has ended", () => {
  expectFound(
    "suggested-code-ended",
    `codes Old = 77385..77386 until 2025-12-31

rule R-1 "1"
  effective 2026-01-01
  replace 77418 with <|77385|>
  deny

rule R-2 "2"
  effective 2026-01-01
  forbid 77418
  deny
  suggest replace with <|77386|>

rule R-3 "3"
  effective 2025-01-01
  replace 77418 with 77385
  deny

rule R-4 "4"
  effective 2026-01-01
  replace 77418 with 77407
  deny
`,
  );
});
