/** `edict diff` as its users call it: revisions, folders and compiled rulebooks, and what cannot be compared. */
import { existsSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { commandLine } from "../testing/command-line.js";
import { commitAll, gitIn, newRepository } from "../testing/repository.js";

const { put, at, edict } = commandLine();

const rules = `
payer Medicare = "MEDICARE"
rule R-1 "One plan a day"
  for Medicare
  effective 2024-01-01
  bundle 77290 into 77301 on the same day
  deny as CARC 97

rule R-2 "Physics is reviewed"
  forbid 77336
  review
`;

function repository(files: { readonly [path: string]: string } = { "rules/a.edict": rules }): void {
  newRepository(at("."));
  put(files);
  commitAll(at("."), "first");
}

test("a revision against the work tree says for whom, from when, and by which case", async () => {
  repository();
  put({ "rules/a.edict": rules.replace("bundle 77290 into", "bundle 77290, 77280 into") });
  const { code, out, err } = await edict("diff", "main");
  expect(err).toBe("");
  expect(out.replaceAll(/[0-9a-f]{8}\)/g, "…)")).toBe(
    `rules/a.edict:3: R-1 "One plan a day" stricter
  for Medicare, from 2024-01-01 on: stricter (proven), finds more lines
  Each line of {+77280 or+} 77290 is denied (CARC 97) where another line of 77301 stands on the same day.

    test "R-1: 77280 that it did not find before"
      given payer Medicare, starting 2024-01-01
      day 1  77280
      day 1  77301
      # base: expect no R-1
      # head: expect R-1 on 77280 day 1
      # take over the expectation that is right

main (…) → the work tree: 1 rule changed, 1 the same
`,
  );
  expect(code).toBe(1);
});

test("what changes nothing in meaning exits 0", async () => {
  repository();
  put({ "rules/a.edict": "# a comment\ncodes Sim = 77290\n" + rules.replace("bundle 77290", "bundle\n Sim") });
  const { code, out } = await edict("diff", "main");
  expect(out).toMatch(/^main \([0-9a-f]{8}\) → the work tree: nothing changes in meaning; 2 rules the same\n$/);
  expect(code).toBe(0);
});

test("two revisions are read through git, and the work tree is left alone", async () => {
  repository();
  put({ "rules/a.edict": rules.replace("\n  review", "\n  hold") });
  commitAll(at("."), "second");
  rmSync(at("rules"), { recursive: true });
  put({ "rules/a.edict": "this is not a rule" });
  const before = gitIn(at("."), "status", "--porcelain");
  const { code, out } = await edict("diff", "HEAD~1", "HEAD");
  expect(out).toContain('R-2 "Physics is reviewed" finds the same lines, and says otherwise: outcome');
  expect(code).toBe(1);
  expect(gitIn(at("."), "status", "--porcelain")).toBe(before);
});

test("three dots and --merge-base compare from the commit in common", async () => {
  repository();
  gitIn(at("."), "checkout", "--quiet", "-b", "topic");
  put({ "rules/b.edict": 'rule R-3 "New"\n  forbid 77370\n  deny\n' });
  commitAll(at("."), "topic");
  gitIn(at("."), "checkout", "--quiet", "main");
  put({ "rules/a.edict": rules.replace("\n  review", "\n  hold") });
  commitAll(at("."), "main goes on");
  gitIn(at("."), "checkout", "--quiet", "topic");
  expect((await edict("diff", "main", "topic")).out).toContain("2 rules changed");
  for (const argv of [["main...topic"], ["main..."], ["--merge-base", "main"], ["--merge-base", "main", "topic"]]) {
    const { out, code } = await edict("diff", ...argv);
    expect(out).toMatch(/R-3 "New" is new\n[^]*: 1 rule changed, 2 the same\n$/);
    expect(code).toBe(1);
  }
  expect((await edict("diff", "main..topic")).out).toContain("2 rules changed");
});

test("folders, rule files and compiled rulebooks are compared without git", async () => {
  put({ "old/a.edict": rules, "new/a.edict": rules.replace("77336", "77336, 77370") });
  const compiled = await edict("compile", "old", "-o", "old.json");
  expect(compiled.code).toBe(0);
  for (const base of ["old", "./old", "old/a.edict", "old.json"]) {
    const { code, out } = await edict("diff", base, "new");
    expect(out).toContain('R-2 "Physics is reviewed" stricter');
    expect(code).toBe(1);
  }
  expect((await edict("diff", "old", "old.json")).code).toBe(0);
});

test("a rule under another name is said to be the same rule", async () => {
  put({ "old/a.edict": rules, "new/a.edict": rules.replace("R-2", "R-9") });
  const { code, out } = await edict("diff", "old", "new");
  expect(out).toContain('R-2 "Physics is reviewed" is now called R-9');
  expect(out).toContain('R-9 "Physics is reviewed" is R-2 under another name');
  expect(code).toBe(1);
});

test("where rules are not in `rules`, --rules says so, and a name that is nowhere is no empty side", async () => {
  repository({ "policy/a.edict": rules, "policy/shared/c.edict": "codes Sim = 77290\n", "other/x.edict": rules });
  put({ "policy/a.edict": rules.replace("77336", "77370") });
  expect((await edict("diff", "HEAD", "--rules", "policy")).out).toContain("R-2");
  const { code, err } = await edict("diff", "HEAD", "--rules", "policy", "polcy");
  expect(err).toBe("edict: there is no file or folder polcy on either side; check its name\n");
  expect(code).toBe(2);
});

test("a revision from before there were rules has none, and that is said", async () => {
  repository({ "README.md": "nothing yet" });
  put({ "rules/a.edict": rules });
  const { code, out, err } = await edict("diff", "main");
  expect(err).toBe("edict: main has no rule; say with --rules where rules are, if it has\n");
  expect(out).toContain("2 rules changed, 0 the same");
  expect(code).toBe(1);
});

const table = 'table Pairs from "../data/pairs.csv"\n  one code, two code\n';
const byTable = `${table}rule T "Pairs"\n  for each row of Pairs\n  forbid row.one with row.two on the same day\n  deny\n`;

test("tables in files are read from the revision, and nothing of them is left behind", async () => {
  repository({ "rules/t.edict": byTable, "data/pairs.csv": "one,two\n77290,77301\n" });
  const left = readdirSync(tmpdir()).filter((name) => name.startsWith("edict-table-"));
  expect((await edict("diff", "main")).code).toBe(0);
  put({ "data/pairs.csv": "one,two\n77290,77301\n77280,77301\n" });
  const { code, out } = await edict("diff", "main");
  expect(out).toContain('T "Pairs" stricter');
  expect(code).toBe(1);
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith("edict-table-"))).toEqual(left);
});

test("what cannot be compared says why, and exits 2", async () => {
  const said = async (...argv: string[]): Promise<string> => {
    const { code, err, out } = await edict("diff", ...argv);
    expect([code, out]).toEqual([2, ""]);
    return err;
  };
  expect(await said("main")).toMatch(
    /^edict: main is no file or folder here, and no git revision: not a git repository/,
  );
  repository();
  expect(await said("nowhere")).toBe(
    "edict: nowhere is no file or folder here, and no git revision: git knows no commit of this name; fetch it, or check its name\n",
  );
  expect(await said("./nowhere")).toBe("edict: there is no file or folder nowhere; check its name\n");
  expect(await said("rules", "--merge-base")).toMatch(/^edict: only git revisions have a commit in common/);
  put({ "rules/a.edict": rules.replace("deny", "denny") });
  expect(await said("main")).toMatch(/edict: the rules of the work tree have 1 error; nothing was compared\n$/);
  gitIn(at("."), "checkout", "--quiet", "--orphan", "apart");
  put({ "rules/a.edict": rules });
  commitAll(at("."), "apart");
  expect(await said("main...")).toMatch(/^edict: main and HEAD have no commit in common here; /);
});

test("a name that looks like an option of git is never one", async () => {
  repository();
  const names = [
    "--output=owned",
    "--upload-pack=touch owned",
    "-Oowned",
    "--",
    "--end-of-options",
    "^main",
    "main --all",
    "$(touch owned)",
    "main;touch owned",
    "\u0007main",
    "HEAD^{/",
  ];
  for (const name of names) {
    const { code, out } = await edict("diff", "--", name);
    expect([name, code, out]).toEqual([name, 2, ""]);
    expect((await edict("diff", "main", "--", name)).code).toBe(2);
  }
  expect(existsSync(at("owned"))).toBe(false);
});

test("what rules of a revision name outside of the repository is not there, and links within are not followed", async () => {
  repository({ "rules/a.edict": `use "../../outside.edict"\n${rules}` });
  put({ "rules/a.edict": rules });
  const { code, out, err } = await edict("diff", "main");
  expect(err).toMatch(
    /^rules\/a\.edict:1:5: error missing-target: [^]*the rules of main have 1 error; nothing was compared\n$/,
  );
  expect([code, out]).toEqual([2, ""]);
  symlinkSync("a.edict", at("rules/b.edict"));
  commitAll(at("."), "a link");
  expect((await edict("diff", "HEAD", "HEAD")).out).toContain("2 rules the same");
});
