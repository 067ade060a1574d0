/**
 * From file to findings: `edict run`, beside the same rules in hand-written SQL and beside what merely reading the file
 * costs. Edict runs with every guarantee on and on one thread, and both must find the same lines by the same rules before a time is said.
 */
import { join } from "node:path";
import { generate, preparePairs } from "../generate.mjs";
import { compete, edict, peer, ratio, say } from "../measure.mjs";
import { findingsOf, keysOf, sameFindings } from "../same-findings.mjs";

/**
 * `lines` charge lines under `rules` rules. The table of pairs is read as each side keeps it for runs, compiled and as
 * Parquet, and once more from CSV on both. Returns what `edict run` took, for whoever compares sizes.
 */
export async function charges({ folder, rounds, pairs, lines, rules }) {
  const paths = await generate(folder, { lines, pairs, rules });
  await preparePairs(paths);
  console.log(`\n${lines} charge lines by patient, ${rules} rules, ${pairs} pairs`);
  const run = (name, rulebook, output) => ({
    name,
    args: [edict, "run", rulebook, "--charges", paths.charges, "--format", "ndjson", "--threads", "1"],
    output: join(folder, output),
    allowed: [1],
  });
  const sql = (threads, table, words) => {
    const found = join(folder, `findings-${threads}-${words}.csv`);
    return {
      name: `DuckDB SQL, ${threads} thread${threads === 1 ? "" : "s"}, pairs from ${words}`,
      args: [peer("sql"), paths.charges, table, paths.limits, found, String(threads), String(rules)],
      output: "/dev/null",
      found,
    };
  };
  const ours = run("edict run, pairs compiled", paths.rulesCompiled, "findings.ndjson");
  const oursFromCsv = run("edict run, pairs from CSV", paths.rules, "findings-csv.ndjson");
  const sqls = [1, 2].map((threads) => sql(threads, paths.pairsParquet, "Parquet"));
  const sqlFromCsv = sql(1, paths.pairs, "CSV");
  const contestants = [
    ours,
    ...sqls,
    oursFromCsv,
    sqlFromCsv,
    {
      name: "DuckDB's bare read of every column, 1 thread",
      args: [peer("bare-read"), paths.charges, "1"],
      output: "/dev/null",
    },
    { name: "byte scan in Node, 1 thread", args: [peer("byte-scan"), paths.charges], output: "/dev/null" },
  ];
  await compete(contestants, rounds, async () => {
    const mine = await findingsOf(ours.output);
    sameFindings(mine, await findingsOf(oursFromCsv.output), "pairs from CSV");
    for (const { found, name } of [...sqls, sqlFromCsv]) sameFindings(mine, keysOf(found), name);
    console.log(`the same ${mine.length} findings from every run`);
  });
  say(contestants, "edict run, pairs compiled, as a part of it");
  console.log(`with pairs from CSV, edict run / DuckDB SQL, 1 thread: ${ratio(oursFromCsv, sqlFromCsv).toFixed(2)}`);
  return ours;
}
