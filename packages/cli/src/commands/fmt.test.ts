/** Formatting as its users call it. */
import { execFileSync } from "node:child_process";
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { expect, test } from "vitest";
import { commandLine } from "../testing/command-line.js";

const { put, at, edict, edictWith } = commandLine();

const loose = 'codes A=77301 ,77302  # two\nrule R-1 "t"\n  deny\n  forbid A\n';
const laid = 'codes A = 77301, 77302  # two\n\nrule R-1 "t"\n  forbid A\n  deny\n';

test("fmt puts files in the one layout, says which, and leaves the others alone", async () => {
  put({ "rules/a.edict": loose, "rules/b.edict": laid, "rules/c.txt": loose });
  chmodSync(at("rules/a.edict"), 0o640);
  const { code, out, err } = await edict("fmt", "rules", "rules/a.edict");
  expect({ code, out, err }).toEqual({ code: 0, out: "rules/a.edict\n", err: "1 file of 2 formatted\n" });
  expect(readFileSync(at("rules/a.edict"), "utf8")).toBe(laid);
  expect(statSync(at("rules/a.edict")).mode & 0o777).toBe(0o640);
  expect(readdirSync(at("rules"))).toEqual(["a.edict", "b.edict", "c.txt"]);
  expect(await edict("fmt", "rules")).toEqual({ code: 0, out: "", err: "0 files of 2 formatted\n" });
});

test("fmt --check changes nothing and exits 1 where something would change", async () => {
  put({ "a.edict": loose, "b.edict": laid });
  const { code, out, err } = await edict("fmt", "--check", ".");
  expect({ code, out, err }).toEqual({ code: 1, out: "a.edict\n", err: "1 file of 2 would be formatted\n" });
  expect(readFileSync(at("a.edict"), "utf8")).toBe(loose);
  expect((await edict("fmt", "--check", "b.edict")).code).toBe(0);
});

test("fmt --diff shows a unified diff and changes nothing", async () => {
  put({ "a.edict": loose });
  const { code, out } = await edict("fmt", "--diff", "a.edict");
  expect(code).toBe(0);
  expect(out).toBe(`--- a.edict
+++ a.edict
@@ -1,4 +1,5 @@
-codes A=77301 ,77302  # two
+codes A = 77301, 77302  # two
+
 rule R-1 "t"
-  deny
   forbid A
+  deny
`);
  expect(readFileSync(at("a.edict"), "utf8")).toBe(loose);
  expect((await edict("fmt", "--diff", "--check", "a.edict")).code).toBe(1);
});

test("fmt prints standard input formatted", async () => {
  expect(await edictWith(loose, "fmt", "-")).toEqual({ code: 0, out: laid, err: "" });
  expect((await edict("fmt", "-", "a.edict")).code).toBe(2);
});

test("fmt keeps a declaration with a mistake, formats the rest, and exits 2", async () => {
  put({ "a.edict": `codes A=77301\n${loose.replace("forbid A", "forbid  A,")}` });
  const { code, err } = await edict("fmt", "a.edict");
  expect(code).toBe(2);
  expect(err).toContain("edict: a.edict:3: a mistake is in this declaration, and it keeps its text");
  expect(readFileSync(at("a.edict"), "utf8")).toContain("codes A = 77301\n");
  expect(readFileSync(at("a.edict"), "utf8")).toContain("\n  deny\n  forbid  A,\n");
});

test("fmt keeps line breaks and the mark of byte order, follows links, and refuses what is no text", async () => {
  put({
    "a.edict": loose.replaceAll("\n", "\r\n"),
    "real/b.edict": `\uFEFF${loose}`,
    "c.edict": Buffer.from([0x63, 0xff, 0x0a]),
  });
  symlinkSync(at("real/b.edict"), at("b.edict"));
  const { code, out, err } = await edict("fmt", "a.edict", "b.edict", "c.edict");
  expect({ code, out }).toEqual({ code: 2, out: "a.edict\nb.edict\n" });
  expect(err).toContain("edict: c.edict is not text in UTF-8; save it so\n");
  expect(readFileSync(at("a.edict"), "utf8")).toBe(laid.replaceAll("\n", "\r\n"));
  expect(readFileSync(at("real/b.edict"), "utf8")).toBe(`\uFEFF${laid}`);
  expect(lstatSync(at("b.edict")).isSymbolicLink()).toBe(true);
});

test("fmt leaves a file that is protected, formats the others, and exits 2", async () => {
  put({ "a.edict": loose, "b.edict": loose });
  chmodSync(at("a.edict"), 0o440);
  expect(await edict("fmt", "a.edict", "b.edict")).toEqual({
    code: 2,
    out: "b.edict\n",
    err: "edict: a.edict is write-protected, and was left as it is\n1 file of 2 formatted\n",
  });
  expect(readFileSync(at("a.edict"), "utf8")).toBe(loose);
});

test("fmt reads a file whose name is written with an accent of its own, and no pipe", async () => {
  put({ "rules/cafe\u0301.edict": loose });
  execFileSync("mkfifo", [at("rules/pipe.edict")]);
  expect((await edict("fmt", "rules", "--check")).err).toBe("1 file of 1 would be formatted\n");
  expect((await edict("check", "rules")).out).toContain("in 1 file");
});
