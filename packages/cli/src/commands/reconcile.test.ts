/** `edict reconcile` as its users call it: rules, a file for each source, output and exit code. */
import { expect, test } from "vitest";
import { commandLine } from "../testing/command-line.js";

const { put, edict } = commandLine();

const rules = `
field record source
authority HOUSE "House policy" version "2026"
codes Delivery = 77402, 77412

rule R-LACKS "A fraction without its charge"
  effective 2026-01-01
  because HOUSE "each fraction is charged on its day"
  expect Delivery having record = "charges" at least 1 unit
    for every 1 unit of Delivery having record = "treatment" per day
  review "{date}: {count} charged, {allowed} given"
  suggest "look in the chart"

rule R-MORE "A charge without its fraction"
  effective 2026-01-01
  because HOUSE "each fraction is charged on its day"
  limit Delivery having record = "charges" to 1 unit
    for every 1 unit of Delivery having record = "treatment" per day
  deny "{date}: {count} charged, {allowed} given"
  suggest remove

rule R-PLAN "The hospital's plan without the physician's"
  effective 2026-01-01
  because HOUSE "plans"
  each 77301 having record = "hospital" requires 77301 having record = "physicians" on the same day
  advise

rule R-ALONE "One file's own rule"
  effective 2026-01-01
  because HOUSE "one"
  forbid 77336
  advise

layout Sessions
  patient from "ID"
  date    from "Treated" as "DD.MM.YYYY"
  code    from "Billed as"
`;
const treatment =
  "ID,Treated,Billed as\nP1,02.03.2026,77412\nP1,03.03.2026,77412\nP1,03.03.2026,77412\nP7,02.03.2026,77412\n";
const header = "patient,date,code,units,amount\n";
const charges = `${header}P1,2026-03-02,77412,1,120\nP1,2026-03-03,77412,1,120\nP1,2026-03-04,77412,1,"1,120"\nP9,2026-03-04,77301,1,\n`;

function files(own: { readonly [name: string]: string } = {}): void {
  put({ "a.edict": rules, "t.csv": treatment, "c.csv": charges, ...own });
}

const asked = [
  "reconcile",
  "a.edict",
  "--source",
  "treatment=t.csv",
  "--source",
  "charges=c.csv",
  "--set",
  "treatment:units=1",
];

test("as text: by patient, day and place, with the lines of both sources, then the rules, and the account of each source", async () => {
  files();
  const { code, out, err } = await edict(...asked);
  expect(err).toBe("");
  expect(out).toBe(`patient P1
  2026-03-03
    in treatment, too few in charges
      R-LACKS review: 2026-03-03: 1 charged, 2 given; 1 counted, 2 allowed
           source     row  date        code   units   amount  claim  line
        →  treatment  4    2026-03-03  77412      1                  4
           charges    3    2026-03-03  77412      1  $120.00         3
        suggested: look in the chart
  2026-03-04
    in charges, not in treatment
      R-MORE deny: 2026-03-04: 1 charged, 0 given; 1 counted, 0 allowed
           source   row  date        code   units     amount  claim  line
        →  charges  4    2026-03-04  77412      1  $1,120.00         4
        suggested: remove this line

patient P7
  2026-03-02
    in treatment, not in charges
      R-LACKS review: 2026-03-02: 0 charged, 1 given; 0 counted, 1 allowed
           source     row  date        code   units  amount  claim  line
        →  treatment  5    2026-03-02  77412      1                 5
        suggested: look in the chart

R-LACKS A fraction without its charge
  because HOUSE, House policy, version 2026: each fraction is charged on its day
  rule at a.edict:6:1
R-MORE A charge without its fraction
  because HOUSE, House policy, version 2026: each fraction is charged on its day
  rule at a.edict:14:1

source     rows  evaluated  netted  rejected  files
treatment     4          4       0         0  t.csv
charges       4          4       0         0  c.csv

1 patient in every source
1 patient only in treatment: P7
1 patient only in charges: P9
set aside: R-PLAN compares hospital and physicians, which no --source gives
1 rule compares no sources; edict run evaluates it

8 rows = 8 evaluated + 0 netted + 0 rejected
3 findings: 1 deny, 2 review

  rule     findings  lines looked at
  R-LACKS         2                3
  R-MORE          1                3
`);
  expect(code).toBe(1);
});

test("as JSON: the sources, whose patients they are, and each difference with the finding that it is", async () => {
  files();
  const { out } = await edict(...asked, "--format", "json");
  expect(JSON.parse(out)).toMatchObject({
    summary: {
      rows: 8,
      evaluated: 8,
      netted: 0,
      rejected: 0,
      findings: 3,
      notEvaluated: [],
      sources: [
        { source: "treatment", files: ["t.csv"], rows: 4, evaluated: 4, netted: 0, rejected: 0 },
        { source: "charges", files: ["c.csv"], rows: 4, evaluated: 4, netted: 0, rejected: 0 },
      ],
      patients: {
        inAll: 1,
        notInAll: [
          { in: ["treatment"], patients: ["P7"] },
          { in: ["charges"], patients: ["P9"] },
        ],
      },
      setAside: [{ rule: "R-PLAN", sources: ["hospital", "physicians"] }],
      comparingNone: 1,
      rules: [{ rule: "R-LACKS" }, { rule: "R-MORE" }],
    },
    differences: [
      {
        in: "treatment",
        notIn: [],
        fewerIn: ["charges"],
        alsoIn: [],
        rule: "R-LACKS",
        subject: { file: "t.csv", row: 4 },
      },
      {
        in: "charges",
        notIn: ["treatment"],
        fewerIn: [],
        alsoIn: [],
        rule: "R-MORE",
        subject: { file: "c.csv", row: 4 },
      },
      { in: "treatment", notIn: ["charges"], fewerIn: [], alsoIn: [], rule: "R-LACKS", subject: { row: 5 } },
    ],
    rejected: [],
  });
});

test("as CSV: a worklist in which nothing is a formula, the account on standard error without a value", async () => {
  files({ "c.csv": `${header}=HYPERLINK("x"),2026-03-04,77412,1,\n-SECRET,soon,77412,1,\n` });
  const { code, out, err } = await edict(...asked, "--format", "csv", "--limit", "1");
  const [head, first, ...rest] = out.trimEnd().split("\n");
  expect(head).toMatch(/^patient,date,in,not in,too few in,also in,code,modifiers,units,amount,/);
  expect(first).toMatch(/^"'=HYPERLINK\(""x""\)",2026-03-04,charges,treatment,,,77412,,1,,/);
  expect(rest).toHaveLength(3);
  expect(err).toContain("charges       2          1       0         1  c.csv");
  expect(err).toContain("2 patients only in treatment\n1 patient only in charges\n");
  expect(err).not.toMatch(/SECRET|HYPERLINK|soon|P1|P7/);
  expect(code).toBe(3);
});

test("as NDJSON: a difference a line, and the same bytes twice", async () => {
  files();
  const { out, err } = await edict(...asked, "--format", "ndjson");
  expect(
    out
      .trimEnd()
      .split("\n")
      .map((line) => line.slice(0, 18)),
  ).toEqual(['{"in":"treatment",', '{"in":"charges","n', '{"in":"treatment",']);
  expect(err).toContain("8 rows = 8 evaluated + 0 netted + 0 rejected");
  expect((await edict(...asked, "--format", "ndjson")).out).toBe(out);
});

test("credits cancel within their source, and the rows of each source add up", async () => {
  files({
    "t.csv": "patient,date,code,units\nP1,2026-03-02,77412,1\nP1,2026-03-02,77412,-1\nP1,2026-03-03,77412,-1\n",
    "c.csv": "patient,date,code,units\nP1,2026-03-02,77412,1\nP1,2026-03-03,77412,1\n",
  });
  const { code, out } = await edict(...asked);
  expect(out).toContain("treatment     3          0       2         1  t.csv");
  expect(out).toContain("charges       2          2       0         0  c.csv");
  expect(out.match(/^    in charges, not in treatment$/gm)).toHaveLength(2);
  expect(out).toContain("1 patient only in charges: P1\n");
  expect(code).toBe(3);
});

test("a source may have several files, and what is set for it wins over what is set for all", async () => {
  files({ "t.csv": "patient,date\nP1,2026-03-02\n", "u.csv": "patient,date\nP1,2026-03-04\n" });
  const more = ["--source", "treatment=u.csv", "--set", "code=77336", "--set", "treatment:code=77412"];
  const { code, out } = await edict(...asked, ...more, "--limit", "0");
  expect(out).toMatch(/^and 1 difference more; leave --limit out to see all\n/);
  expect(out).toContain("treatment     2          2       0         0  t.csv, u.csv");
  expect(code).toBe(1);
});

test("only the tables of the rules that compare are read", async () => {
  const pairs =
    'table Pairs from "pairs.csv" old code\nrule R-T "t" effective 2026-01-01 for each row of Pairs forbid row.old deny\n';
  files({ "a.edict": rules + pairs, "pairs.csv": "old\nno code\n" });
  expect((await edict(...asked)).code).toBe(1);
  expect((await edict("run", "a.edict", "--charges", "c.csv")).err).toContain("pairs.csv");
});

test("--line says why the lines of a row are found, or not, in each source", async () => {
  files();
  const { code, out } = await edict(...asked, "--line", "4");
  expect(out).toContain("77412 on 2026-03-03 (t.csv, row 4)\n\nR-LACKS A fraction without its charge: finding\n");
  expect(out).toContain("77412 on 2026-03-04 (c.csv, row 4)\n");
  expect(out).toContain("R-MORE A charge without its fraction: finding\n");
  expect(code).toBe(0);
  const json = await edict(...asked, "--line", "2", "--format", "json");
  expect(JSON.parse(json.out)).toMatchObject({
    explanations: [
      { rule: "R-LACKS", verdict: "no finding" },
      { rule: "R-MORE", verdict: "no finding" },
      { rule: "R-LACKS", verdict: "no finding" },
      { rule: "R-MORE", verdict: "no finding" },
    ],
  });
  expect((await edict(...asked, "--line", "2", "--format", "csv")).code).toBe(2);
  const alone = await edict("explain", "a.edict", "--charges", "c.csv", "--line", "2");
  expect(alone.out).toContain("the charge file does not say its source; edict reconcile evaluates it");
});

test("--patients says whose numbers are whose, and what it does not list is rejected", async () => {
  files({
    "t.csv": "patient,date,code\nT1,2026-03-02,77412\nT9,2026-03-02,77412\n",
    "numbers.csv": "charges,treatment\nP1,T1\n",
  });
  const { code, out } = await edict(...asked, "--patients", "numbers.csv");
  expect(out).toContain("treatment     2          1       0         1  t.csv");
  expect(out).toContain("1 patient in every source\n1 patient only in charges: P9\n");
  expect(out).toContain('rejected: t.csv, row 3, column patient: "T9" the file of --patients has no such number');
  expect(out).not.toContain("in treatment, not in charges");
  expect(code).toBe(3);
  expect((await edict(...asked, "--patients", "t.csv")).err).toContain("edict: t.csv: a file of patients' numbers has");
});

test("a rule that needs a column which one source lacks is not evaluated, and the exit code is 3", async () => {
  files();
  const { code, out } = await edict(...asked.slice(0, 6));
  expect(out).toContain("not evaluated: R-LACKS needs units, which a charge file lacks");
  expect(code).toBe(3);
});

test("--fail-on says which outcome gives exit code 1", async () => {
  files({ "c.csv": `${header}P1,2026-03-02,77412,1,\n` });
  expect((await edict(...asked)).code).toBe(0);
  expect((await edict(...asked, "--fail-on", "review")).code).toBe(1);
});

test("what keeps it from comparing is said, and the exit code is 2", async () => {
  files({
    "none.edict": 'rule R-1 "x" forbid 77301 deny\n',
    "field.edict": 'field record source\nrule R-1 "x" forbid 77301 deny\n',
    "bad.edict": "rule R-1\n",
  });
  const said = async (...words: string[]): Promise<string> => {
    const { code, err } = await edict("reconcile", ...words);
    return `${code} ${err
      .split("\n")
      .filter((line) => !line.includes("warning"))
      .join(" ")
      .trim()}`;
  };
  const both = ["--source", "treatment=t.csv", "--source", "charges=c.csv"];
  const other = (source: string) => ["a.edict", "--source", `${source}=t.csv`, "--source", "charges=c.csv"];
  expect(await said("a.edict", "--source", "treatment=t.csv")).toBe(
    "2 edict: reconcile compares sources; name at least two with --source NAME=FILE",
  );
  expect(await said("a.edict", "--source", "t.csv")).toBe(
    "2 edict: --source takes NAME=FILE, such as treatment=record.csv",
  );
  expect(await said("none.edict", ...both)).toContain(
    "2 edict: the rules have no field that says the source of a line",
  );
  expect(await said("field.edict", ...both)).toContain("2 edict: no rule compares sources; write one");
  expect(await said("bad.edict", ...both)).toMatch(/^2 .*nothing was done$/);
  expect(await said(...other("treatmnt"))).toBe(
    "2 edict: no rule names the source treatmnt; the rules name charges, hospital, physicians, treatment",
  );
  expect(await said(...other("hospital"))).toBe(
    "2 edict: no rule compares only hospital and charges; the rules compare charges and treatment; hospital and physicians",
  );
  expect(await said("a.edict", ...both, "--layout", "Sessions")).toContain("2 edict: --layout takes SOURCE=LAYOUT");
  expect(await said("a.edict", ...both, "--layout", "hospital=Sessions")).toContain("which no --source gives");
  expect(await said("a.edict", ...both, "--layout", "charges=Sessions")).toContain("layout Sessions reads ID");
  expect(await said("a.edict", ...both, "--layout", "charges=A", "--layout", "charges=B")).toContain("two layouts");
  expect(await said("a.edict", "--source", "treatment=t.csv", "--source", "charges=t.csv")).toContain("named twice");
});

test("run sets the rules that compare sources aside and says so, unless a file says its source", async () => {
  files({ "alone.edict": 'field record source\nrule R-1 "x" forbid 77301 when record is present deny\n' });
  const { code, out } = await edict("run", "a.edict", "--charges", "c.csv");
  expect(out).toContain(
    "set aside: R-LACKS, R-MORE, R-PLAN; no charge file says its source, and edict reconcile compares sources\n",
  );
  expect(code).toBe(0);
  const json = await edict("run", "a.edict", "--charges", "c.csv", "--format", "json");
  expect(JSON.parse(json.out)).toMatchObject({
    summary: { notEvaluated: [], setAside: ["R-LACKS", "R-MORE", "R-PLAN"], rules: [{ rule: "R-ALONE" }] },
  });
  const said = await edict("run", "a.edict", "--charges", "c.csv", "--set", "record=charges", "--format", "json");
  expect(JSON.parse(said.out)).toMatchObject({ summary: { rules: [{}, { rule: "R-LACKS" }, { findings: 3 }, {}] } });
  expect(said.out).not.toContain("setAside");
  const only = await edict("run", "alone.edict", "--charges", "c.csv");
  expect(only.code).toBe(2);
  expect(only.err).toContain(
    "every rule compares sources, and no file says its source; edict reconcile evaluates them",
  );
});
