/** `edict diff --charges` as its users call it, and tables of another quarter. All charges and tables are invented. */
import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { expect, test } from "vitest";
import { commandLine } from "../testing/command-line.js";

const { put, at, edict } = commandLine();

const rules = `
payer Medicare = "MEDICARE"
rule R-1 "One plan a day"
  bundle 77290 into 77301 on the same day
  deny
rule R-2 "Physics is reviewed"
  forbid 77336
  review
rule R-3 "Untouched"
  forbid 77370
  deny
`;

const wider = rules.replace("77290 into", "77290, 77280 into");

const table = (...rows: string[]): string => `column1,column2,effective,deleted,indicator\n${rows.join("\n")}\n`;

const readers = `
codes Simulation = 77280, 77285, 77290
table PtpEdits from "ptp.csv"
  column1 code, column2 code, effective date, deleted date, indicator number
rule HOUSE-1 "a bundle by hand" bundle Simulation into 77301 on the same day deny
rule HOUSE-2 "another" bundle 77332 into 77338 within 3 days deny
rule HOUSE-3 "the other way round" bundle 77338 into 77334 on the same day deny
rule NCCI "the table"
  for each row of PtpEdits
  effective row.effective to row.deleted
  bundle row.column2 into row.column1 on the same day
  unless row.indicator = 1 and modifier is 59
  deny
`;

/** Patients who each have a plan, one of these codes, and physics. */
function charges(...groups: readonly (readonly [string, number])[]): string {
  const codes = groups.flatMap(([code, count]) => Array.from({ length: count }, () => code));
  const rows = codes.flatMap((code, at) => [
    `Doe-${at},K${at},2026-03-02,77301,,100`,
    `Doe-${at},K${at},2026-03-02,${code},,25.50`,
    `Doe-${at},K${at},2026-03-03,77336,,7`,
  ]);
  return ["patient,claim,date,code,modifiers,amount", ...rows, ""].join("\n");
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

test("how many charges turn, by rule, with claims, patients and money; and the hash of the charges", async () => {
  const text = charges(["77280", 12], ["77290", 3]);
  put({ "old/a.edict": rules, "new/a.edict": wider.replace("\n  review", "\n  hold"), "c.csv": text });
  const { code, out, err } = await edict("diff", "old", "new", "--charges", "c.csv");
  expect({ code, err }).toEqual({ code: 1, err: "" });
  expect(out.slice(out.indexOf("Charges that turn"))).toBe(`Charges that turn
  Both versions over 45 rows of 1 charge file. sha-256 of the charges: ${sha256(text)}.
  12 findings gained; 15 findings changed.

    rule           findings  claims    patients  amount
    R-1   gained   12        12        12        $306.00
    R-2   changed  15        15        15        $105.00
    all            about 30  about 20  about 20  about $410

old → new: 2 rules changed, 1 the same
`);
});

test("of fewer than eleven patients only that there are some; for the author, who has the files, all", async () => {
  put({ "old/a.edict": rules, "new/a.edict": wider, "c.csv": charges(["77280", 3], ["77290", 9]) });
  const { out } = await edict("diff", "old", "new", "--charges", "c.csv");
  expect(out).toContain(`
  Some gained, of a rule with fewer than 11 patients.

    rule          findings  claims  patients       amount
    R-1   gained                    fewer than 11
`);
  expect(out).not.toMatch(/Doe|c\.csv|\$|25\.5/);
  const local = await edict("diff", "old", "new", "--charges", "c.csv", "--local");
  expect(local.out).toContain(`
  3 findings gained.

    rule          findings  claims  patients  amount
    R-1   gained  3         3       3         $76.50

  R-1 gained: rows 3, 6, 9 of c.csv
`);
});

test("nothing turns where no rule means anything else", async () => {
  put({ "old/a.edict": rules, "new/a.edict": `# a comment\n${rules}`, "c.csv": charges(["77290", 12]) });
  const { code, out } = await edict("diff", "old", "new", "--charges", "c.csv");
  expect(out).toContain("\n  No finding turns.\n");
  expect(code).toBe(0);
});

test("a rule under another name turns no charge; one that was taken out loses its findings", async () => {
  put({ "old/a.edict": rules, "c.csv": charges(["77290", 12]) });
  put({ "new/a.edict": rules.replace("rule R-1", "rule R-9") });
  expect((await edict("diff", "old", "new", "--charges", "c.csv")).out).toContain("No finding turns.");
  put({ "new/a.edict": rules.slice(0, rules.indexOf("rule R-2")) });
  expect((await edict("diff", "old", "new", "--charges", "c.csv")).out).toContain("  12 findings lost.\n");
});

test("the hash does not hang on the order of files; rows that are rejected are said", async () => {
  const [one, other] = [charges(["77280", 11]), "patient,date,code\nX,2026-03-02,nonsense\n"];
  put({ "old/a.edict": rules, "new/a.edict": wider, "c.csv": one, "d.csv": other });
  const both = await edict("diff", "old", "new", "--charges", "c.csv", "d.csv");
  const turned = await edict("diff", "old", "new", "--charges", "d.csv", "c.csv");
  expect(turned.out).toBe(both.out);
  const hashes = [one, other].map(sha256).sort();
  expect(both.out).toContain(sha256(hashes.map((hash) => `${hash}\n`).join("")));
  expect(both.out).toContain(
    "34 rows of 2 charge files; fewer than 11 of them rejected, at which neither version looked",
  );
});

test("a rule that a version cannot evaluate is not compared", async () => {
  put({
    "old/a.edict": rules,
    "new/a.edict": rules.replace("\n  review", "\n  when authorization is missing\n  review"),
  });
  put({ "c.csv": charges(["77290", 12]) });
  const { out } = await edict("diff", "old", "new", "--charges", "c.csv");
  expect(out).toContain("  No finding turns in the rules that are compared.\n");
  expect(out).toContain(
    "  R-2 is not compared: a version could not evaluate it, since the files lack authorization.\n",
  );
});

test("versions that read the files otherwise are compared where the lines are the same, and else refused", async () => {
  const layout = (date: string): string => `layout Ours\n  date from "${date}"\n${rules}`;
  put({ "old/a.edict": rules, "new/a.edict": `field site text\n${wider}`, "c.csv": charges(["77280", 11]) });
  const { out } = await edict("diff", "old", "new", "--charges", "c.csv");
  expect(out).toContain("11 findings gained");
  expect(out).toContain("each read the files in its own way, and found the same lines");
  put({ "old/a.edict": layout("posted"), "new/a.edict": layout("served") });
  put({ "c.csv": "patient,posted,served,code\nA,2026-03-02,2026-03-03,77290\n" });
  const refused = await edict("diff", "old", "new", "--charges", "c.csv", "--layout", "Ours");
  expect(refused).toMatchObject({ code: 2, out: "" });
  expect(refused.err).toMatch(/^edict: the two versions declare layouts or fields by which they read other lines/);
});

test("charges that turn for another way of reading alone are a change too", async () => {
  const reading = (header: string): string =>
    `field site text\nlayout Ours\n  site from "${header}"\nrule R "r"\n  forbid 77336\n  when site = "x"\n  deny\n`;
  const rows = Array.from({ length: 11 }, (_, at) => `Doe-${at},2026-03-02,77336,x,y`);
  put({ "c.csv": ["patient,date,code,a,b", ...rows].join("\n") });
  put({ "old/a.edict": reading("a"), "new/a.edict": reading("b") });
  const asked = ["diff", "old", "new", "--charges", "c.csv", "--layout", "Ours"];
  const { code, out } = await edict(...asked);
  expect(out).toContain("  11 findings lost.\n");
  expect(code).toBe(1);
  const comment = await edict(...asked, "--format", "markdown");
  expect(comment.out).toContain("11 findings lost.");
});

test("in a comment: how many turn, tables folded, and nothing of any charge", async () => {
  put({ "old/a.edict": readers, "old/ptp.csv": table("77427,77014,2020-01-01,,0") });
  put({ "new/a.edict": readers, "new/ptp.csv": table("77427,77014,2020-01-01,,0", "77301,77280,2026-01-01,,0") });
  put({ "c.csv": charges(["77280", 12]) });
  const { out } = await edict("diff", "old", "new", "--charges", "c.csv", "--format", "markdown");
  expect(out).toContain(`## Charges that turn

Both versions over 36 rows of 1 charge file.`);
  expect(out).toContain(`12 findings gained.

| rule |  | findings | claims | patients | amount |
| --- | --- | --- | --- | --- | --- |
| NCCI | gained | 12 | 12 | 12 | \\$306.00 |

<details><summary>Table PtpEdits</summary>

1 pair in base and 2 in head, 1 of them the same: 1 added.`);
  expect(out).not.toMatch(/Doe|K\d|c\.csv/);
  const page = (await edict("diff", "old", "new", "--charges", "c.csv", "--format", "html")).out;
  expect(page).toContain("<h2");
  expect(page).toContain("HOUSE-1 may be redundant");
});

test("what cannot be replayed is said in a sentence, with exit code 2", async () => {
  put({ "old/a.edict": rules, "new/a.edict": wider, "c.csv": charges(["77280", 1]) });
  mkdirSync(at("folder"));
  const said = async (...argv: string[]): Promise<string> => {
    const { code, out, err } = await edict("diff", "old", "new", ...argv);
    return `${code} ${out}${err}`;
  };
  expect(await said("--charges", "none.csv")).toBe("2 edict: none.csv: there is no such file; check its name\n");
  expect(await said("--charges", "folder")).toMatch(/^2 edict: folder: the file cannot be opened/);
  expect(await said("--local")).toBe(
    "2 edict: --local, --layout and --set are about charge files; name some with --charges\n",
  );
  expect(await said("--charges", "c.csv", "--local", "--format", "json")).toBe(
    "2 edict: --local prints as text alone, since what the other formats print leaves the house\n",
  );
});

test("another quarter of a table: what changed, the rules beside it, and the charges that turn", async () => {
  const before = table("77338,77332,2020-01-01,,1", "77427,77014,2020-01-01,,0", "77301,77290,2020-01-01,,1");
  const after = table(
    "77338,77332,2020-01-01,2026-06-30,1",
    "77427,77014,2020-01-01,,0",
    "77301,77290,2020-01-01,,0",
    "77301,77280,2026-01-01,,0",
    "77338,77334,2026-07-01,,1",
  );
  put({ "old/a.edict": readers, "old/ptp.csv": before, "new/a.edict": readers, "new/ptp.csv": after });
  put({ "c.csv": charges(["77280", 11]) });
  const { code, out } = await edict("diff", "old", "new", "--charges", "c.csv");
  expect(code).toBe(1);
  const from = out.indexOf("Table PtpEdits");
  expect(out.slice(from, out.indexOf("Charges that turn"))).toBe(`Table PtpEdits
  3 pairs in base and 5 in head, 1 of them the same: 2 added, 1 ended, 1 changed.
  Read by NCCI.

    change   column1  column2  from        to  base         head
    added    77301    77280    2026-01-01                   indicator 0
    added    77338    77334    2026-07-01                   indicator 1
    ended    77338    77332    2026-07-01      indicator 1
    changed  77301    77290    2020-01-01      indicator 1  indicator 0

  HOUSE-1 may be redundant: the table now says the same of 1 pair: 77280 with 77301.
  HOUSE-2 says what the table says no more, of 1 pair: 77332 with 77338; the rule looks in another scope.
  HOUSE-3 says it the other way round than the table now does, of 1 pair: 77338 with 77334.
  Rules that name a code that changed: HOUSE-1 (2, 2 between its own), HOUSE-2 (2, 1 between its own), HOUSE-3 (2, 1 between its own).

`);
  expect(out).toContain("    NCCI  gained  11        11      11        $280.50\n");
});

test("a table that says the same in other rows, or in a column that no rule reads, is not told of", async () => {
  const note = (text: string): string => readers.replace("indicator number", "indicator number, note text") + text;
  put({ "old/a.edict": note(""), "new/a.edict": note("") });
  const rows = (...all: string[]): string => `column1,column2,effective,deleted,indicator,note\n${all.join("\n")}\n`;
  put({ "old/ptp.csv": rows("77301,77290,2020-01-01,,1,a") });
  put({ "new/ptp.csv": rows("77301,77290,2022-01-01,,1,b", "77301,77290,2020-01-01,2021-12-31,1,") });
  expect((await edict("diff", "old", "new")).out).not.toContain("Table PtpEdits");
});
