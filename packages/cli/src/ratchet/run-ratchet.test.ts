/** `edict run --baseline` as its users call it: known findings pass, new ones fail, and the file tells nothing of a patient. */
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Ran } from "../testing/command-line.js";
import { commandLine } from "../testing/command-line.js";

const { put, at, edict } = commandLine();

const rules = `
authority HOUSE "House policy" version "2024"
rule R-1 "One plan a course"
  effective 2024-01-01
  because HOUSE "plan"
  bundle 77290 into 77301 within 400 days
  deny as CARC 97 "{code} on {date} goes with {other.code}"
  suggest remove

rule R-2 "Reviewed"
  effective 2024-01-01
  because HOUSE "physics"
  forbid 77336
  review "look at {code}"

rule R-3 "Three a day"
  effective 2024-01-01
  because HOUSE "boost"
  limit 77412 to 1 unit per day
  hold "{count}"
`;
const header = "patient,date,code,claim,amount,units\n";

/** A line for each patient and code, all on one day. */
function charges(patients: number, ...codes: readonly string[]): string {
  const lines = Array.from({ length: patients }, (_, patient) =>
    codes.map((code) => `SECRET${patient},2026-03-02,${code},CLAIM${patient},77.31,1\n`).join(""),
  );
  return header + lines.join("");
}

function run(...words: readonly string[]): Promise<Ran> {
  return edict("run", "a.edict", "--charges", "c.csv", ...words);
}

function written(): string {
  return readFileSync(at("b.json"), "utf8");
}

test("the file holds rules, codes, intervals and rounded counts, in order, and nothing else", async () => {
  const far =
    "P1,2026-01-01,77290,C,1,1\nP1,2026-03-02,77301,C,1,1\nP2,2026-03-04,77290,C,1,1\nP2,2026-03-02,77301,C,1,1\n";
  put({ "a.edict": rules, "c.csv": charges(12, "77290", "77301", "77336", "77412", "77412") + far });
  const { code, err } = await run("--write-baseline", "b.json");
  expect(code).toBe(0);
  expect(err).toContain("edict: wrote b.json: 5 fingerprints\n");
  expect(written()).toBe(`{
  "kind": "edict-baseline",
  "format": 1,
  "roundedTo": 10,
  "findings": [
    { "rule": "R-1", "code": "77290", "other": "77301", "interval": "same day", "upTo": 20 },
    { "rule": "R-1", "code": "77290", "other": "77301", "interval": "2 days before", "upTo": 10 },
    { "rule": "R-1", "code": "77290", "other": "77301", "interval": "31 to 90 days after", "upTo": 10 },
    { "rule": "R-2", "code": "77336", "other": null, "interval": null, "upTo": 20 },
    { "rule": "R-3", "code": "77412", "other": null, "interval": null, "upTo": 20 }
  ]
}
`);
});

test("ten known and ten found is nothing new; the eleventh is new, is shown alone, and fails", async () => {
  put({ "a.edict": rules, "c.csv": charges(10, "77290", "77301") });
  await run("--write-baseline", "b.json");
  const same = await run("--baseline", "b.json");
  expect(same.code).toBe(0);
  expect(same.out).toMatch(/^20 rows = 20 evaluated.*\n10 findings: 10 deny\nbaseline b.json: 10 known, 0 new\n\n/);
  put({ "c.csv": charges(11, "77290", "77301") });
  const more = await run("--baseline", "b.json");
  expect(more.code).toBe(1);
  expect(more.out.match(/ deny CARC 97/g)).toEqual([" deny CARC 97"]);
  expect(more.out).toContain("    new deny CARC 97: 77290 on 2026-03-02 goes with 77301\n");
  expect(more.out).toContain("\n11 findings: 11 deny\nbaseline b.json: 10 known, 1 new: 1 deny\n");
});

test("JSON and NDJSON say of each finding whether it is known, and JSON says what became of the baseline", async () => {
  put({ "a.edict": rules, "c.csv": charges(10, "77336") });
  await run("--write-baseline", "b.json");
  put({ "c.csv": charges(11, "77336") });
  const json: { summary: { baseline: object }; findings: readonly { standing: string }[] } = JSON.parse(
    (await run("--baseline", "b.json", "--format", "json")).out,
  );
  expect(json.summary.baseline).toEqual({
    known: 10,
    new: 1,
    room: 0,
    fingerprints: 1,
    gone: 0,
    fewer: 0,
    notLookedAt: 0,
  });
  const standings = [...Array.from({ length: 10 }, () => "known"), "new"];
  expect(json.findings.map(({ standing }) => standing)).toEqual(standings);
  const { out, err } = await run("--baseline", "b.json", "--format", "ndjson");
  expect(
    out
      .trimEnd()
      .split("\n")
      .map((line) => /"standing":"(\w+)"\}$/.exec(line)?.[1]),
  ).toEqual(standings);
  expect(err).toContain("\nbaseline b.json: 10 known, 1 new: 1 review\n");
  expect((await run("--baseline", "b.json", "--format", "ndjson")).out).toBe(out);
});

test("only new findings at or above --fail-on fail, and a rejected row wins over all", async () => {
  put({ "a.edict": rules, "c.csv": charges(1, "77290", "77301") });
  await run("--write-baseline", "b.json");
  put({ "c.csv": charges(1, "77290", "77301", "77336") });
  expect((await run("--baseline", "b.json")).code).toBe(0);
  expect((await run("--baseline", "b.json", "--fail-on", "review")).code).toBe(1);
  expect((await run("--baseline", "b.json", "--fail-on", "never")).code).toBe(0);
  put({ "c.csv": `${charges(1, "77290", "77301")}P1,no date,77301,C,1,1\n` });
  expect((await run("--baseline", "b.json")).code).toBe(3);
});

test("what is found no more is said, and leaves the file only when that is asked for", async () => {
  put({ "a.edict": rules, "c.csv": charges(21, "77336") + charges(1, "77290", "77301").slice(header.length) });
  await run("--write-baseline", "b.json");
  const before = written();
  put({ "c.csv": charges(3, "77336") + charges(1, "77412", "77412").slice(header.length) });
  const { out, code } = await run("--baseline", "b.json", "--fail-on", "hold");
  expect(code).toBe(1);
  expect(out).toContain(
    "baseline b.json: 3 known, 1 new: 1 hold\n" +
      "  37 more would pass as known, since counts are rounded up or findings gone\n" +
      "  of its 2 fingerprints, 1 found no more and 1 found less often; --baseline b.json --write-baseline b.json makes it smaller\n",
  );
  expect(written()).toBe(before);
  const smaller = await run("--baseline", "b.json", "--write-baseline", "b.json", "--fail-on", "hold");
  expect(smaller.code).toBe(1);
  expect(smaller.err).toContain("edict: wrote b.json: 1 fingerprint: 1 lowered, 1 removed\n");
  expect(written()).toContain(`"rule": "R-2", "code": "77336", "other": null, "interval": null, "upTo": 10 }\n  ]`);
  const again = await run("--write-baseline", "b.json");
  expect(again.err).toContain("edict: wrote b.json: 2 fingerprints: 1 added\n");
});

test("of a rule that could not look, nothing is gone", async () => {
  put({ "a.edict": rules, "c.csv": charges(1, "77336", "77290", "77301") });
  await run("--write-baseline", "b.json");
  put({ "a.edict": rules.replace("forbid 77336", "forbid 77336\n  when revenue is 0333") });
  const { code, out } = await run("--baseline", "b.json", "--write-baseline", "b.json");
  expect(code).toBe(3);
  expect(out).toContain("\n  1 fingerprint of rules that were not evaluated: nothing is said of them\n");
  expect(written()).toContain(`"rule": "R-2"`);
  expect((await run("--write-baseline", "b.json")).err).toContain("rules not evaluated would have found is not in it");
});

test("exact counts are kept where they are asked for, and say so", async () => {
  put({ "a.edict": rules, "c.csv": charges(2, "77336") });
  expect((await run("--write-baseline", "b.json", "--exact-counts")).code).toBe(0);
  expect(written()).toContain(`"roundedTo": 1,`);
  put({ "c.csv": charges(3, "77336") });
  expect((await run("--baseline", "b.json", "--fail-on", "review")).code).toBe(1);
  expect((await run("--baseline", "b.json", "--write-baseline", "b.json", "--exact-counts")).code).toBe(2);
});

test("a file that is no baseline, or a broken one, ends the run before it begins and is not written over", async () => {
  put({ "a.edict": rules, "c.csv": charges(1, "77336") });
  const none = await run("--baseline", "b.json");
  expect({ code: none.code, err: none.err }).toEqual({
    code: 2,
    err: "edict: there is no baseline b.json; --write-baseline b.json makes one\n",
  });
  const before = readFileSync(at("c.csv"), "utf8");
  for (const option of ["--baseline", "--write-baseline"]) {
    const { code, out, err } = await run(option, "c.csv");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^edict: c.csv is not JSON; name a file that --write-baseline wrote/);
  }
  expect(readFileSync(at("c.csv"), "utf8")).toBe(before);
  put({ "d.json": "[]" });
  expect((await run("--baseline", "d.json")).err).toMatch(/^edict: d.json is no baseline of edict; /);
  await run("--write-baseline", "b.json");
  const good = written();
  for (const [from, to, said] of [
    ['"format": 1', '"format": 2', "is a baseline of another format than 1; "],
    ['"upTo": 10', '"upTo": 7', "findings[0] has an upTo that is not rounded to 10; "],
    ['"77336"', '"SECRET"', "findings[0] has a code that is none; "],
    ["null, ", '"77301", ', "findings[0] has an interval that is none; "],
    [
      "    {",
      '    { "rule": "R-2", "code": "77336", "other": null, "interval": null, "upTo": 10 },{',
      "findings[1] says again ",
    ],
    ["{", "<<<<<<< ours\n{", "b.json is not JSON; "],
  ] as const) {
    put({ "b.json": good.replace(from, to) });
    const { code, err } = await run("--baseline", "b.json");
    expect(code).toBe(2);
    expect(err).toContain(said);
    expect(err).not.toContain("SECRET");
  }
});

const code = fc.constantFrom("77290", "77301", "77336", "77412");
const line = fc.record({ patient: fc.nat(3), day: fc.nat(25), code });
const lines = fc.array(line, { maxLength: 14 });

test("the file hangs on no patient, claim, amount or date, fits its schema, and knows all of its own run", async () => {
  const schema: object = JSON.parse(
    readFileSync(new URL("../../../../docs/baseline-schema.json", import.meta.url), "utf8"),
  );
  const fits = new Ajv().compile(schema);
  await fc.assert(
    fc.asyncProperty(lines, lines, async (drawn, later) => {
      const csv = (own: typeof drawn, patient: string, month: string): string =>
        header +
        own
          .map(
            (one) =>
              `${patient}${one.patient},2026-${month}-${String(one.day + 1).padStart(2, "0")},${one.code},${patient},1,1\n`,
          )
          .join("");
      put({ "a.edict": rules, "c.csv": csv(drawn, "A", "01") });
      await run("--write-baseline", "b.json");
      const first = written();
      expect(fits(JSON.parse(first)) ? [] : fits.errors).toEqual([]);
      expect((await run("--baseline", "b.json", "--fail-on", "advise")).code).toBe(0);
      put({ "c.csv": csv(drawn, "B", "03") });
      await run("--write-baseline", "b.json");
      expect(written()).toBe(first);
      put({ "c.csv": csv(later, "A", "01") });
      await run("--baseline", "b.json", "--write-baseline", "b.json");
      const smaller = new Map(known(written()));
      const before = new Map(known(first));
      for (const [key, upTo] of smaller) expect(upTo).toBeLessThanOrEqual(before.get(key) ?? 0);
    }),
    { numRuns: 12 },
  );
});

/** The fingerprints of a file and their counts. */
function known(text: string): readonly (readonly [string, number])[] {
  return [...text.matchAll(/^ {4}(.*) "upTo": (\d+) \},?$/gm)].map(([, key = "", upTo]) => [key, Number(upTo)]);
}
