/** A reference as its users have it made. */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { expect, test } from "vitest";
import { commandLine } from "../testing/command-line.js";

const { put, at, edict } = commandLine();

const rule = (id: string): string => `rule ${id} "t"\n  forbid 77301\n  deny "{code} is too many"\n`;
const tested = `${rule("RO-1")}
test "one"
  given starting 2026-03-02
  day 1  77301
  expect RO-1 on 77301 day 1
`;
const read = (path: string): string => readFileSync(at(path), "utf8");

/** Every file of a folder with its text. */
function all(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(at(folder), { recursive: true, encoding: "utf8" }).sort();
  return new Map(
    paths.filter((path) => statSync(at(`${folder}/${path}`)).isFile()).map((path) => [path, read(`${folder}/${path}`)]),
  );
}

test("docs writes pages and says how many, and writes no more where nothing changed", async () => {
  put({ "rules/a.edict": tested });
  const { code, out, err } = await edict("docs", "rules", "-o", "out");
  expect({ code, out, err }).toEqual({
    code: 0,
    out: "9 pages in out: 10 written\n",
    err: "edict: the rules have 2 warnings; edict check shows them\n",
  });
  expect([...all("out").keys()]).toContain("rule/ro-1.md");
  expect(read("out/rule/ro-1.md")).toContain("| 2026-03-02 | 77301 | **deny**: 77301 is too many |");
  expect(read("out/rule/ro-1.md")).toContain("[a.edict](../../rules/a.edict#L1), line 1");
  expect((await edict("docs", "rules", "-o", "out")).out).toBe("9 pages in out: 0 written\n");
});

test("the same rules give the same pages, wherever the command runs and from whatever it made before", async () => {
  put({ "rules/a.edict": tested, "elsewhere/none.txt": "" });
  await edict("docs", "rules", "-o", "one");
  await edict("docs", at("rules"), "-o", at("two"));
  expect([...all("two")]).toEqual([...all("one")]);
});

test("a folder that is named by a link has the same pages before and after it is made", async () => {
  put({ "real/rules/a.edict": tested });
  symlinkSync(at("real"), at("link"));
  await edict("docs", "real/rules", "-o", "link/deep/out");
  expect(read("link/deep/out/rule/ro-1.md")).toContain("(../../../rules/a.edict#L1)");
  expect((await edict("docs", "real/rules", "-o", "link/deep/out", "--check")).code).toBe(0);
});

test("docs --check exits 1 where the folder is not what would be written, names what, and writes nothing", async () => {
  put({ "rules/a.edict": tested });
  const missing = await edict("docs", "rules", "-o", "out", "--check");
  expect(missing.code).toBe(1);
  expect(missing.out).toContain("out/README.md is missing\n");
  expect(missing.err).toContain("edict: the same command without --check writes what differs\n");
  expect(existsSync(at("out"))).toBe(false);
  await edict("docs", "rules", "-o", "out");
  expect(await edict("docs", "rules", "-o", "out", "--check")).toMatchObject({
    code: 0,
    out: "out is up to date: 9 pages\n",
  });
  put({ "rules/a.edict": tested.replace('"t"', '"another"') });
  const stale = await edict("docs", "rules", "-o", "out", "--check");
  expect(stale.code).toBe(1);
  expect(stale.out).toContain("out/rule/ro-1.md is not up to date\n");
  put({ "rules/a.edict": rule("RO-2") });
  expect((await edict("docs", "rules", "-o", "out", "--check")).out).toContain(
    "out/rule/ro-1.md is no page any more\n",
  );
});

test("line ends that a checkout changed are no difference", async () => {
  put({ "rules/a.edict": tested });
  await edict("docs", "rules", "-o", "out");
  for (const [path, text] of all("out")) writeFileSync(at(`out/${path}`), text.replaceAll("\n", "\r\n"));
  expect((await edict("docs", "rules", "-o", "out", "--check")).code).toBe(0);
});

test("a page that is no more is removed, and another's file stays", async () => {
  put({ "rules/a.edict": tested });
  await edict("docs", "rules", "-o", "out");
  put({ "out/notes.md": "mine", "out/rule/mine.md": "mine", "rules/a.edict": rule("RO-2") });
  const { out } = await edict("docs", "rules", "-o", "out");
  expect(out).toMatch(/ 1 removed$/m);
  expect(existsSync(at("out/rule/ro-1.md"))).toBe(false);
  expect(read("out/notes.md") + read("out/rule/mine.md")).toBe("minemine");
});

test("a change of format leaves no page of the other", async () => {
  put({ "rules/a.edict": tested });
  await edict("docs", "rules", "-o", "out");
  await edict("docs", "rules", "-o", "out", "--format", "html");
  const paths = [...all("out").keys()];
  expect(paths).toContain("index.html");
  expect(paths.filter((path) => path.endsWith(".md"))).toEqual([]);
});

test("a folder with files and no list is refused; --beside writes beside them and over none", async () => {
  put({ "rules/a.edict": tested, "site/CNAME": "example.org" });
  const refused = await edict("docs", "rules", "-o", "site");
  expect(refused.code).toBe(2);
  expect(refused.err).toContain("site holds files and no list of pages");
  expect(readdirSync(at("site"))).toEqual(["CNAME"]);
  expect((await edict("docs", "rules", "-o", "site", "--beside")).code).toBe(0);
  expect(read("site/CNAME")).toBe("example.org");

  put({ "other/README.md": "mine" });
  const over = await edict("docs", "rules", "-o", "other", "--beside");
  expect(over.code).toBe(2);
  expect(over.err).toContain("other/README.md was not made by edict docs");
  expect([...all("other")]).toEqual([["README.md", "mine"]]);
});

test("a list that names anything but pages within the folder is not followed", async () => {
  put({ "rules/a.edict": tested, "mine.md": "mine" });
  await edict("docs", "rules", "-o", "out");
  const list = read("out/edict-docs.txt");
  for (const path of ["../mine.md", "/etc/passwd", "rule/../../mine.md", "a/b/c.md", "notes.txt", ".hidden.md"]) {
    put({ "out/edict-docs.txt": `${list}${path}\n` });
    const { code, err } = await edict("docs", "rules", "-o", "out");
    expect({ code, path, err }).toMatchObject({ code: 2, path });
    expect(err).toContain("which is no page");
  }
  expect(read("mine.md")).toBe("mine");
});

test("a list with both sides of a merge is both sides", async () => {
  put({ "rules/a.edict": tested });
  await edict("docs", "rules", "-o", "out");
  put({ "out/rule/ro-9.md": "old" });
  put({
    "out/edict-docs.txt": `${read("out/edict-docs.txt")}<<<<<<< ours\nrule/ro-9.md\n=======\nrule/ro-8.md\n>>>>>>> theirs\n`,
  });
  expect((await edict("docs", "rules", "-o", "out", "--check")).code).toBe(1);
  expect((await edict("docs", "rules", "-o", "out")).code).toBe(0);
  expect(existsSync(at("out/rule/ro-9.md"))).toBe(false);
  expect((await edict("docs", "rules", "-o", "out", "--check")).code).toBe(0);
});

test("nothing is written or removed through a link", async () => {
  put({ "rules/a.edict": tested, "mine/ro-1.md": "mine" });
  await edict("docs", "rules", "-o", "out");
  rmSync(at("out/rule"), { recursive: true });
  symlinkSync(at("mine"), at("out/rule"));
  const { code, err } = await edict("docs", "rules", "-o", "out");
  expect(code).toBe(2);
  expect(err).toContain("is a link, and pages are not written through links");
  expect(read("mine/ro-1.md")).toBe("mine");
  expect(lstatSync(at("out/rule")).isSymbolicLink()).toBe(true);
});

test("what stands where a page or the folder should be is said", async () => {
  put({ "rules/a.edict": tested, file: "" });
  expect(await edict("docs", "rules", "-o", "file")).toMatchObject({ code: 2, out: "" });
  mkdirSync(at("out/rule/ro-1.md"), { recursive: true });
  const { code, err } = await edict("docs", "rules", "-o", "out", "--beside");
  expect(code).toBe(2);
  expect(err).toContain("is no file; move it");
});

test("a compiled rulebook has the same pages, without what only the text has", async () => {
  put({ "rules/a.edict": tested });
  await edict("compile", "rules", "-o", "book.json");
  await edict("docs", "book.json", "-o", "out");
  const page = read("out/rule/ro-1.md");
  expect(page).toContain("Each line of 77301 is denied.");
  expect(page).not.toContain("As it is written");
  expect(page).toContain("`a.edict`, line 1");
});

test("a test that fails is said to fail, on its page too", async () => {
  put({ "rules/a.edict": tested.replace("expect RO-1 on 77301 day 1", "expect no RO-1") });
  const { code, err } = await edict("docs", "rules", "-o", "out");
  expect(code).toBe(0);
  expect(err).toContain("edict: 1 test failed; edict test shows them\n");
  expect(read("out/rule/ro-1.md")).toContain("**This test fails**");
});

test("rules with an error have no pages", async () => {
  put({ "rules/a.edict": 'rule RO-1 "t"\n  forbid Nope\n  deny\n' });
  expect((await edict("docs", "rules", "-o", "out")).code).toBe(2);
  expect(existsSync(at("out"))).toBe(false);
  expect((await edict("docs", "rules")).code).toBe(2);
});
