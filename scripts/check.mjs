/**
 * The gate: everything that must hold before a change goes in, in one command (`npm run check`). Every step runs, also
 * after one has failed, so that one run tells all. The last line is `N passed, N failed`: tests count one each, of the
 * code and of the rules, and so does every other step.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "edict-check-"));
const edict = join(root, "packages/cli/bin/edict.js");
// Each is a rulebook of its own, with its own names.
const rulebooks = ["rules", ...readdirSync(join(root, "examples")).map((name) => `examples/${name}`)]
  .toSorted()
  .filter((folder) => readdirSync(join(root, folder), { recursive: true }).some((name) => name.endsWith(".edict")));

/** Tools are started by their own files: no shell, no lookup in PATH. */
const tool = (path) => [process.execPath, join(root, "node_modules", path)];

const steps = [
  { name: "format", command: [...tool("prettier/bin/prettier.cjs"), "--check", "--log-level", "warn", "."] },
  { name: "lint", command: [...tool("oxlint/bin/oxlint"), "--type-aware", "--deny-warnings"] },
  // The root project holds the tests too.
  { name: "compile", command: [...tool("typescript/bin/tsc"), "--build"] },
  { name: "tests", run: runTests },
  { name: "bundle", command: [process.execPath, join(root, "scripts/bundle.mjs")] },
  ...rulebooks.flatMap((folder) => [
    { name: `edict fmt --check ${folder}`, command: [process.execPath, edict, "fmt", "--check", folder] },
    { name: `edict check ${folder}`, command: [process.execPath, edict, "check", folder] },
    { name: `edict test ${folder}`, run: () => runRuleTests(folder) },
  ]),
  // `npm run docs:rules` makes them.
  { name: "edict docs --check", command: [process.execPath, edict, "docs", "rules", "-o", "docs/rules", "--check"] },
  { name: "speed", command: [process.execPath, join(root, "scripts/bench/guard.mjs")] },
  // Of a hundred slips in the library, its tests notice at least so many.
  { name: `edict test --mutate rules`, run: () => runMutants("rules", 95) },
];

let passed = 0;
let failed = 0;
const broken = [];

for (const step of steps) {
  console.log(`\n── ${step.name} ──`);
  const start = performance.now();
  const result = step.run === undefined ? runStep(step.command) : step.run();
  passed += result.passed;
  failed += result.failed;
  if (result.failed > 0) broken.push(step.name);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${result.failed > 0 ? "failed" : "ok"}: ${step.name}, ${seconds} s`);
}

rmSync(scratch, { recursive: true, force: true });
console.log(broken.length === 0 ? "\nall steps passed" : `\nsteps that failed: ${broken.join(", ")}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** A step that passes or fails as a whole. */
function runStep(command) {
  return start(command, "inherit").status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** The code's own tests; a run that breaks before it can count is one failure. */
function runTests() {
  const file = join(scratch, "vitest.json");
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${file}`];
  const { status } = start([...tool("vitest/vitest.mjs"), "run", ...reporters], "inherit");
  const report = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  return counted(status, report.numPassedTests ?? 0, report.numFailedTests ?? 0);
}

/** The rules' tests, counted from the command's summary line. */
function runRuleTests(folder) {
  const { status, stdout } = start([process.execPath, edict, "test", folder], "pipe");
  process.stdout.write(stdout);
  const summary = /(\d+) passed, (\d+) failed/.exec(stdout) ?? [];
  return counted(status, Number(summary[1] ?? 0), Number(summary[2] ?? 0));
}

/** The rules' tests on one slip after another; of all that it prints only the score, unless that is too low. */
function runMutants(folder, least) {
  const command = [process.execPath, edict, "test", folder, "--mutate", "--min-score", String(least)];
  const { status, stdout } = start(command, "pipe");
  process.stdout.write(status === 0 ? `${stdout.trimEnd().split("\n").at(-1)}\n` : stdout);
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** A command that failed although no test did is a failure of its own. */
function counted(status, ran, wrong) {
  return { passed: ran, failed: status !== 0 && wrong === 0 ? 1 : wrong };
}

function start([program, ...words], output) {
  return spawnSync(program, words, {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", output, "inherit"],
    maxBuffer: 1 << 28,
    env: { ...process.env, CI: "true" },
  });
}
