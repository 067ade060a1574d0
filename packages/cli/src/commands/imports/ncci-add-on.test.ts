/** Add-on codes as rules, as their users call for them. All rows are invented. */
import { expect, test } from "vitest";
import { commandLine } from "../../testing/command-line.js";

const { put, edict } = commandLine();

const addOns = (...rows: string[]): string =>
  [
    "AOC_Edit_Type\tAdd-On_Code\tPrimary_Code\tAOC_Edit_EffDT\tAOC_Edit_DelDT",
    ...rows.map((row) => row.replaceAll(" ", "\t").replaceAll(".", "")),
    "",
  ].join("\n");

const file = addOns(
  "1 77293 77295 2014001 .",
  "1 77293 77301 2014001 .",
  "1 77417 77301 2014001 2019365",
  "1 77417 77301 2021001 .",
  "3 77338 77295 2014001 .",
  "3 77338 77301 2020001 .",
  "2 77336 CCCCC 2014001 .",
);

test("a rule for each add-on code: any one primary code is enough, on the days on which the rows say so", async () => {
  put({ "AOC_V2026Q3-MCR.txt": file });
  const run = await edict("import", "ncci-add-on", "AOC_V2026Q3-MCR.txt", "-o", "add-on.csv", "--as-rules");
  expect(run).toEqual({
    code: 0,
    out: `# Made by edict import ncci-add-on from AOC_V2026Q3-MCR.txt. Make it again from a newer file; do not change it by hand.

authority NCCI-ADD-ON "NCCI add-on code edits (2026q3)"

codes Primaries-77293 = 77295, 77301

rule AOC-77293 "77293 goes with a primary code of the same day"
  effective 2014-01-01
  because NCCI-ADD-ON "all primary codes are listed"
  each 77293 requires Primaries-77293 on the same day by the same provider
  deny as CARC 107 "{code} on {date} is paid only beside one of its primary codes, and none is there"
  suggest "bill the primary code of the day, or take the add-on code off"

codes Primaries-77338 = 77295, 77301 from 2020-01-01

rule AOC-77338-SOME "77338 goes with a primary code of the same day, and not all are listed"
  effective 2014-01-01
  because NCCI-ADD-ON "some primary codes are listed"
  each 77338 requires Primaries-77338 on the same day by the same provider
  review "{code} on {date} has none of its listed primary codes beside it; others may be primary too"
  suggest "bill the primary code of the day, or take the add-on code off"

codes AddOn-77417 = 77417 from 2014-01-01 until 2019-12-31, 77417 from 2021-01-01

rule AOC-77417 "77417 goes with a primary code of the same day"
  effective 2014-01-01
  because NCCI-ADD-ON "all primary codes are listed"
  each AddOn-77417 requires 77301 on the same day by the same provider
  deny as CARC 107 "{code} on {date} is paid only beside one of its primary codes, and none is there"
  suggest "bill the primary code of the day, or take the add-on code off"
`,
    err: `add-on.csv: 7 rows of ncci-add-on 2026q3, in force from 2014-01-01 on
7 rows read = 7 written + 0 never in force + 0 repeated + 0 rejected
`,
  });
  put({
    "rules.edict": run.out,
    "charges.csv": `patient,date,code,provider
alone,2026-03-02,77293,A
beside,2026-03-02,77293,A
beside,2026-03-02,77301,A
elsewhere,2026-03-02,77293,A
elsewhere,2026-03-02,77295,B
gap,2020-03-02,77417,A
after,2026-03-02,77417,A
some,2019-03-02,77338,A
some,2019-03-02,77301,A
`,
  });
  const { out } = await edict("run", "rules.edict", "--charges", "charges.csv", "--format", "ndjson");
  const found = out
    .trimEnd()
    .split("\n")
    .map((line) => /"rule":"([^"]+)".*"patient":"([^"]+)"/.exec(line)?.slice(1).join(" "));
  expect(found).toEqual(["AOC-77417 after", "AOC-77293 alone", "AOC-77293 elsewhere", "AOC-77338-SOME some"]);
  expect((await edict("fmt", "--check", "rules.edict")).code).toBe(0);
  const check = await edict("check", "rules.edict");
  expect([check.code, check.out]).toEqual([0, "no problem in 1 file: 3 rules, 0 tests\n"]);
});

test("only some codes, for some payers", async () => {
  put({ "a.txt": file });
  const asked = ["import", "ncci-add-on", "a.txt", "-o", "add-on.csv"];
  const { out } = await edict(...asked, "--as-rules", "--of", "77290..77299", "G6001", "--for", "Medicare", "Medicaid");
  expect(out.match(/^(?:rule \S+|  for .*)/gm)).toEqual(["rule AOC-77293", "  for Medicare, Medicaid"]);
  const refused = async (...more: string[]): Promise<string> => (await edict(...asked, ...more)).err;
  expect(await refused("--as-rules", "--of", "77293..G6001")).toBe(
    "edict: --of takes codes or ranges such as 77261..77799, and 77293..G6001 is neither\n",
  );
  expect(await refused("--as-rules", "--for", "a b")).toBe("edict: --for takes names of payers, and a b is none\n");
  expect(await refused("--of", "77293")).toBe("edict: --of and --for choose among rules; they go with --as-rules\n");
});
