/**
 * `npm run bench`: times the paths that users take, `edict check` and `edict run` as whole processes, beside processes
 * that do the same work by other means. What it prints goes with its command into `docs/performance.md`.
 *
 *     npm run bench -- --contests run,rules --lines 1000000 --rounds 5
 *
 * Contests: check (rule text), small (500 lines), reading (charge files), run (28 rules), rules (200 rules), growth (five
 * times the lines), workers (one thread, two), order (by patient, by date), memory (all of it, less), findings (every line, none), tables (CSV, Parquet, compiled), kernels
 * (one patient of more and more lines), extremes (large in one respect), engines (other rule engines). Data is made once for each size, in the folder.
 */
import { mkdirSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { charges } from "./contests/charges.mjs";
import { check } from "./contests/check.mjs";
import { engines } from "./contests/engines.mjs";
import { extremes } from "./contests/extremes.mjs";
import { findings } from "./contests/findings.mjs";
import { kernels } from "./contests/kernels.mjs";
import { memory } from "./contests/memory.mjs";
import { order } from "./contests/order.mjs";
import { reading } from "./contests/reading.mjs";
import { small } from "./contests/small.mjs";
import { tables } from "./contests/tables.mjs";
import { workers } from "./contests/workers.mjs";
import { compete, median, ratio } from "./measure.mjs";

const { values: options } = parseArgs({
  options: {
    contests: {
      type: "string",
      default: "check,small,reading,run,rules,growth,workers,order,memory,findings,tables,kernels,extremes,engines",
    },
    lines: { type: "string", default: "1000000" },
    pairs: { type: "string", default: "1500000" },
    rounds: { type: "string", default: "3" },
    folder: { type: "string", default: ".bench" },
  },
});
const settings = {
  folder: options.folder,
  lines: Number(options.lines),
  pairs: Number(options.pairs),
  rounds: Number(options.rounds),
};

const contests = {
  check,
  small,
  reading,
  run: (given) => charges({ ...given, rules: 28 }),
  rules: async (given) => {
    const [many, few] = [await charges({ ...given, rules: 200 }), await charges({ ...given, rules: 28 })];
    console.log(`200 rules / 28 rules: ${ratio(many, few).toFixed(2)}`);
  },
  workers,
  growth: async (given) => {
    const nothing = { name: "node doing nothing", args: ["-e", "0"], output: "/dev/null" };
    await compete([nothing], given.rounds);
    const start = median(nothing.runs.map((run) => run.seconds));
    const more = await charges({ ...given, lines: 5 * given.lines, rules: 28 });
    const fewer = await charges({ ...given, rules: 28 });
    console.log(`five times the lines, net of starting Node: ${ratio(more, fewer, start).toFixed(2)} times as long`);
  },
  order,
  memory,
  findings,
  tables,
  kernels,
  extremes,
  engines,
};

const names = options.contests.split(",");
const unknown = names.filter((name) => !Object.hasOwn(contests, name));
if (unknown.length > 0)
  throw new Error(`no such contest: ${unknown.join(", ")}; there are ${Object.keys(contests).join(", ")}`);
const gibibytes = (totalmem() / 2 ** 30).toFixed(0);
console.log(`machine: ${cpus().length} × ${cpus()[0]?.model ?? "?"}, ${gibibytes} GiB, Node ${process.version}`);
mkdirSync(settings.folder, { recursive: true });
for (const name of names) await contests[name](settings);
