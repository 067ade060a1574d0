/**
 * From file to findings: `edict run`, beside the same rules in hand-written SQL and beside what merely reading the file
 * costs. Edict runs with every guarantee on, and both must find the same lines by the same rules before a time is said.
 */
import { join } from "node:path";
import { generate } from "../generate.mjs";
import { compete, edict, peer, say } from "../measure.mjs";
import { findingsOf, keysOf, sameFindings } from "../same-findings.mjs";

/** `lines` charge lines under `rules` rules. Returns what `edict run` took, for whoever compares sizes. */
export async function charges({ folder, rounds, pairs, lines, rules }) {
  const paths = await generate(folder, { lines, pairs, rules });
  console.log(`\n${lines} charge lines by patient, ${rules} rules, ${pairs} pairs`);
  const found = join(folder, "findings.ndjson");
  const expected = (threads) => join(folder, `findings-${threads}.csv`);
  const sql = (threads) => ({
    name: `DuckDB SQL, ${threads} thread${threads === 1 ? "" : "s"}`,
    args: [peer("sql"), paths.charges, paths.pairs, paths.limits, expected(threads), String(threads), String(rules)],
    output: "/dev/null",
  });
  const ours = {
    name: "edict run --format ndjson",
    args: [edict, "run", paths.rules, "--charges", paths.charges, "--format", "ndjson"],
    output: found,
    allowed: [1],
  };
  const contestants = [
    ours,
    sql(1),
    sql(2),
    {
      name: "DuckDB's bare read of every column, 1 thread",
      args: [peer("bare-read"), paths.charges, "1"],
      output: "/dev/null",
    },
    { name: "byte scan in Node, 1 thread", args: [peer("byte-scan"), paths.charges], output: "/dev/null" },
  ];
  await compete(contestants, rounds, async () => {
    const mine = await findingsOf(found);
    for (const threads of [1, 2]) sameFindings(mine, keysOf(expected(threads)), `SQL, ${threads}`);
    console.log(`the same ${mine.length} findings from Edict and from both runs of the SQL`);
  });
  say(contestants, "edict run as a part of it");
  return ours;
}
