/** Lines in the order of dates, in as much memory as they take and in less: what it costs to put them away. */
import { join } from "node:path";
import { generate } from "../generate.mjs";
import { compete, edict, mebibytes, say } from "../measure.mjs";
import { digestOf } from "../same-findings.mjs";

/** What `--memory` is given, in MiB. */
const sizes = [null, 1024, 400];

export async function memory({ folder, rounds, pairs, lines: fewer }) {
  const lines = 5 * fewer;
  const { rules, charges } = await generate(folder, { lines, pairs, order: "date" });
  console.log(`\n${lines} charge lines by date, 28 rules, in bounded memory`);
  const contestants = sizes.map((size) => ({
    size,
    name: size === null ? "edict run" : `edict run --memory ${size}MB`,
    args: [
      ...[edict, "run", rules, "--charges", charges, "--format", "ndjson", "--threads", "1"],
      ...(size === null ? [] : ["--memory", `${size}MB`]),
    ],
    output: join(folder, `memory-${size ?? "all"}.ndjson`),
    allowed: [1],
  }));
  await compete(contestants, rounds, async () => {
    const [all, ...others] = await Promise.all(contestants.map(({ output }) => digestOf(output)));
    if (others.some((other) => other !== all)) throw new Error("with --memory, other bytes come out");
  });
  say(contestants, "the time in all memory as a part of it");
  for (const contestant of contestants) {
    const { size, name } = contestant;
    const peak = mebibytes(contestant);
    if (size === null) console.log(`bytes of memory for each line: ${Math.round((peak * 2 ** 20) / lines)}`);
    else if (peak > size) throw new Error(`${name} took ${peak.toFixed(0)} MiB`);
  }
}
