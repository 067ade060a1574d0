/**
 * The guard of the gate: `edict run` over 200,000 lines with 28 rules against a plain program that reads the same file and
 * counts, in alternating rounds of one run. What is compared is the processor's time, the least of the rounds, since a
 * gate runs on whatever machine is free. It fails where Edict takes over 30 % more, as a ratio, than when `guard.json` was
 * written; `node scripts/bench/guard.mjs --write` writes it anew.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { generate } from "./generate.mjs";
import { compete, edict, peer } from "./measure.mjs";

const known = fileURLToPath(new URL("./guard.json", import.meta.url));
const most = 1.3;
const folder = mkdtempSync(join(tmpdir(), "edict-guard-"));
const paths = await generate(folder, { lines: 200_000, pairs: 100_000 });
const run = {
  args: [edict, "run", paths.rules, "--charges", paths.charges, "--format", "ndjson", "--threads", "1"],
  output: join(folder, "findings.ndjson"),
  allowed: [1],
};
const floor = { args: [peer("plain-read"), paths.charges], output: "/dev/null" };
await compete([run, floor], 4);
rmSync(folder, { recursive: true });
const least = ({ runs }) => Math.min(...runs.map(({ processor }) => processor));
const ratio = least(run) / least(floor);
console.log(`edict run ${least(run).toFixed(2)} s, plain read ${least(floor).toFixed(2)} s: ${ratio.toFixed(2)} times`);
if (process.argv.includes("--write")) {
  writeFileSync(known, `{ "ratio": ${ratio.toFixed(2)} }\n`);
} else {
  const before = JSON.parse(readFileSync(known, "utf8")).ratio;
  console.log(`${before} times when it was last written; at most ${(before * most).toFixed(2)} passes`);
  process.exitCode = ratio > before * most ? 1 : 0;
}
