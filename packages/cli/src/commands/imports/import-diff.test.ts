/** What a new quarter changes, as its users ask. All tables are invented. */
import { expect, test } from "vitest";
import { commandLine } from "../../testing/command-line.js";

const { put, edict } = commandLine();

const ptp = (...rows: string[]): string =>
  ["Column 1\tColumn 2\tEffective\tDeletion\tModifier", ...rows.map((row) => row.replaceAll(" ", "\t")), ""].join("\n");

const quarters = async (): Promise<void> => {
  put({
    "q2.txt": ptp("77301 77280 20240101 * 0", "77301 77290 20240101 * 0", "77338 77332 20240101 20251231 1"),
    "q3.txt": ptp(
      "77301 77280 20240101 20260630 0",
      "77301 77290 20240101 20260630 0",
      "77301 77290 20260701 * 1",
      "77338 77332 20240101 20250930 1",
      "77338 77334 20260701 * 1",
    ),
  });
  await edict("import", "ncci-ptp", "q2.txt", "-o", "old.csv", "--release", "2026q2");
  await edict("import", "ncci-ptp", "q3.txt", "-o", "new.csv", "--release", "2026q3");
};

const rules = `
codes Simulation = 77280, 77285, 77290

table PtpEdits from "new.csv"
  column1 code, column2 code, effective date, deleted date, indicator number

rule R-1 "a bundle" bundle Simulation into 77301 on the same day deny
rule R-2 "a limit" limit 77334 to 3 units per day deny
rule R-3 "another" forbid 77427 deny
rule R-4 "the table"
  for each row of PtpEdits
  effective row.effective to row.deleted
  bundle row.column2 into row.column1 on the same day
  deny
`;

test("pairs that are added, ended, have another indicator or other dates, and the rules that name their codes", async () => {
  await quarters();
  put({ "rules.edict": rules });
  const { code, out } = await edict("import", "--diff", "old.csv", "new.csv", "--rules", "rules.edict");
  expect({ code, out }).toEqual({
    code: 0,
    out: `old.csv: 3 rows of ncci-ptp 2026q2
new.csv: 5 rows of ncci-ptp 2026q3

change   column1  column2  from        to          was          now
ended    77301    77280    2026-07-01              indicator 0
changed  77301    77290    2026-07-01              indicator 0  indicator 1
dates    77338    77332    2025-10-01  2025-12-31  indicator 1
added    77338    77334    2026-07-01                           indicator 1

rules to look at:
  R-1 at rules.edict:7: 2 changes, 2 of them between two codes of its own: 77280 (subject), 77290 (subject), 77301 (companion)
  R-2 at rules.edict:8: 1 change: 77334 (subject)
  R-4 at rules.edict:10: reads PtpEdits, which is one of these tables

3 pairs before and 4 now, 0 of them the same
changes: 1 added, 1 ended, 1 changed, 1 dates
`,
  });
});

test("as CSV, with the ids of the rules; what is not listed is not written", async () => {
  await quarters();
  put({ "rules.edict": rules });
  const run = await edict("import", "--diff", "old.csv", "new.csv", "--format", "csv", "--rules", "rules.edict");
  expect(run.out.replaceAll("\r\n", "\n")).toBe(`change,column1,column2,from,to,indicator was,indicator now,rules
ended,77301,77280,2026-07-01,,0,,R-1
changed,77301,77290,2026-07-01,,0,1,R-1
dates,77338,77332,2025-10-01,2025-12-31,1,,
added,77338,77334,2026-07-01,,,1,R-2
`);
  const { out } = await edict("import", "--limit", "1", "--format", "csv", "--diff", "old.csv", "new.csv");
  expect(out.split("\n").length).toBe(3);
});

test("as one JSON document", async () => {
  await quarters();
  put({ "rules.edict": rules });
  const asked = ["import", "--diff", "old.csv", "new.csv", "--format", "json", "--limit", "1"];
  const { out } = await edict(...asked, "--rules", "rules.edict");
  const document: unknown = JSON.parse(out);
  expect(document).toMatchObject({
    kind: "ncci-ptp",
    old: { file: "old.csv", rows: 3, setting: null, releases: [{ release: "2026q2", effective: null }] },
    new: { file: "new.csv", rows: 5 },
    since: null,
    changes: [
      {
        change: "ended",
        column1: "77301",
        column2: "77280",
        from: "2026-07-01",
        to: null,
        was: [{ indicator: 0 }],
        now: [],
        columns: [],
        rules: ["R-1"],
      },
    ],
    keys: { old: 3, new: 4, same: 0 },
    counts: { added: 1, ended: 1, changed: 1, dates: 1 },
    rules: [
      { rule: "R-1", changes: 2, between: 2, tables: [] },
      { rule: "R-2", codes: [{ code: "77334", roles: ["subject"] }] },
      { rule: "R-4", changes: 0, tables: ["PtpEdits"] },
    ],
  });
  const without: unknown = JSON.parse((await edict(...asked)).out);
  expect(without).toMatchObject({ rules: null });
});

test("units are compared from the first day of which both tables know", async () => {
  const mue = (...rows: string[]): string =>
    `HCPCS/CPT Code,MUE Values,MUE Adjudication Indicator\n${rows.join("\n")}\n`;
  put({
    "MUE_Practitioner_Eff_04-01-2026.csv": mue("77300,10,3 x", "77334,10,3 x", "77338,1,2 x"),
    "MUE_Practitioner_Eff_07-01-2026.csv": mue("77300,8,2 x", "77301,1,2 x", "77334,10,3 x"),
  });
  await edict("import", "ncci-mue", "MUE_Practitioner_Eff_04-01-2026.csv", "-o", "old.csv");
  await edict("import", "ncci-mue", "MUE_Practitioner_Eff_07-01-2026.csv", "-o", "new.csv");
  const { out } = await edict("import", "--diff", "old.csv", "new.csv");
  expect(out).toBe(`old.csv: 3 rows of ncci-mue practitioner 2026-04-01
new.csv: 3 rows of ncci-mue practitioner 2026-07-01
compared from 2026-07-01 on, the first day of which both know

change   code   from        to  was                    now
changed  77300  2026-07-01      units 10, indicator 3  units 8, indicator 2
added    77301  2026-07-01                             units 1, indicator 2
ended    77338  2026-07-01      units 1, indicator 2

3 codes before and 3 now, 1 of them the same
changes: 1 added, 1 ended, 1 changed, 0 dates
`);
  expect((await edict("import", "--diff", "old.csv", "new.csv")).err).toBe("");
  expect((await edict("import", "--diff", "new.csv", "old.csv")).err).toBe(
    "edict: new.csv holds a later release than old.csv; the older table is named first\n",
  );
});

test("a list of codes", async () => {
  put({ "2025.csv": "code,added,terminated\n77301,2010-01-01,\nG6003,2015-01-01,\n" });
  put({ "2026.csv": "code,added,terminated\n77301,2010-01-01,\nG6003,2015-01-01,2025-12-31\n77437,2026-01-01,\n" });
  const columns = ["--effective-column", "added", "--ended-column", "terminated"];
  for (const year of ["2025", "2026"])
    await edict("import", "code-list", `${year}.csv`, "-o", `v${year}.csv`, ...columns);
  const { out } = await edict("import", "--diff", "v2025.csv", "v2026.csv");
  expect(out).toContain(`
change  code   from        to  was  now
added   77437  2026-01-01
ended   G6003  2026-01-01

2 codes before and 3 now, 1 of them the same
`);
});

test("what cannot be compared is said in a sentence, with exit code 2", async () => {
  await quarters();
  put({
    "bare.csv": "column1,column2,effective,deleted,indicator\n77301,77280,2024-01-01,,0\n",
    "MUE_Eff_07-01-2026.csv": "HCPCS/CPT Code,MUE Values\n77300,8\n",
    "wrong.edict": "rule",
  });
  await edict("import", "ncci-mue", "MUE_Eff_07-01-2026.csv", "-o", "mue.csv");
  const said = async (...argv: string[]): Promise<string> => {
    const { code, out, err } = await edict("import", ...argv);
    return `${code} ${out}${err}`;
  };
  expect(await said("--diff", "old.csv")).toBe(
    "2 edict: --diff takes two tables, the older one first: --diff old.csv new.csv\n",
  );
  expect(await said("--diff", "old.csv", "none.csv")).toBe(
    "2 edict: none.csv: there is no such file; check its name\n",
  );
  expect(await said("--diff", "old.csv", "mue.csv")).toBe(
    "2 edict: old.csv: the table holds ncci-ptp and the other one ncci-mue; compare tables of one kind and setting\n",
  );
  expect(await said("--diff", "bare.csv", "bare.csv")).toBe(
    "2 edict: bare.csv.import.json: neither table has beside it what edict import writes there, so nothing says what they hold; keep table and record together\n",
  );
  expect((await said("--diff", "bare.csv", "new.csv")).startsWith("0 bare.csv: 1 row\n")).toBe(true);
  expect(await said("--diff", "old.csv", "new.csv", "--rules", "wrong.edict")).toMatch(/^2 .*nothing was done\n$/s);
  expect(await said("--diff", "old.csv", "new.csv", "--limit", "many")).toMatch(/^2 edict: --limit takes/);
  expect(await said("ncci-xyz", "a.txt")).toBe(
    "2 edict: there is no source ncci-xyz; the sources are ncci-ptp, ncci-mue, ncci-add-on, code-list\n",
  );
  expect((await said()).startsWith("2 Usage: edict import")).toBe(true);
});
