/** What a start of the bundled command runs: what it was asked for, not all that it could do. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "edict-start-"));
const command = join(folder, "edict.cjs");
const rules = join(folder, "a.edict");
const charges = join(folder, "c.csv");

beforeAll(() => {
  execFileSync(process.execPath, [join(root, "scripts/bundle.mjs"), "--command", folder], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
  writeFileSync(rules, 'rule R-1 "once"\n  limit 77301 to 1 unit per day\n  deny\n');
  writeFileSync(charges, "patient,date,code,units\nP1,2026-03-02,77301,2\n");
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The files of ours and of packages that the command runs with these words, by Node's own account of it. */
function filesRun(...words: readonly string[]): readonly string[] {
  const told = mkdtempSync(join(folder, "told-"));
  spawnSync(process.execPath, [command, ...words], {
    env: { ...process.env, NODE_V8_COVERAGE: told },
    stdio: "ignore",
  });
  return readdirSync(told).flatMap((file) => {
    const text = readFileSync(join(told, file), "utf8");
    // The bundler wraps each file into a function of the file's name, which is run when the file is first wanted.
    return [
      ...text.matchAll(/\{"functionName":"((?:packages|node_modules)\/[^"]+)","ranges":\[\{[^}]*"count":(\d+)\}/g),
    ]
      .filter(([, , count]) => count !== "0")
      .map(([, path = ""]) => path);
  });
}

const roomsOf = (files: readonly string[]): ReadonlySet<string> =>
  new Set(files.map((path) => path.split("/").slice(0, 2).join("/")));

test("a start runs the words of the commands, and no room that reads or evaluates anything", () => {
  const rooms = roomsOf(filesRun("--version"));
  expect(rooms).toContain("node_modules/commander");
  for (const heavy of ["packages/language", "packages/engine", "packages/review", "node_modules/chevrotain"])
    expect(rooms).not.toContain(heavy);
});

test("a run runs no editor's questions, no review and no import", () => {
  const files = filesRun("run", rules, "--charges", charges);
  expect(files).toContain("packages/engine/src/evaluate.ts");
  const unasked = ["packages/review/", "packages/language/src/editor/", "packages/language/src/format/"];
  unasked.push("packages/lsp/src/requests/", "node_modules/vscode-languageserver", "node_modules/yauzl/");
  expect(files.filter((path) => unasked.some((start) => path.startsWith(start)))).toEqual([]);
});

/** Whether V8 takes the compiled code that stands beside the command, and the command runs. */
function takesCode(): boolean {
  const loader = JSON.stringify(join(root, "packages/cli/bin/program.js"));
  const program = JSON.stringify(command);
  const text = `import { scriptOf, start } from ${loader};
    const script = scriptOf(${program});
    console.error(script.cachedDataRejected === false);
    process.argv.splice(1, Infinity, ${program}, "--version");
    start(script, ${program});`;
  const said = spawnSync(process.execPath, ["--input-type=module", "--eval", text], { encoding: "utf8" });
  expect(said.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  return said.stderr.trim() === "true";
}

test("what was compiled when it was built is taken, and done without where it does not fit", () => {
  expect(takesCode()).toBe(false);
  const made = join(root, "scripts/compiled-code.mjs");
  execFileSync(process.execPath, [made, command, rules, charges], { stdio: "ignore" });
  expect(takesCode()).toBe(true);
  // Made once more, of a command that takes what was made before.
  execFileSync(process.execPath, [made, command, rules, charges], { stdio: "ignore" });
  expect(takesCode()).toBe(true);
  const code = readFileSync(`${command}.code`);
  for (const other of [Buffer.alloc(0), code.subarray(0, code.length / 2), Buffer.alloc(100)]) {
    writeFileSync(`${command}.code`, other);
    expect(takesCode()).toBe(false);
  }
});

test("the command is what its sources say where they are not ASCII, which is all that a start reads of it", () => {
  const bundled = readFileSync(command, "latin1");
  expect([...bundled].every((character) => character < "\x80")).toBe(true);
  // A spreadsheet takes these for the beginning of a formula.
  expect(bundled).toContain("[=+\\-@\\t\\r\\n\\uff1d\\uff0b\\uff0d\\uff20]");
});

test("a run that does not come to its end has failed", () => {
  // A stream that nobody ends: nothing is left to wait for, and no result was given.
  const said = spawnSync(process.execPath, [
    "--eval",
    `process.argv.splice(1, 0, "x"); require(${JSON.stringify(command)}); process.exit()`,
  ]);
  expect(said.status).toBe(2);
});
