// `npm run year`: the whole library over a year of invented charges, and its findings beside the key. With `--pairs FILE…`,
// files of the national pairs as CMS publishes them, the full table takes part: it is imported into the folder of the run
// and never into the repository. Exit code 1 where a planted mistake was not found, or a false alarm was.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { writeYear } from "./generate.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { values } = parseArgs({
  options: {
    patients: { type: "string", default: "500" },
    folder: { type: "string", default: join(root, "node_modules/.cache/year") },
    rules: { type: "string", default: join(root, "rules") },
    pairs: { type: "string", multiple: true, default: [] },
  },
});
const { folder, patients } = values;
mkdirSync(folder, { recursive: true });
const { charges, lines } = writeYear(folder, Number(patients));
console.log(`${patients} patients, ${lines} lines: ${charges}`);

const rules = [values.rules];
if (values.pairs.length === 0) console.log("no --pairs: the full table of the national pairs takes no part");
else rules.push(pairRules(values.pairs));

const started = performance.now();
const run = edict("run", ...rules, "--charges", charges, "--format", "json");
if (run.status !== 0 && run.status !== 1 && run.status !== 3) throw new Error(`the run failed:\n${run.stderr}`);
console.log(`edict run: ${((performance.now() - started) / 1000).toFixed(1)} s, exit code ${run.status}`);
writeFileSync(join(folder, "findings.json"), run.stdout);
const report = fileURLToPath(new URL("report.mjs", import.meta.url));
process.exitCode = spawnSync(process.execPath, [report, folder], { stdio: "inherit" }).status ?? 2;

/** Imports the pairs beside the rule that asks them. @returns the rule file */
function pairRules(files) {
  const imported = edict("import", "ncci-ptp", ...files, "-o", join(folder, "pairs.csv"));
  if (imported.status !== 0) throw new Error(`the pairs were not imported:\n${imported.stderr}`);
  process.stdout.write(imported.stdout);
  const file = join(folder, "pairs.edict");
  copyFileSync(new URL("full-pairs.txt", import.meta.url), file);
  return file;
}

function edict(...words) {
  return spawnSync(process.execPath, [join(root, "packages/cli/bin/edict.js"), ...words], {
    encoding: "utf8",
    maxBuffer: 1 << 30,
    stdio: ["ignore", "pipe", "pipe"],
  });
}
