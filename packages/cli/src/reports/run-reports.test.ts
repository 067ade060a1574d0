/** The formats of `edict run` for spreadsheets, code hosts and builds, as their users call them. */
import { expect, test } from "vitest";
import type { Ran } from "../testing/command-line.js";
import { commandLine } from "../testing/command-line.js";
import { formErrors } from "../testing/sarif-form.js";

const { put, edict } = commandLine();

const rules = `
field record source
authority HOUSE "House policy" version "2024"
rule R-1 "One <plan> a day"
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

rule R-3 "By revenue"
  effective 2024-01-01
  because HOUSE "revenue"
  forbid 77412
  when revenue is 0333
  deny "no"

rule R-4 "Records agree"
  effective 2024-01-01
  because HOUSE "records"
  expect 77402 having record = "charges" at least 1 unit for every 1 unit of 77402 having record = "treatment" per day
  review "{count}"
`;
const header = "patient,date,code,units,amount,claim,modifiers\n";
const charges =
  `${header}"=SECRET ""1"", x",2026-03-02,77290,1,"1,512.40",C<9>&,26 59\n"=SECRET ""1"", x",2026-03-02,77301,1,2210,C<9>&,\n` +
  `SECRET2,2026-03-04,77336,2,,,\nSECRET3,no date,77336,1,,,\n`;

function files(): void {
  put({ "rules/a b.edict": rules, "c.csv": charges });
}

function run(format: string, ...words: readonly string[]): Promise<Ran> {
  return edict("run", "rules", "--charges", "c.csv", "--format", format, ...words);
}

test("csv is a header and a finding a line, with nothing that a spreadsheet runs", async () => {
  files();
  const { code, out, err } = await run("csv");
  expect(code).toBe(3);
  expect(out).toBe(
    "rule,override,outcome,carc,rarc,message,file,row,line,patient,claim,date,code,modifiers,units,amount,others,tableRow," +
      "count,allowed,suggestion,because,at,standing\r\n" +
      `R-1,,deny,97,,77290 on 2026-03-02 goes with 77301,c.csv,2,2,"'=SECRET ""1"", x",C<9>&,2026-03-02,77290,26 59,1,1512.4,` +
      "77301 on 2026-03-02 (c.csv row 3),,,,remove this line,HOUSE: plan,rules/a b.edict:4:1,\r\n" +
      "R-2,,review,,,look at 77336,c.csv,4,4,SECRET2,,2026-03-04,77336,,2,,,,,,,HOUSE: physics,rules/a b.edict:11:1,\r\n",
  );
  expect(err).toContain("4 rows = 3 evaluated + 0 netted + 1 rejected\n2 findings: 1 deny, 1 review\n");
  expect(err).toMatch(/not evaluated: R-3 needs revenue/);
  expect(err).not.toMatch(/SECRET|no date/);
});

test("sarif has a result for each rule on its line, and nothing of a charge", async () => {
  files();
  const { code, out } = await run("sarif");
  expect(code).toBe(3);
  expect(formErrors(out)).toEqual([]);
  expect(out).not.toMatch(/SECRET|2026-03|77290|77301|77336|c\.csv|C<9>|1512|2210/);
  expect(JSON.parse(out)).toMatchObject({
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "edict",
            rules: [
              { id: "R-1", shortDescription: { text: "One <plan> a day" }, defaultConfiguration: { level: "error" } },
              { id: "R-2", defaultConfiguration: { level: "warning" } },
            ],
          },
        },
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: [
              { level: "warning", message: { text: "R-3 was not evaluated: it needs revenue" } },
              { level: "note", message: { text: expect.stringMatching(/^R-4 was set aside: /) } },
              { level: "warning", message: { text: "fewer than 11 rows rejected" } },
            ],
          },
        ],
        results: [
          {
            ruleId: "R-1",
            ruleIndex: 0,
            level: "error",
            message: { text: "One <plan> a day: fewer than 11 findings, deny CARC 97" },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: "rules/a%20b.edict" },
                  region: { startLine: 4, startColumn: 1 },
                },
              },
            ],
          },
          { ruleId: "R-2", level: "warning", message: { text: "Reviewed: fewer than 11 findings, review" } },
        ],
      },
    ],
  });
});

test("junit has a suite for each rule, which fails where the run fails for it", async () => {
  files();
  const { code, out } = await run("junit");
  expect(code).toBe(3);
  expect(out).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="edict run" tests="5" failures="1" errors="2" skipped="1">
  <testsuite name="R-1 One &lt;plan&gt; a day" tests="1" failures="1" errors="0" skipped="0">
    <testcase classname="R-1" name="has no finding that fails the run" file="rules/a b.edict" line="4">
      <failure message="1 finding: 1 deny">c.csv row 2
</failure>
    </testcase>
  </testsuite>
  <testsuite name="R-2 Reviewed" tests="1" failures="0" errors="0" skipped="0">
    <testcase classname="R-2" name="has no finding that fails the run" file="rules/a b.edict" line="11">
      <system-out>1 finding below --fail-on
</system-out>
    </testcase>
  </testsuite>
  <testsuite name="R-3 By revenue" tests="1" failures="0" errors="1" skipped="0">
    <testcase classname="R-3" name="has no finding that fails the run" file="rules/a b.edict" line="17">
      <error message="not evaluated: needs revenue, which a charge file lacks" />
    </testcase>
  </testsuite>
  <testsuite name="R-4 Records agree" tests="1" failures="0" errors="0" skipped="1">
    <testcase classname="R-4" name="has no finding that fails the run" file="rules/a b.edict" line="24">
      <skipped message="set aside: compares sources, and edict reconcile evaluates it" />
    </testcase>
  </testsuite>
  <testsuite name="charge files" tests="1" failures="0" errors="1" skipped="0">
    <testcase classname="charge files" name="has no rejected row">
      <error message="1 row rejected" />
    </testcase>
  </testsuite>
</testsuites>
`);
  expect((await run("junit", "--fail-on", "review")).out).toContain('failures="2" errors="2"');
  expect((await run("junit", "--fail-on", "never")).out).toContain('failures="0" errors="2"');
});

test("of many findings junit lists the first rows and counts the rest, and sarif counts from eleven on", async () => {
  put({ "rules/a b.edict": rules, "c.csv": header + "P,2026-03-02,77336,1,,,\n".repeat(61) });
  const { out } = await run("junit", "--fail-on", "review");
  expect(out).toContain('<failure message="61 findings: 61 review">c.csv row 2\n');
  expect(out).toContain("c.csv row 51\nand 11 rows more\n</failure>");
  expect((await run("sarif")).out).toContain("Reviewed: 61 findings, review");
});

test("beside a baseline csv has the standing of each, junit fails for new ones, and sarif tells them apart", async () => {
  const lines = (count: number): string => header + "P,2026-03-02,77336,1,,,\n".repeat(count);
  put({ "rules/a b.edict": rules, "c.csv": lines(20) });
  await run("csv", "--write-baseline", "b.json");
  put({ "c.csv": lines(22) });
  const beside = (format: string): Promise<Ran> => run(format, "--baseline", "b.json", "--fail-on", "review");
  const csv = (await beside("csv")).out;
  expect(csv.match(/,known\r\n/g)).toHaveLength(20);
  expect(csv.match(/,new\r\n/g)).toHaveLength(2);
  expect((await beside("junit")).out).toContain(
    `<failure message="2 findings: 2 review">c.csv row 22\nc.csv row 23\n20 findings known to the baseline\n</failure>`,
  );
  const sarif = (await beside("sarif")).out;
  expect(formErrors(sarif)).toEqual([]);
  expect(sarif).toContain(`"text": "Reviewed: 20 known findings, review"`);
  expect(sarif).toContain(`"text": "Reviewed: fewer than 11 new findings, review"`);
  expect(sarif.match(/"baselineState": "(new|unchanged)"/g)).toEqual([
    '"baselineState": "unchanged"',
    '"baselineState": "new"',
  ]);
});

test("html is one page that stands alone: the account, then each rule with its findings folded, all escaped", async () => {
  files();
  const { code, out } = await run("html");
  expect(code).toBe(3);
  expect(out).toMatch(/^<!doctype html>\n/);
  expect(out).toContain("default-src 'none'; style-src 'unsafe-inline'");
  expect(out).not.toMatch(/<script|<plan>|C<9>| src=|@import|url\(|https?:/);
  const parts = [
    "<li>4 rows = 3 evaluated + 0 netted + 1 rejected</li>\n<li>2 findings: 1 deny, 1 review</li>\n<li>not evaluated: R-3 needs revenue",
    '<td><a href="#rule-1">R-1</a></td><td>One &lt;plan&gt; a day</td><td class="number">1</td>',
    "<summary>1 rejected row</summary>",
    '<h2 id="rule-1">R-1 One &lt;plan&gt; a day</h2>\n<div class="faint">rule at rules/a b.edict:4:1</div>',
    "<details>\n<summary>1 finding</summary>",
    '<span class="deny">deny</span> CARC 97: 77290 on 2026-03-02 goes with 77301; suggested: remove this line</td>',
    "<td>=SECRET &quot;1&quot;, x</td><td>2026-03-02</td><td>77290-26-59</td><td>1</td><td>$1,512.40</td><td>C&lt;9&gt;&amp;</td>",
    '<h2 id="rule-2">R-2 Reviewed</h2>',
  ];
  const places = parts.map((part) => out.indexOf(part));
  expect(places).toEqual([...places].sort((left, right) => left - right));
  expect(places).not.toContain(-1);
});

test("html shows so many findings of each rule and says that there are more; beside a baseline only new ones", async () => {
  const lines = (count: number): string => header + "P,2026-03-02,77336,1,,,\n".repeat(count);
  put({ "rules/a b.edict": rules, "c.csv": lines(120) });
  const { out } = await run("html", "--write-baseline", "b.json");
  expect(out).toContain("<summary>120 findings; the first 100 are here; --limit shows more of each rule, ");
  expect(out.match(/<tbody>/g)).toHaveLength(100);
  expect((await run("html", "--limit", "2")).out.match(/<tbody>/g)).toHaveLength(2);
  put({ "c.csv": lines(121) });
  const beside = (await run("html", "--baseline", "b.json")).out;
  expect(beside).toContain("<summary>1 new finding; 120 known to the baseline and not shown</summary>");
  expect(beside.match(/<tbody>/g)).toHaveLength(1);
});

test("every format gives the same bytes again, and says on every one what was not evaluated", async () => {
  files();
  for (const format of ["text", "json", "ndjson", "csv", "sarif", "junit", "html", "parquet"]) {
    const { out, err } = await run(format);
    expect((await run(format)).out).toBe(out);
    expect(out + err, format).toMatch(/R-3.{0,60}needs.{0,4}revenue/s);
  }
});
