import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { main } from "../main.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "edict-check-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(files: { readonly [path: string]: string }): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function read(path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

async function edict(
  ...argv: string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  let out = "";
  let err = "";
  const code = await main(argv, {
    cwd: folder,
    stdin: () => Promise.resolve(new Uint8Array()),
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text), isTTY: false },
    stdoutIsTTY: false,
    env: {},
  });
  return { code, out, err };
}

/** What is said in the text format, a line each, without the excerpts. */
async function said(...argv: string[]): Promise<readonly string[]> {
  const { out } = await edict("check", ...argv);
  return out.split("\n").flatMap((line) => /^\S+?:\d+:\d+: \w+ [a-z-]+/.exec(line)?.[0] ?? []);
}

const silenced =
  "codes A = 77301 # edict allow unlikely-date: none there\ncodes B = A # edict allow unused-set: shown\n";

test("a lint is said, and does not fail the check", async () => {
  put({ "a.edict": "codes A = 77301 from 1901-01-01 # edict allow unused-set: shown\n" });
  const { code, out } = await edict("check", "a.edict");
  expect(code).toBe(0);
  expect(out).toMatch(
    /^a\.edict:1:22: warning unlikely-date: .*\n {2}1 \| codes A = .*\n.*\^{10}\n0 errors, 1 warning in 1 file\n$/,
  );
});

test("edict.json is looked for in the file's folder and above it, not above the folder where the command runs", async () => {
  const text = "codes A = 77301\n";
  put({
    "edict.json": '{ "lint": { "unused-set": "off" } }',
    "work/rules/a.edict": text,
    "work/strict/edict.json": '{ "lint": { "unused-set": "error" } }',
    "work/strict/deep/b.edict": "codes B = 77402\n",
  });
  expect(await said("work")).toEqual(["work/strict/deep/b.edict:1:7: error unused-set"]);
  expect((await edict("check", "work/strict")).code).toBe(1);
  const outer = folder;
  folder = join(outer, "work");
  expect(await said(".")).toEqual([
    "rules/a.edict:1:7: warning unused-set",
    "strict/deep/b.edict:1:7: error unused-set",
  ]);
  folder = outer;
});

test("what is wrong with edict.json is said with its place, and fails the check but no run", async () => {
  put({
    "edict.json": '{\n  "lint": { "unused-sets": "off" }\n}\n',
    "a.edict": 'rule R-1 "One plan a day"\n  limit 77301 to 1 unit per day\n  deny\n',
    "c.csv": "patient,date,code,units\nP1,2026-03-02,77301,1\n",
  });
  const { code, out } = await edict("check", "a.edict");
  expect(code).toBe(1);
  expect(out).toContain(
    "edict.json:2:13: error unknown-lint: no diagnostic has the code unused-sets; did you mean unused-set?\n  2 |",
  );
  expect((await edict("run", "a.edict", "--charges", "c.csv")).code).toBe(0);
});

test("lints fail neither run nor test nor compile, even where a project makes them errors", async () => {
  put({
    "edict.json": '{ "lint": { "missing-because": "error", "unlikely-date": "error" } }',
    "a.edict":
      'rule R-1 "One plan a day"\n  effective 1901-01-01\n  limit 77301 to 1 unit per day\n  deny\n' +
      'test "one"\n  given starting 2026-03-02\n  day 1 77301\n  expect nothing\n',
    "c.csv": "patient,date,code,units\nP1,2026-03-02,77301,1\n",
  });
  expect((await edict("check", "a.edict")).code).toBe(1);
  expect((await edict("run", "a.edict", "--charges", "c.csv")).code).toBe(0);
  expect((await edict("test", "a.edict")).code).toBe(0);
  expect((await edict("compile", "a.edict")).code).toBe(0);
});

test("--fix mends what has one safe way, says so, and leaves the rest", async () => {
  put({
    "rules/a.edict": `\ufeff${silenced}`,
    "rules/b.edict": "codes C = 77301 from 1901-01-01 # edict allow unused-set: shown\n",
  });
  chmodSync(join(folder, "rules/a.edict"), 0o640);
  const { code, out, err } = await edict("check", "rules", "--fix");
  expect(code).toBe(0);
  expect(err).toBe("rules/a.edict:1:17: mended silence-without-effect: take the comment out\nedict: mended 1 thing\n");
  expect(out).toMatch(/^rules\/b\.edict:1:22: warning unlikely-date/);
  expect(read("rules/a.edict")).toBe(`\ufeff${silenced.replace(" # edict allow unlikely-date: none there", "")}`);
  expect(statSync(join(folder, "rules/a.edict")).mode & 0o777).toBe(0o640);
  expect(readdirSync(join(folder, "rules")).sort()).toEqual(["a.edict", "b.edict"]);
  expect((await edict("check", "rules", "--fix")).err).toBe("edict: nothing to mend\n");
});

test("--fix mends again what a fix uncovers, and what is only worth knowing where that is asked for", async () => {
  const text = "codes A = 77402, 77403, 77403, 77404, 77404, 77405 # edict allow unused-set: shown\n";
  put({ "a.edict": text });
  expect((await edict("check", "a.edict", "--fix")).err).toContain("mended 2 things\n");
  expect(read("a.edict")).toBe("codes A = 77402, 77403, 77404, 77405 # edict allow unused-set: shown\n");
  put({ "a.edict": text });
  expect((await edict("check", "a.edict", "--fix", "--info")).err).toContain("mended 3 things\n");
  expect(read("a.edict")).toBe("codes A = 77402..77405 # edict allow unused-set: shown\n");
});

test("--fix mends what keeps rules from being read, where there is one way to", async () => {
  put({ "a.edict": "codes A = 77402,\nRule R-1 “t”\n  Forbid 77402,\n  deny\n" });
  await edict("check", "a.edict", "--fix");
  expect(read("a.edict")).toBe('codes A = 77402\nrule R-1 "t"\n  forbid 77402\n  deny\n');
});

test("--fix writes through a link, and leaves a file that is no UTF-8", async () => {
  put({ "real/a.edict": silenced, "rules/b.edict": "" });
  symlinkSync(join(folder, "real/a.edict"), join(folder, "rules/a.edict"));
  writeFileSync(
    join(folder, "rules/b.edict"),
    Buffer.from(`# caf\xe9\n${silenced.replaceAll("codes ", "codes Of").replace("= A", "= OfA")}`, "latin1"),
  );
  const { err } = await edict("check", "rules", "--fix");
  expect(err).toContain("edict: rules/b.edict is not UTF-8 and was not mended\n");
  expect(read("real/a.edict")).not.toContain("none there");
  expect(readdirSync(join(folder, "rules"))).toEqual(["a.edict", "b.edict"]);
  expect(statSync(join(folder, "rules/a.edict")).isFile()).toBe(true);
});

test("--fix leaves a file that is protected, and says so", async () => {
  put({ "rules/a.edict": silenced, "rules/b.edict": "codes Other = 77301, 77301 # edict allow unused-set: shown\n" });
  chmodSync(join(folder, "rules/a.edict"), 0o440);
  const { err } = await edict("check", "rules", "--fix");
  expect(err).toContain("edict: rules/a.edict is write-protected and was not mended\n");
  expect(read("rules/a.edict")).toBe(silenced);
  expect(read("rules/b.edict")).toBe("codes Other = 77301 # edict allow unused-set: shown\n");
});

test("--fix of a compiled rulebook is refused", async () => {
  put({ "a.edict": "codes A = 77301\n" });
  await edict("compile", "a.edict", "-o", "a.json");
  const { code, err } = await edict("check", "a.json", "--fix");
  expect([code, err]).toEqual([
    2,
    "edict: a compiled rulebook is not mended; name the rules that it was compiled from\n",
  ]);
});

test("what is only worth knowing is said where it is asked for", async () => {
  put({ "a.edict": 'authority A "Manual" version "1" # edict allow unused-authority: shown\n' });
  expect(await edict("check", "a.edict")).toEqual({
    code: 0,
    out: "no problem in 1 file: 0 rules, 0 tests\n",
    err: "edict: --info shows 1 info more\n",
  });
  expect((await edict("check", "a.edict", "--info")).out).toMatch(
    /^a\.edict:1:11: info authority-without-url: .*\n0 errors, 0 warnings, 1 info in 1 file\n$/s,
  );
  expect((await edict("check", "a.edict", "--format", "github")).out).toBe("");
  expect((await edict("check", "a.edict", "--format", "github", "--info")).out).toMatch(/^::notice /);
});

test("every format says the same, and exits the same", async () => {
  put({ "a.edict": "codes A = 77301 from 1901-01-01\n", "edict.json": '{ "lint": { "unlikely-date": "error" } }' });
  const codes = ["unused-set", "unlikely-date"];
  for (const format of ["text", "json", "sarif", "github"]) {
    const { code, out, err } = await edict("check", "a.edict", "--format", format);
    expect([format, code, err]).toEqual([format, 1, ""]);
    expect(codes.map((one) => out.includes(one))).toEqual([true, true]);
  }
  expect((await edict("check", "a.edict", "--format", "sarif", "--pages", "https://e.org/d/")).out).toContain(
    '"helpUri": "https://e.org/d/unused-set.md"',
  );
});
