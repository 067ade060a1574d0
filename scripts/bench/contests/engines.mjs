/**
 * Engines of conditions, on the rules that they can say: three that look at one line at a time. They get lines that are
 * read already, and only their best of three times of judging is taken; Edict's is the whole process, file and findings
 * included. So the comparison favours them.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generate } from "../generate.mjs";
import { edict, median, peer, time } from "../measure.mjs";
import { findingsOf, keysOf, sameFindings } from "../same-findings.mjs";

const installed = fileURLToPath(new URL("../peers/node_modules", import.meta.url));

export async function engines({ folder, rounds, pairs, lines }) {
  const paths = await generate(folder, { lines, pairs });
  console.log(`\nlines a second, three rules that look at one line at a time; Edict over ${lines} lines`);
  if (!existsSync(installed)) {
    console.log("left out: npm install --prefix scripts/bench/peers brings the other engines");
    return;
  }
  const found = join(folder, "line-findings.ndjson");
  const ours = [];
  const peers = [
    { name: "zen, 200 lines a call", file: "zen", count: 50_000, runs: [] },
    { name: "json-rules-engine, operators of our own", file: "json-rules-engine", count: 20_000, runs: [] },
    { name: "cedar-wasm, policies parsed before", file: "cedar", count: 10_000, runs: [] },
  ];
  for (let round = 0; round < rounds; round++) {
    const run = await time(
      [edict, "run", paths.lineRules, "--charges", paths.charges, "--format", "ndjson"],
      found,
      [1],
    );
    ours.push(lines / run.seconds);
    for (const { name, file, count, runs } of peers) {
      const said = join(folder, `${file}.txt`);
      const keys = join(folder, `${file}-findings.csv`);
      const looked = Math.min(count, lines);
      await time([peer(file), paths.charges, paths.limits, String(looked), keys], said);
      runs.push(Number(readFileSync(said, "utf8")));
      if (round > 0) continue;
      const mine = (await findingsOf(found)).filter((key) => Number(key.split(",")[1]) <= looked + 1);
      console.log(`the same ${sameFindings(mine, keysOf(keys), name)} findings in the first ${looked} lines: ${name}`);
    }
  }
  const line = (name, rate, times) =>
    console.log(`${name.padEnd(46)} ${String(Math.round(rate)).padStart(10)} ${times}`);
  line("edict run, from file to findings", median(ours), "");
  for (const { name, runs } of peers) {
    const times = median(runs.map((rate, round) => ours[round] / rate));
    line(name, median(runs), `Edict ${times.toFixed(0)} times as many`);
  }
}
