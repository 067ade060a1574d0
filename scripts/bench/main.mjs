// `npm run bench`: times the path that users take, `edict check` and `edict run` as whole processes, beside a process
// that does the same work in hand-written DuckDB SQL. Both are timed in alternating rounds of one run, since machines
// drift; the ratios are medians of the rounds. It first proves that both find the same lines by the same rules.
// Options: --lines 1000000 --pairs 1500000 --rules 10000 --rounds 3 --folder .bench
import { spawn } from "node:child_process";
import { createReadStream, readFileSync, writeFileSync, mkdirSync, openSync, closeSync } from "node:fs";
import { createInterface } from "node:readline";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { generate } from "./generate.mjs";
import { manyRules } from "./many-rules.mjs";

const { values: options } = parseArgs({
  options: {
    lines: { type: "string", default: "1000000" },
    pairs: { type: "string", default: "1500000" },
    rules: { type: "string", default: "10000" },
    rounds: { type: "string", default: "3" },
    folder: { type: "string", default: ".bench" },
  },
});
const rounds = Number(options.rounds);
const edict = fileURLToPath(new URL("../../packages/cli/bin/edict.js", import.meta.url));
const sql = fileURLToPath(new URL("./sql.mjs", import.meta.url));

/** Runs a Node process to its end; its standard output goes to a file. Seconds, peak memory in MiB, exit code. */
function time(args, output) {
  return new Promise((resolve, reject) => {
    const file = openSync(output, "w");
    const started = performance.now();
    const measured = [
      "/usr/bin/env",
      "node",
      "--import",
      fileURLToPath(new URL("./peak-memory.mjs", import.meta.url)),
      ...args,
    ];
    const child = spawn(measured[0], measured.slice(1), {
      stdio: ["ignore", file, "pipe", "ignore"],
      env: { ...process.env, EDICT_BENCH_PEAK: "1" },
    });
    let errors = "";
    child.stderr.on("data", (data) => (errors += data));
    child.on("error", reject);
    child.on("exit", (code) => {
      closeSync(file);
      const peak = /peak-memory (\d+)/.exec(errors);
      resolve({
        seconds: (performance.now() - started) / 1000,
        peak: peak === null ? Number.NaN : Number(peak[1]) / 1024,
        code,
        errors,
      });
    });
  });
}

const median = (numbers) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];

/** `rule,row` of every finding of an ndjson file, sorted. */
async function findingsOf(path) {
  const keys = [];
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const finding = JSON.parse(line);
    keys.push(`${finding.rule},${finding.subject.row}`);
  }
  return keys.sort();
}

function report(name, runs) {
  const line = `${name.padEnd(44)} ${median(runs.map((run) => run.seconds))
    .toFixed(2)
    .padStart(8)} s ${median(runs.map((run) => run.peak))
    .toFixed(0)
    .padStart(7)} MiB`;
  console.log(line);
}

const ratio = (ours, theirs) => median(ours.map((run, round) => run.seconds / theirs[round].seconds)).toFixed(2);

console.log(
  `machine: ${cpus().length} × ${cpus()[0]?.model ?? "?"}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}`,
);
mkdirSync(options.folder, { recursive: true });

const many = join(options.folder, `many-${options.rules}.edict`);
writeFileSync(many, manyRules(Number(options.rules)));
const checks = [];
const nothing = [];
for (let round = 0; round < rounds; round++) {
  nothing.push(await time(["-e", "0"], "/dev/null"));
  checks.push(await time([edict, "check", many], "/dev/null"));
}
if (checks.some((run) => run.code !== 0)) throw new Error(`edict check failed: ${checks[0].errors}`);
console.log(`\n${options.rules} rules, ${(readFileSync(many).length / 1e6).toFixed(1)} MB of rule text`);
report("node doing nothing", nothing);
report("edict check", checks);

console.log(`\n${options.lines} charge lines, 28 rules, ${options.pairs} pairs`);
const paths = await generate(options.folder, Number(options.lines), Number(options.pairs));
const ours = { name: "edict run --format ndjson, one thread", runs: [] };
const theirs = [1, 2].map((threads) => ({
  name: `DuckDB SQL, ${threads} thread${threads === 1 ? "" : "s"}`,
  threads,
  runs: [],
}));
const [found, expected] = [join(options.folder, "findings.ndjson"), join(options.folder, "findings.csv")];
for (let round = 0; round < rounds; round++) {
  ours.runs.push(await time([edict, "run", paths.rules, "--charges", paths.charges, "--format", "ndjson"], found));
  if (ours.runs[round].code !== 1)
    throw new Error(`edict run ended with ${ours.runs[round].code}: ${ours.runs[round].errors}`);
  for (const peer of theirs) {
    peer.runs.push(
      await time([sql, paths.charges, paths.pairs, paths.limits, expected, String(peer.threads)], "/dev/null"),
    );
    if (peer.runs[round].code !== 0) throw new Error(`the SQL failed: ${peer.runs[round].errors}`);
  }
  if (round > 0) continue;
  const [mine, other] = [await findingsOf(found), readFileSync(expected, "utf8").trim().split("\n").sort()];
  const [missing, extra] = [minus(other, mine), minus(mine, other)];
  if (missing.length + extra.length > 0 || mine.length !== other.length) {
    throw new Error(
      `findings differ: ${missing.slice(0, 5)} only in SQL, ${extra.slice(0, 5)} only in Edict (${mine.length} and ${other.length})`,
    );
  }
  console.log(`the same ${mine.length} findings from both`);
}
function minus(list, others) {
  const known = new Set(others);
  return list.filter((key) => !known.has(key));
}
report(ours.name, ours.runs);
for (const peer of theirs) {
  report(peer.name, peer.runs);
  console.log(`  Edict / ${peer.name}: ${ratio(ours.runs, peer.runs)}`);
}
