import { expect, test } from "vitest";
import { commandLine } from "../testing/command-line.js";

const { put, edict } = commandLine();

/** Without a test nothing is noticed, so that all that was changed is printed: `line:column from → to`. */
async function changes(rules: string, ...options: string[]): Promise<readonly string[]> {
  put({ "a.edict": rules });
  const { code, out, err } = await edict("test", "a.edict", "--mutate", ...options);
  expect({ code, err: err.replace(/.*warnings?;.*\n/, "") }).toEqual({ code: 0, err: "" });
  return [...out.matchAll(/^  a\.edict:(\d+:\d+)  ([^;\n]*)/gm)].map(([, place, change]) => `${place} ${change}`);
}

test("each clause of a rule is forgotten, each number and date is one off, each word of the scope is left out", async () => {
  const found = await changes(`payer Medicare = "MCR"
setting hospital = place 22
rule R "x"
  for Medicare in hospital
  effective 2024-01-01 to 2025-12-31
  bundle 77280, 77290 into 77301 that follows within 30 days on the same claim
  when units > 1
  unless modifier in 59, XS on either line
  deny
`);
  expect(found).toEqual([
    "2:26 setting hospital with place 22 → without it",
    "4:3 for Medicare → for every payer",
    "4:16 in hospital → in every setting",
    "5:13 effective from 2024-01-01 → from 2024-01-02",
    "5:13 effective from 2024-01-01 → from 2023-12-31",
    "5:27 effective to 2025-12-31 → to 2026-01-01",
    "5:27 effective to 2025-12-31 → to 2025-12-30",
    "6:10 subject 77280, 77290 with 77280 → without it",
    "6:17 subject 77280, 77290 with 77290 → without it",
    "6:54 within 30 days after → at any time",
    "6:54 within 30 days after → within 31 days after",
    "6:54 within 30 days after → within 29 days after",
    "6:54 within 30 days after → within 1 to 30 days after",
    "6:54 within 30 days after → within 30 days before",
    "6:74 with the same claim → with any claim",
    "7:3 when units > 1 → no when",
    "7:8 units > 1 → not units > 1",
    "7:16 units > 1 → units > 2",
    "7:16 units > 1 → units > 0",
    "8:3 unless modifier in 59, XS on either line → no unless",
    "8:10 modifier in 59, XS on either line → not modifier in 59, XS on either line",
    "8:22 the values of modifiers with 59 → without it",
    "8:26 the values of modifiers with XS → without it",
    "8:3 modifier in 59, XS on either line → modifier in 59, XS",
    "8:3 modifier in 59, XS on either line → modifier in 59, XS on the other line",
  ]);
});

test("a limit: its numbers, its group, its ratio, all lines", async () => {
  const found = await changes(`rule R "x"
  limit 77427 to 1 unit for every 5 days of 77402 counting a remainder of 3 or more per patient and provider
  deny
rule S "x"
  limit any code except 77300 to 4 units per 2 weeks all lines
  deny
`);
  expect(found).toEqual([
    "2:18 to 1 unit → to 2 units",
    "2:18 to 1 unit → to 0 units",
    "2:35 for every 5 days → for every 6 days",
    "2:35 for every 5 days → for every 4 days",
    "2:62 counting a remainder → counting none",
    "2:75 a remainder of 3 or more → a remainder of 4 or more",
    "2:75 a remainder of 3 or more → a remainder of 2 or more",
    "2:101 per provider → for all of provider together",
    "5:18 counted any code except 77300 → without its except",
    "5:34 to 4 units → to 5 units",
    "5:34 to 4 units → to 3 units",
    "5:42 per 2 weeks → per patient",
    "5:46 per 2 weeks → per 15 days",
    "5:46 per 2 weeks → per 13 days",
    "5:54 all lines → only those past the allowance",
  ]);
});

test("first, direction, having, halves of a condition", async () => {
  const found = await changes(`rule R "x"
  first 77301 having place is 22 requires 77290 before
  deny
rule S "x"
  each 77301 requires diagnosis is C61 or not (authorization is missing and age < 18)
  deny
`);
  expect(found).toEqual([
    "2:3 first subject → each subject",
    "2:3 first subject → last subject",
    "2:15 subject with its having → without it",
    '2:22 place in "22" → not place in "22"',
    "2:49 before → at any time",
    "2:49 before → 1 day or more before",
    "2:49 before → after",
    "5:3 each subject → first subject",
    "5:23 or diagnosis in C61 → left out",
    "5:43 or not (authorization is missing and age < 18) → left out",
    "5:23 diagnosis in C61 → not diagnosis in C61",
    "5:43 not (authorization is missing and age < 18) → authorization is missing and age < 18",
    "5:48 and authorization is missing → left out",
    "5:77 and age < 18 → left out",
    "5:48 authorization is missing → not authorization is missing",
    "5:77 age < 18 → not age < 18",
    "5:83 age < 18 → age < 19",
    "5:83 age < 18 → age < 17",
  ]);
});

test("a sequence: what stands between two links is changed once for both, and so is the episode", async () => {
  const found = await changes(`codes Course-Codes = 77290, 77301, 77295, 77412
episode Course of Course-Codes ends after 60 days idle
rule R "x"
  sequence 77290, then 77301, 77295 within 30 days, then first 77412 within 30 days in the same Course
  deny
`);
  expect(found.filter((change) => change.startsWith("4:"))).toEqual([
    "4:24 each subject → first subject",
    "4:31 link 77301, 77295 with 77295 → without it",
    "4:24 link 77301, 77295 with 77301 → without it",
    "4:44 within 30 days before → at any time",
    "4:44 within 30 days before → within 31 days before",
    "4:44 within 30 days before → within 29 days before",
    "4:44 within 30 days before → within 1 to 30 days before",
    "4:44 within 30 days before → within 30 days after",
    "4:64 first subject → each subject",
    "4:64 first subject → last subject",
    "4:77 within 30 days before → at any time",
    "4:77 within 30 days before → within 31 days before",
    "4:77 within 30 days before → within 29 days before",
    "4:77 within 30 days before → within 1 to 30 days before",
    "4:77 within 30 days before → within 30 days after",
    "4:97 in the same Course → in any Course, or none",
  ]);
});

test("an override: left out, its own clauses, and the rule's clauses in it too; a waiver likewise", async () => {
  const found = await changes(`payer Aetna = "AETNA"
payer Cigna = "CIGNA"
rule R "x"
  limit 77336 to 2 units per day
  deny
override R for Aetna
  limit 77336 to 4 units per day
waive R for Cigna effective 2026-07-01
`);
  expect(found).toEqual([
    "4:18 to 2 units → to 3 units",
    "4:18 to 2 units → to 1 unit",
    "4:26 per day → per patient",
    "6:1 override for Aetna → no override",
    "6:12 for Aetna → for every payer",
    "7:18 to 4 units → to 5 units",
    "7:18 to 4 units → to 3 units",
    "7:26 per day → per patient",
    "8:1 waiver for Cigna effective 2026-07-01 → no waiver",
    "8:9 for Cigna → for every payer",
    "8:29 effective from 2026-07-01 → from 2026-07-02",
    "8:29 effective from 2026-07-01 → from 2026-06-30",
  ]);
});

test("sets, episodes and tables are changed where they are declared, once for all rules", async () => {
  const found = await changes(`codes Inner = 77280..77285, 77402 until 2025-12-31
codes Outer = Inner, 77336
diagnoses Covered = C61, C70..C72
modifiers Apart = 59, XS
episode Course of Outer ends after 60 days idle
table Units
  | code  | units |
  | 77300 | 10    |
rule R "x"
  forbid Outer with 77301 in the same Course
  unless modifier in Apart or diagnosis in Covered
  deny
rule S "x"
  for each row of Units
  limit row.code to row.units units per day
  deny
`);
  expect(found.filter((change) => Number(change.split(":")[0]) < 9)).toEqual([
    "1:15 codes Inner with 77280 → without it",
    "1:22 codes Inner with 77285 → without it",
    "1:29 codes Inner with 77402 → without it",
    "1:41 codes Inner with 77402 until 2025-12-31 → until 2026-01-01",
    "1:41 codes Inner with 77402 until 2025-12-31 → until 2025-12-30",
    "2:22 codes Outer with 77336 → without it",
    "2:15 codes Outer with Inner → without it",
    "3:21 diagnoses Covered with C61 → without it",
    "3:26 diagnoses Covered with C70 → without it",
    "3:31 diagnoses Covered with C72 → without it",
    "4:19 modifiers Apart with 59 → without it",
    "4:23 modifiers Apart with XS → without it",
    "5:36 episode Course ends after 60 days → 61 days",
    "5:36 episode Course ends after 60 days → 59 days",
    "8:5 row 77300 | 10 of Units → left out",
    "8:5 row 77300 | 10 of Units → units 11",
    "8:5 row 77300 | 10 of Units → units 9",
  ]);
});

test("what can change nothing is not tried: held by another item, a date that no rule sees, an end on which nothing stands", async () => {
  const found = await changes(`codes Old = 77385 until 2025-12-31
codes All = Old, 77336 until 2023-12-01
rule R "x"
  effective 2024-01-01 to 2025-12-31
  forbid Old, All
  deny
rule S "x"
  forbid 77402..77407 except 77407
  deny
`);
  // 77385 ends when the rule does, and All holds it too; 77336 ended before; 77407 is left out anyway.
  expect(found).toEqual([
    "1:13 codes Old with 77385 → without it",
    "1:25 codes Old with 77385 until 2025-12-31 → until 2025-12-30",
    "4:13 effective from 2024-01-01 → from 2024-01-02",
    "4:13 effective from 2024-01-01 → from 2023-12-31",
    "4:27 effective to 2025-12-31 → to 2025-12-30",
    "8:10 subject 77402..77407 except 77407 with 77402 → without it",
    "8:23 subject 77402..77407 except 77407 → without its except",
  ]);
});

const tested = `rule R "x"
  bundle 77290 into 77301 that follows within 30 days
  deny
rule S "x"
  forbid 77336
  deny
test "within thirty days"
  given starting 2026-03-02
  day 1  77290
  day 31 77301
  expect R on 77290 day 1
`;

test("a slip that turns a test is noticed; the others are shown under their rule with what would show them", async () => {
  put({ "a.edict": tested });
  const { code, out } = await edict("test", "a.edict", "--mutate");
  expect(code).toBe(0);
  expect(out).toBe(`rule R  2 of 5  40.0 %
  a.edict:2:47  within 30 days after → at any time; a companion outside of it would show it
  a.edict:2:47  within 30 days after → within 31 days after; a companion 31 days away would show it
  a.edict:2:47  within 30 days after → within 1 to 30 days after; a companion on the same day would show it
5 mutants, 2 noticed, 3 survived: 40.0 %
`);
});

test("a score under --min-score ends with 1; --rule and --min-score are of --mutate", async () => {
  put({ "a.edict": tested });
  expect((await edict("test", "a.edict", "--mutate", "--min-score", "40")).code).toBe(0);
  expect((await edict("test", "a.edict", "--mutate", "--min-score", "40.1")).code).toBe(1);
  expect((await edict("test", "a.edict", "--mutate", "--min-score", "many")).code).toBe(2);
  expect((await edict("test", "a.edict", "--rule", "R")).err).toContain("--rule is of --mutate");
  expect((await edict("test", "a.edict", "--mutate", "--rule", "Q")).err).toContain("there is no rule Q");
});

test("JSON has the same, and a compiled rulebook the places of its declarations", async () => {
  put({ "a.edict": tested });
  await edict("compile", "a.edict", "-o", "a.json");
  const { out } = await edict("test", "a.json", "--mutate", "--format", "json");
  const report: unknown = JSON.parse(out);
  expect(report).toMatchObject({
    mutants: 5,
    killed: 2,
    score: 40,
    declarations: [
      {
        kind: "rule",
        name: "R",
        mutants: 5,
        killed: 2,
        survivors: [
          { at: { line: 1, column: 1 }, clause: "statement", from: "within 30 days after", to: "at any time" },
          {},
          {},
        ],
      },
    ],
  });
});

test("where a test fails as it is, nothing is tried", async () => {
  put({ "a.edict": tested.replace("day 31 77301", "day 32 77301") });
  const { code, out, err } = await edict("test", "a.edict", "--mutate");
  expect(code).toBe(1);
  expect(out).toContain('failed "within thirty days"');
  expect(err).toContain("1 test fails; no mutant was tried");
});
