/** Runs each rule of a rulebook by itself over one patient of several sizes; prints nanoseconds for a line, as JSON. */
import { readFileSync } from "node:fs";
import process from "node:process";
import { chargesFromLines, evaluate } from "../../../packages/engine/dist/index.js";
import { formatDate } from "../../../packages/rulebook/dist/index.js";
import { randomSource } from "../random.mjs";

const [path, shape, sizes] = process.argv.slice(2);
const rulebook = JSON.parse(readFileSync(path, "utf8"));
const firstDay = 16_000;
const days = { years: 7300, "one-day": 1 }[shape];

function patientOf(count) {
  const random = randomSource(count);
  const lines = Array.from({ length: count }, () => ({
    patient: "P1",
    date: formatDate(firstDay + random.between(0, days - 1)),
    code: String(random.chance(0.5) ? random.between(77_300, 77_449) : random.between(77_000, 77_999)),
    modifiers: random.chance(0.2) ? ["59"] : [],
    units: random.between(1, 3),
    fields: { claim: `C${random.between(0, count >> 2)}`, provider: `D${random.between(0, 9)}` },
  }));
  return chargesFromLines(lines);
}

/** The quickest of some runs: what else the machine does only makes them slower. */
function quickest(run) {
  let best = Infinity;
  for (let time = 0; time < 3; time++) {
    const worked = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(worked);
    best = Math.min(best, (user + system) * 1000);
  }
  return best;
}

const counts = sizes.split(",").map(Number);
const patients = counts.map(patientOf);
const results = {};
for (const rule of rulebook.rules) {
  const alone = { ...rulebook, rules: [rule] };
  results[rule.id] = patients.map(
    (charges, at) =>
      quickest(() => evaluate({ rulebook: alone, charges, tables: new Map(), onFindings: () => {} })) / counts[at],
  );
}
console.log(JSON.stringify(results));
