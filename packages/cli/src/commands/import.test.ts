/** Importing as its users call it, up to a rule that reads what was imported. All rows are invented. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { commandLine } from "../testing/command-line.js";

const { put, at, edict } = commandLine();

const ptp = (...rows: string[]): string =>
  [
    "a notice",
    "Column 1\tColumn 2\tEffective\tDeletion\tModifier",
    ...rows.map((row) => row.replaceAll(" ", "\t")),
    "",
  ].join("\r\n");

test("an imported pair table is read by a rule, on each date as it was then", async () => {
  put({
    "ccipra-v321r0-f1.TXT": ptp("77301 77280 20240101 * 0", "77301 77290 20240101 20251231 1"),
    "ccipra-v321r0-f2.TXT": ptp("77338 77334 20240101 * 1", "77338 77332 20240101 20240101 9"),
  });
  const run = await edict(
    "import",
    "ncci-ptp",
    "ccipra-v321r0-f1.TXT",
    "ccipra-v321r0-f2.TXT",
    "-o",
    "pairs.csv",
    "--declaration",
  );
  expect(run).toEqual({
    code: 0,
    out: `table PtpEditsPractitioner from "pairs.csv"
  column1 code, column2 code, effective date, deleted date, indicator number
`,
    err: `pairs.csv: 3 rows of ncci-ptp practitioner v321r0, in force from 2024-01-01 on
4 rows read = 3 written + 1 never in force + 0 repeated + 0 rejected
`,
  });
  put({
    "rules.edict": `${run.out}
modifiers Separate = 59, XS

rule PTP-1 "pairs of the imported table"
  for each row of PtpEditsPractitioner
  effective row.effective to row.deleted
  bundle row.column2 into row.column1 on the same day
  unless row.indicator = 1 and modifier in Separate on either line
  deny as CARC 97 "{code} is bundled into {other.code}"
`,
    "charges.csv": `patient,date,code,modifiers
1,2026-03-02,77301,
1,2026-03-02,77280,59
1,2026-03-02,77290,
1,2025-12-31,77301,
1,2025-12-31,77290,
1,2025-12-30,77301,
1,2025-12-30,77290,59
2,2026-03-02,77338,
2,2026-03-02,77332,
2,2026-03-02,77334,
`,
  });
  const { code, out } = await edict("run", "rules.edict", "--charges", "charges.csv", "--format", "ndjson");
  expect(code).toBe(1);
  const lines = out.trimEnd().split("\n");
  const findings = lines.map((line) => /"message":"([^"]+)".*?"row":(\d+)/.exec(line)?.slice(1).join(", row ") ?? line);
  expect(findings).toEqual([
    "77290 is bundled into 77301, row 6",
    "77280 is bundled into 77301, row 3",
    "77334 is bundled into 77338, row 11",
  ]);
});

test("an imported table may be written compiled, is read by a rule, and takes a newer quarter", async () => {
  put({
    "ccipra-v321r0-f1.TXT": ptp("77301 77280 20240101 * 0", "77301 77290 20240101 * 1"),
    "ccipra-v322r0-f1.TXT": ptp("77301 77280 20240101 20240630 0", "77301 77290 20240101 * 1"),
    "rules.edict": `table Pairs from "pairs.edict-table"
  column1 code, column2 code, effective date, deleted date, indicator number

rule PTP-1 "pairs of the imported table"
  for each row of Pairs
  effective row.effective to row.deleted
  bundle row.column2 into row.column1 on the same day
  deny
`,
    "charges.csv": "patient,date,code\nP1,2024-07-01,77280\nP1,2024-07-01,77290\nP1,2024-07-01,77301\n",
  });
  const found = async (): Promise<unknown[]> => {
    const { out } = await edict("run", "rules.edict", "--charges", "charges.csv", "--format", "ndjson");
    return out.match(/"tableRow":\d+/g) ?? [];
  };
  const imported = await edict("import", "ncci-ptp", "ccipra-v321r0-f1.TXT", "-o", "pairs.edict-table");
  expect(imported.code).toBe(0);
  expect(readFileSync(at("pairs.edict-table")).toString("latin1", 0, 8)).toBe("EDICTTAB");
  expect(await found()).toEqual(['"tableRow":2', '"tableRow":3']);
  const onto = ["--onto", "pairs.edict-table", "-o", "pairs.edict-table"];
  expect((await edict("import", "ncci-ptp", "ccipra-v322r0-f1.TXT", ...onto)).code).toBe(0);
  expect(await found()).toEqual(['"tableRow":3']);
});

test("rejected rows are listed, counted, and give exit code 3; what is not listed is told", async () => {
  put({ "a.txt": ptp("77301 7728 20240101 * 0", "77301 \u001b[2J 20240101 * 0", "77301 77280 20240101 * 0") });
  expect(await edict("import", "ncci-ptp", "a.txt", "-o", "pairs.csv")).toEqual({
    code: 3,
    err: "",
    out: `a.txt, row 3, column Column 2: 7728: a code has five characters and this has four; a leading zero may be lost, so export the column as text
a.txt, row 4, column Column 2: \\x1b[2J: this is no HCPCS or CPT code: five digits, or four and one letter; correct the cell
pairs.csv: 1 row of ncci-ptp, in force from 2024-01-01 on
3 rows read = 1 written + 0 never in force + 0 repeated + 2 rejected
`,
  });
  const { out } = await edict("import", "ncci-ptp", "a.txt", "-o", "pairs.csv", "--limit", "1");
  expect(out).toContain("\n1 more rejected row not listed; --limit lists more\n");
});

test("a newer quarter goes onto the table that is written", async () => {
  put({
    "2026q2.txt": ptp("77301 77280 20240101 * 0", "77301 77290 20240101 * 1"),
    "2026q3.txt": ptp("77301 77280 20240101 20260630 0"),
  });
  await edict("import", "ncci-ptp", "2026q2.txt", "-o", "pairs.csv");
  const { code, out } = await edict("import", "ncci-ptp", "2026q3.txt", "--onto", "pairs.csv", "-o", "pairs.csv");
  expect({ code, out }).toEqual({
    code: 0,
    out: `pairs.csv: 2 rows of ncci-ptp 2026q3, in force from 2024-01-01 on
1 row read = 1 written + 0 never in force + 0 repeated + 0 rejected
onto pairs.csv: 0 as before, 1 new or changed, 1 replaced, 1 kept that no file names
1 kept row still in force; were all files of the release named?
`,
  });
  expect(readFileSync(at("pairs.csv"), "utf8")).toContain("\n77301,77280,2024-01-01,2026-06-30,0\n");
});

test("a list of codes is read by its columns, and its texts are left alone", async () => {
  put({ "a.csv": "Proc,Text,Stop\n77280,secret words,\n77785,x,12/31/2015\n77280,x,\n" });
  const run = await edict(
    "import",
    "code-list",
    "a.csv",
    "-o",
    "valid.csv",
    "--declaration",
    "--code-column",
    "Proc",
    "--ended-column",
    "Stop",
  );
  expect(run).toEqual({
    code: 0,
    out: `table ValidCodes lists valid codes effective row.effective to row.ended from "valid.csv"
  code code, effective date, ended date
`,
    err: `valid.csv: 2 rows of code-list, in force from the beginning on
3 rows read = 2 written + 0 never in force + 1 repeated + 0 rejected
`,
  });
  for (const name of ["valid.csv", "valid.csv.import.json"])
    expect(readFileSync(at(name), "utf8")).not.toMatch(/secret/);
  put({ "b.txt": "77280\n" });
  const later = await edict("import", "code-list", "b.txt", "--onto", "valid.csv", "-o", "valid.csv");
  expect(later.out).toContain("onto valid.csv: 1 as before, 0 new or changed, 0 replaced, 1 kept that no file names\n");
  put({ "c.txt": "77281\n" });
  const kept = await edict("import", "code-list", "c.txt", "--onto", "valid.csv", "-o", "valid.csv");
  expect(kept.out).toContain("1 kept row still in force; --complete ends those that no file names\n");
});

test("the article's 77780 is caught in a rule and in a charge, and 77280 is offered", async () => {
  const codes = ["77080", "77280", "77290", "77301", "77370", "77427", "77770", "77789", "99213"];
  put({
    "codes.csv": [
      "Code,Effective Date,End Date",
      ...codes.map((code) => `${code},,`),
      "77785,2009-01-01,2015-12-31",
      "",
    ].join("\n"),
  });
  const { out: table } = await edict("import", "code-list", "codes.csv", "-o", "valid.csv", "--declaration");
  put({
    "rules.edict": `${table}
rule ARTICLE "simulation and consultation are parts of the IMRT plan"
  effective 2024-11-22
  bundle 77780, 77370 into 77301 on the same day
  deny as CARC 97

rule EXISTS "a code is billed on a date on which it is one"
  effective 2024-01-01
  each any code requires a row of ValidCodes
    where row.code = code and not date < row.effective and not date > row.ended
  deny as CARC 181 "{code} is no code on {date}"
  suggest nearest code
`,
    "charges.csv":
      "patient,date,code\n1,2026-03-02,77780\n1,2026-03-02,77301\n1,2026-03-02,77785\n1,2015-12-31,77785\n",
  });
  const check = await edict("check", "rules.edict");
  expect(check.out).toContain(
    "warning no-such-code: 77780 is no code in ValidCodes; did you mean 77280, 77080 or 77789?\n",
  );
  expect(check.out).toContain("fix: write 77280\n");
  const run = await edict("run", "rules.edict", "--charges", "charges.csv", "--format", "ndjson");
  const found = run.out
    .trimEnd()
    .split("\n")
    .map((line) => {
      const { rule, message, suggestion }: { rule: string; message: string; suggestion: { code?: string } | null } =
        JSON.parse(line);
      return `${rule}: ${message}, ${suggestion?.code ?? "nothing"} instead`;
    });
  expect(found).toEqual([
    "ARTICLE: 77780 on 2026-03-02 is included in 77301 on 2026-03-02, nothing instead",
    "EXISTS: 77780 is no code on 2026-03-02, 77280 instead",
    "EXISTS: 77785 is no code on 2026-03-02, 77789 instead",
  ]);
});

test("what cannot be done is said in a sentence, with exit code 2", async () => {
  put({ "a.txt": "a,b\n1,2\n" });
  const run = await edict("import", "ncci-ptp", "a.txt", "-o", "pairs.csv");
  expect(run.code).toBe(2);
  expect(run.err).toBe(
    "edict: a.txt: no header with Column 1, Column 2, Effective Date, Deletion Date, Modifier is found; check that it is the file that the command names\n",
  );
  expect((await edict("import", "ncci-ptp", "b.txt", "-o", "pairs.csv")).err).toBe(
    "edict: b.txt: there is no such file; check its name\n",
  );
  expect((await edict("import", "ncci-ptp", "a.txt", "-o", "pairs.csv", "--effective", "7/1/2026")).code).toBe(2);
  expect((await edict("import", "ncci-ptp", "a.txt")).code).toBe(2);
});

test("imported units are read by a rule, by the release that held on the day", async () => {
  const mue = (...rows: string[]): string =>
    [
      '"a notice\r\nin lines",,,',
      '"HCPCS/\r\nCPT Code",MUE Values,MUE Adjudication Indicator,MUE Rationale',
      ...rows,
      "",
    ].join("\r\n");
  put({
    "MUE_Practitioner_Eff_10-01-2025.csv": mue("77334,10,3 Date of Service Edit: Clinical,x"),
    "MUE_Practitioner_Eff_01-01-2026.csv": mue("77334,8,3 Date of Service Edit: Clinical,x"),
  });
  const first = await edict("import", "ncci-mue", "MUE_Practitioner_Eff_10-01-2025.csv", "-o", "units.csv");
  expect(first.code).toBe(0);
  const january = "MUE_Practitioner_Eff_01-01-2026.csv";
  const run = await edict("import", "ncci-mue", january, "--onto", "units.csv", "-o", "units.csv", "--declaration");
  expect(run).toEqual({
    code: 0,
    out: `table UnitEditsPractitioner from "units.csv"
  code code, units number, indicator number, effective date, deleted date
`,
    err: `units.csv: 2 rows of ncci-mue practitioner 2026-01-01, in force from 2025-10-01 on
1 row read = 1 written + 0 never in force + 0 repeated + 0 rejected
onto units.csv: 0 as before, 1 new or changed, 1 ended
`,
  });
  put({
    "rules.edict": `${run.out}
rule MUE-1 "units of the imported table"
  for each row of UnitEditsPractitioner
  effective row.effective to row.deleted
  limit row.code to row.units units per day
  when row.indicator != 1
  deny "{count} units, and {allowed} are likely"
`,
    "charges.csv": "patient,date,code,units\n1,2025-12-31,77334,9\n1,2026-01-01,77334,9\n",
  });
  const { out } = await edict("run", "rules.edict", "--charges", "charges.csv", "--format", "ndjson");
  expect(out.match(/"message":"[^"]+"|"row":\d+/g)).toEqual(['"message":"9 units, and 8 are likely"', '"row":3']);
});
