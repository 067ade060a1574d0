/** What starting costs: five hundred lines, beside a process that does nothing. */
import { join } from "node:path";
import { generate } from "../generate.mjs";
import { compete, edict, say } from "../measure.mjs";

export async function small({ folder, rounds }) {
  // No pairs to speak of: this asks for the start, not for the loading of a table.
  const paths = await generate(join(folder, "small"), { lines: 500, pairs: 1000 });
  console.log("\n500 charge lines, 28 rules, 1000 pairs");
  const contestants = [
    {
      name: "edict run --format ndjson",
      args: [edict, "run", paths.rules, "--charges", paths.charges, "--format", "ndjson", "--threads", "1"],
      output: join(folder, "small.ndjson"),
      allowed: [0, 1],
    },
    { name: "node doing nothing", args: ["-e", "0"], output: "/dev/null" },
  ];
  await compete(contestants, Math.max(rounds, 5));
  say(contestants, "edict run as a part of it");
}
