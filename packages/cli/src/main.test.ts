/** The commands as their users call them: files on the disk, arguments in, output and exit code out. */
import { readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { main } from "./main.js";
import { commandLine } from "./testing/command-line.js";
import { version } from "./version.js";

const { put, at: where, edict } = commandLine();

const rules = `
authority HOUSE "House policy" version "2024" url "https://house.example/policy"
rule R-1 "One plan a day"
  effective 2024-01-01
  because HOUSE "plan"
  bundle 77290 into 77301 on the same day
  deny as CARC 97 "{code} on {date} goes with {other.code}"
  suggest remove

rule R-2 "Reviewed"
  effective 2024-01-01
  because HOUSE "physics"
  forbid 77336
  review "look at {code}"

test "bundled"
  given starting 2026-03-02
  day 1 77290
  day 1 77301
  expect R-1 on 77290 day 1
  expect nothing else
`;
const header = "patient,date,code,units\n";

test("check says what is wrong, where and what to do, and exits 1", async () => {
  put({ "a.edict": rules.replace("77301 on the same day", "77301 on the same dya") });
  const { code, out } = await edict("check", "a.edict");
  expect(code).toBe(1);
  expect(out).toMatch(/^a\.edict:6:\d+: error [a-z-]+: /);
  expect(out).toContain("6 |   bundle 77290 into 77301 on the same dya");
  expect(out).toMatch(/\n {4}\| +\^+\n/);
});

test("check exits 0 on rules without errors and counts them", async () => {
  put({ "rules/a.edict": rules });
  const { code, out } = await edict("check", "rules");
  expect(code).toBe(0);
  expect(out).toMatch(/^no problem in 1 file: 2 rules, 1 test\b/);
});

test("check exits 2 where a named path is not there", async () => {
  const { code, err } = await edict("check", "nowhere");
  expect(code).toBe(2);
  expect(err).toBe("edict: there is no file or folder nowhere; check its name\n");
});

test("run prints the contract's JSON, keys in its order", async () => {
  put({ "a.edict": rules, "c.csv": `${header}P1,2026-03-02,77290,1\nP1,2026-03-02,77301,1\n` });
  const { code, out } = await edict("run", "a.edict", "--charges", "c.csv", "--format", "json");
  expect(code).toBe(1);
  const line = { file: "c.csv", patient: "P1", claim: null, date: "2026-03-02", modifiers: [], units: 1, amount: null };
  const read: unknown = JSON.parse(out);
  expect(read).toEqual({
    summary: {
      rows: 2,
      evaluated: 2,
      netted: 0,
      rejected: 0,
      findings: 1,
      notEvaluated: [],
      rules: [
        { rule: "R-1", subjects: 1, findings: 1, outsideEpisodes: 0, unusableRows: 0 },
        { rule: "R-2", subjects: 0, findings: 0, outsideEpisodes: 0, unusableRows: 0 },
      ],
    },
    findings: [
      {
        rule: "R-1",
        override: null,
        outcome: "deny",
        carc: "97",
        rarc: null,
        message: "77290 on 2026-03-02 goes with 77301",
        subject: { ...line, row: 2, line: "2", code: "77290" },
        others: [{ ...line, row: 3, line: "3", code: "77301" }],
        tableRow: null,
        count: null,
        allowed: null,
        suggestion: { kind: "remove" },
        because: [{ authority: "HOUSE", detail: "plan" }],
        at: { file: "a.edict", line: 3, column: 1 },
      },
    ],
    rejected: [],
  });
  expect(out.indexOf('"rule":"R-1","override":null,"outcome":"deny","carc":"97"')).toBeGreaterThan(0);
});

test("exit codes: 0 under --fail-on, 1 at it, 3 over both where a row is rejected", async () => {
  put({
    "a.edict": rules,
    "review.csv": `${header}P1,2026-03-02,77336,1\n`,
    "rejected.csv": `${header}P1,2026-03-02,77290,1\nP1,2026-03-02,77301,1\nP1,not a date,77301,1\n`,
  });
  const codeOf = async (...words: string[]): Promise<number> => (await edict("run", "a.edict", ...words)).code;
  expect(await codeOf("--charges", "review.csv")).toBe(0);
  expect(await codeOf("--charges", "review.csv", "--fail-on", "review")).toBe(1);
  expect(await codeOf("--charges", "review.csv", "--fail-on", "never")).toBe(0);
  expect(await codeOf("--charges", "rejected.csv")).toBe(3);
});

test("a rule whose column the file lacks is named on every format, and the exit code is 3", async () => {
  put({
    "a.edict": rules.replace("forbid 77336", "forbid 77336\n  when revenue is 0333"),
    "c.csv": `${header}P1,2026-03-02,77336,1\n`,
  });
  for (const format of ["text", "json", "ndjson"]) {
    const { code, out, err } = await edict("run", "a.edict", "--charges", "c.csv", "--format", format);
    expect(code).toBe(3);
    expect(format === "ndjson" ? err : out).toMatch(/R-2.{0,20}needs.{0,4}revenue/);
  }
});

test("ndjson keeps values of the charge file off standard error", async () => {
  put({ "a.edict": rules, "c.csv": `${header}SECRET,not-a-date,77301,1\n` });
  const { code, out, err } = await edict("run", "a.edict", "--charges", "c.csv", "--format", "ndjson");
  expect({ code, out }).toEqual({ code: 3, out: "" });
  expect(err).toContain("1 row = 0 evaluated + 0 netted + 1 rejected");
  expect(err).not.toMatch(/SECRET|not-a-date/);
});

test("rules with errors, and files that are not there, end a run with 2", async () => {
  put({ "bad.edict": 'rule R-1 "x"\n  forbid 77301\n', "a.edict": rules, "c.csv": header });
  expect((await edict("run", "bad.edict", "--charges", "c.csv")).code).toBe(2);
  const { code, err } = await edict("run", "a.edict", "--charges", "none.csv");
  expect(code).toBe(2);
  expect(err).toBe("edict: none.csv: there is no such file; check its name\n");
  expect((await edict("run", "a.edict")).code).toBe(2);
  expect((await edict("run", "a.edict", "--charges", "c.csv", "--set", "payer")).code).toBe(2);
});

test("a failing test prints its timeline with what was expected and what was found", async () => {
  put({ "a.edict": rules.replace("expect R-1 on 77290 day 1", "expect R-2 on 77290 day 1") });
  const { code, out } = await edict("test", "a.edict");
  expect(code).toBe(1);
  expect(out).toContain('failed "bundled" (a.edict:16:1)');
  expect(out).toContain("expected and not found\n    R-2 on 77290 2026-03-02 (a.edict:20:3)");
  expect(out).toContain("found and not expected\n    R-1 on 77290 2026-03-02: deny");
  expect(out).toMatch(/0 passed, 1 failed\n$/);
});

test("a compiled rulebook stands alone, is the same bytes twice, and gives the same findings", async () => {
  put({
    "rules/a.edict":
      'table Pairs from "../data/pairs.csv"\n  first code, second code\nrule T "pairs"\n  for each row of Pairs\n  bundle row.second into row.first on the same day\n  deny\n',
    "data/pairs.csv": "first,second\n77301,77290\n",
    "c.csv": `${header}P1,2026-03-02,77290,1\nP1,2026-03-02,77301,1\n`,
  });
  expect((await edict("compile", "rules", "-o", "one.json")).code).toBe(0);
  expect((await edict("compile", "rules", "-o", "two.json")).code).toBe(0);
  expect(readFileSync(where("one.json"))).toEqual(readFileSync(where("two.json")));
  const args = ["--charges", "c.csv", "--format", "json"];
  const fromText = await edict("run", "rules", ...args);
  rmSync(where("data"), { recursive: true });
  const fromJson = await edict("run", "one.json", ...args);
  expect(fromJson.out).toBe(fromText.out);
  expect(fromJson.code).toBe(1);
  expect(fromText.out).toContain('"tableRow":2');
});

test("--profile tells the stages and the rules on standard error, and changes no result", async () => {
  put({ "a.edict": rules, "c.csv": `${header}P1,2026-03-02,77290,1\nP1,2026-03-02,77301,1\n` });
  const args = ["run", "a.edict", "--charges", "c.csv", "--format", "ndjson"];
  const plain = await edict(...args);
  const profiled = await edict(...args, "--profile");
  expect(profiled.out).toBe(plain.out);
  expect(profiled.err.startsWith(plain.err)).toBe(true);
  const told = profiled.err.slice(plain.err.length).replace(/ *\d+\.\d ms/g, " TIME");
  expect(told).toMatch(
    /^\nrules TIME\ntables TIME\nreading TIME\nplanning TIME\nevaluating TIME\nwriting TIME\nin all TIME\n\n/,
  );
  expect(told).toMatch(/rule +time +lines looked at +findings\n(?:R-\d+ TIME +\d+ +\d+\n)+$/);
});

test("a compiled table gives the findings of the file that it was compiled from", async () => {
  const rulesWith = (file: string): string =>
    `table Pairs from "../data/${file}"\n  first code, second code\nrule T "pairs"\n  for each row of Pairs\n  bundle row.second into row.first on the same day\n  deny\n`;
  put({
    "rules/a.edict": rulesWith("pairs.csv"),
    "data/pairs.csv": "first,second\n77338,77334\n77301,77290\n",
    "c.csv": `${header}P1,2026-03-02,77290,1\nP1,2026-03-02,77301,1\n`,
  });
  const args = ["run", "rules", "--charges", "c.csv", "--format", "ndjson"];
  const before = await edict(...args);
  expect(before.out).toContain('"tableRow":3');
  const compiled = await edict("compile", "rules", "--table", "Pairs", "-o", "data/pairs.edict-table");
  expect(compiled).toMatchObject({ code: 0, out: "" });
  put({ "rules/a.edict": rulesWith("pairs.edict-table") });
  rmSync(where("data/pairs.csv"));
  expect(await edict(...args)).toEqual(before);
  expect(await edict("compile", "rules", "--table", "Pair", "-o", "x")).toMatchObject({
    code: 2,
    err: expect.stringContaining("there is no table Pair; there is Pairs"),
  });
  expect((await edict("compile", "rules", "--table", "Pairs")).code).toBe(2);
});

test("rules reach no file outside: by absolute path, by climbing, by a link", async () => {
  put({ "secret/codes.edict": "codes S = 77301\n", "deep/er/rules/a.edict": "" });
  const at = where("deep/er/rules/a.edict");
  symlinkSync(where("secret/codes.edict"), where("deep/er/rules/link.edict"));
  for (const path of [where("secret/codes.edict"), "../../../secret/codes.edict", "link.edict"]) {
    writeFileSync(at, `use "${path}"\n`);
    let err = "";
    const code = await main(["check", at], {
      cwd: where("deep/er/rules"),
      stdin: () => Promise.resolve(new Uint8Array()),
      stdout: { write: () => true },
      stderr: { write: (text) => (err += text), isTTY: false },
      stdoutIsTTY: false,
      env: {},
    });
    expect(code).toBe(1);
    expect(err).toContain("outside the rulebook's folder");
  }
});

test("explain says clause by clause why a rule has no finding", async () => {
  put({ "a.edict": rules, "c.csv": `${header}P1,2026-03-02,77290,1\nP1,2026-03-05,77301,1\n` });
  const { code, out } = await edict("explain", "a.edict", "--charges", "c.csv", "--line", "2");
  expect(code).toBe(0);
  expect(out).toContain("R-1 One plan a day: no finding");
  expect(out).toContain("2026-03-05");
  expect((await edict("explain", "a.edict", "--charges", "c.csv", "--line", "9")).code).toBe(2);
});

test("text from files cannot steer the terminal", async () => {
  put({ "a.edict": rules, "c.csv": `${header}"P\u001b[2J1",2026-03-02,77336,1\n` });
  const { out } = await edict("run", "a.edict", "--charges", "c.csv");
  expect(out).toContain("patient P\\x1b[2J1");
});

test("help has examples for each command, and the version is the package's", async () => {
  for (const command of ["check", "run", "test", "compile", "explain"]) {
    const { code, out } = await edict(command, "--help");
    expect(code).toBe(0);
    expect(out).toContain(`  edict ${command} `);
  }
  const manifest: unknown = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  expect(manifest).toMatchObject({ version });
  expect((await edict("--version")).out).toBe(`${version}\n`);
  expect((await edict("wat")).code).toBe(2);
});

test("rules named twice, by a link, an absolute path or a link round in a circle, are read once", async () => {
  put({ "rules/a.edict": rules });
  symlinkSync("rules", where("linked"));
  symlinkSync("..", where("rules/up"));
  const { code, out } = await edict("check", "rules", "linked", where("rules/a.edict"), "rules/../rules");
  expect({ code, out }).toEqual({ code: 0, out: "no problem in 1 file: 2 rules, 1 test\n" });
});

test("explain says of a netted row what became of it", async () => {
  put({ "a.edict": rules, "c.csv": `${header}P1,2026-03-02,77336,2\nP1,2026-03-02,77336,-2\n` });
  expect(await edict("explain", "a.edict", "--charges", "c.csv", "--line", "2")).toEqual({
    code: 2,
    out: "",
    err: "edict: row 2 is cancelled by the credit in row 3 of c.csv; both are netted, so no rule looks at them\n",
  });
  const { err } = await edict("explain", "a.edict", "--charges", "c.csv", "--line", "3");
  expect(err).toContain("row 3 is a credit that cancels row 2 of c.csv");
});

test("text says of each finding who says so, under an override too", async () => {
  put({
    "r.edict": `
authority HOUSE "House policy"
authority PLAN "Plan's contract" version "2026"
rule R-1 "One rule"
  effective 2024-01-01
  because HOUSE "house"
  limit 77336 to 1 line per day
  deny
override R-1 effective 2026-07-01
  because PLAN "plan"
`,
    "c.csv": "patient,date,code\nP1,2026-06-30,77336\nP1,2026-06-30,77336\nP1,2026-07-01,77336\nP1,2026-07-01,77336\n",
  });
  const { out } = await edict("run", "r.edict", "--charges", "c.csv");
  const said = out.split("\n").filter((line) => /deny|because|R-1 One/.test(line) && !/counted.*rule/.test(line));
  expect(said.slice(0, 6)).toEqual([
    "  R-1 One rule",
    "    deny: 77336 on 2026-06-30 goes past 1 line per day: 2 of 77336; 2 counted, 1 allowed",
    "    because HOUSE, House policy: house",
    "  R-1 One rule",
    "    deny: 77336 on 2026-07-01 goes past 1 line per day: 2 of 77336; 2 counted, 1 allowed; as overridden effective 2026-07-01",
    "    because PLAN, Plan's contract, version 2026: plan",
  ]);
});
