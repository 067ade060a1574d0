import { test } from "vitest";
import { expectFix, expectFound } from "../testing/lint-tester.js";

function plain(text: string): string {
  return text.replaceAll(/<\||\|>/g, "");
}

test("a window that is longer than its episode", () => {
  expectFound(
    "window-longer-than-episode",
    `episode Ninety starts with 77261 lasts 90 days
episode Course of 77402 ends after 30 days idle

rule R-1 "1"
  bundle 77280 into 77301 that follows <|within 90 days|> in the same Ninety
  deny

rule R-2 "2"
  bundle 77280 into 77301 that follows within 88 days in the same Ninety
  deny

rule R-3 "3"
  bundle 77280 into 77301 that follows within 90 days in the same Course
  deny

rule R-4 "4"
  sequence 77280, then 77301 <|within 4 months|>, then first 77402 within 10 days in the same Ninety
  deny

rule R-5 "5"
  bundle 77280 into 77301 within 90 days
  deny
`,
  );
});

test("a window that looks both ways where one comes first", () => {
  const text = `rule R-1 "1"
  bundle 77280 into 77301 <|within 30 days|> by the same provider
  deny

rule R-2 "2"
  each 77301 requires 77280 <|within 60 days|>
  deny

rule R-3 "3"
  bundle 77280..77301 into 77301 within 3 days
  deny

rule R-4 "4"
  forbid 77280 with 77301 within 3 days
  deny

rule R-5 "5"
  bundle 77280 into 77301 that follows within 30 days
  deny
`;
  expectFound("window-both-ways", text);
  const first = plain(text);
  expectFix(
    "window-both-ways",
    first,
    first.replace("77301 within 30 days", "77301 that follows within 30 days"),
    "write that follows within 30 days",
  );
  const second = first.slice(first.indexOf("rule R-2"));
  const mended = second.replace("within 60 days", "within 60 days before");
  expectFix("window-both-ways", second, mended, "write within 60 days before");
});

test("a pair edit of any provider", () => {
  const text = `authority NCCI-IX "Policy manual, chapter IX"
authority IOM "Claims processing manual"

rule R-1 "1"
  because NCCI-IX
  bundle 77280 into 77301 <|on the same day|>
  deny

rule R-2 "2"
  because IOM
  bundle 77280 into 77301 on the same day
  deny

rule R-3 "3"
  because NCCI-IX
  bundle 77280 into 77301 on the same day by the same provider
  deny

rule R-4 "4"
  because NCCI-IX
  bundle 77280 into 77301 on the same day on the same claim
  deny
`;
  expectFound("same-day-without-provider", text);
  expectFix(
    "same-day-without-provider",
    plain(text),
    plain(text).replace("on the same day\n", "on the same day by the same provider\n"),
  );
});

test("a window beside the same day", () => {
  const text = `rule R-1 "1"
  bundle 77280 into 77301 on the same day <|within 30 days|> by the same provider
  deny

rule R-2 "2"
  bundle 77280 into 77301 on the same day <|that follows|>
  deny
`;
  expectFound("redundant-window", text);
  expectFix("redundant-window", plain(text), plain(text).replace(" within 30 days", ""));
});

test("a payer beside its group, or twice", () => {
  const payers = `payer A = "A-1"
payer B = "B-1"
payers Both = A, B
`;
  const rule = (who: string): string => `${payers}
rule R-1 "1"
  for ${who}
  forbid 77301
  deny
`;
  expectFound("payer-within-group", rule("<|A|>, Both"));
  expectFound("payer-within-group", rule("B, A, <|B|>"));
  expectFound("payer-within-group", `${payers}payers Again = Both, <|A|>\npayers Same = Both, <|Again|>\n`);
  expectFix("payer-within-group", rule("A, Both"), rule("Both"));
  expectFix("payer-within-group", rule("B, A, B"), rule("B, A"));
});

test("one name of two payers", () => {
  expectFound(
    "alias-of-two-payers",
    `payer Blue = "BLUE*", "BCBS"
payer Medicare = "MEDICARE", <|"bcbs"|>, "Medicare"
payer Other = "BLUES"
`,
  );
});

test("an override that says what its rule says", () => {
  const text = `payer A = "A-1"
payer B = "B-1"
payer C = "C-1"

rule R-1 "1"
  limit 77301 to 1 unit per day
  unless modifier is 59
  deny as CARC 97 "a  b"

override R-1 for A
  limit 77301 to 2 units per day
  <|unless modifier   is 59|>
  deny as CARC 97 "a b"

override R-1 for B
  <|limit 77301 to 1 unit per day|>

override R-1 for C
  limit 77301 to 3 units per day
`;
  expectFound("override-repeats-its-rule", text);
  const first = plain(text).replace(/override R-1 for B\n.*\n/, "");
  expectFix("override-repeats-its-rule", first, first.replace("  unless modifier   is 59\n", ""));
});

test("two rules that say one thing", () => {
  const rule = (id: string, reach: string, codes: string, more = ""): string => `
rule ${id} "A title of its own"
  ${reach}
  bundle ${codes} into 77301 on the same day${more}
  deny
`;
  const names = `payer A = "A-1"
payer B = "B-1"
payers Both = A, B
codes Simulation = 77280, 77285
`;
  expectFound(
    "two-rules-one-meaning",
    `${names}${rule("R-1", "for Both", "Simulation")}${rule("<|R-2|>", "for A", "77285, 77280")}`,
  );
  expectFound("two-rules-one-meaning", `${names}${rule("R-1", "for A", "77280")}${rule("R-2", "for B", "77280")}`);
  expectFound(
    "two-rules-one-meaning",
    `${names}${rule("R-1", "effective to 2024-12-31", "77280")}${rule("R-2", "effective 2025-01-01", "77280")}`,
  );
  expectFound(
    "two-rules-one-meaning",
    `${names}${rule("R-1", "for A", "77280")}${rule("R-2", "for A", "77280", "\n  unless modifier is 59")}`,
  );
});

test("payers, settings and fields that nothing names", () => {
  const text = `payer <|A|> = "A-1"
payer B = "B-1"
payer C = "C-1"
payers Both = B, C
setting hospital = place 22
setting office = place 11
field site text
field side text

rule R-1 "1"
  for Both
  in hospital
  forbid 77301
  when site is missing
  deny
`;
  expectFound("unused-payer", text);
  expectFound("unused-setting", plain(text).replace("office", "<|office|>"));
  expectFound("unused-field", plain(text).replace("side", "<|side|>"));
});
