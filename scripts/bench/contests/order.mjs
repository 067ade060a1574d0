/** The same lines in the order of patients and in that of dates: what sorting costs, in time and in memory. */
import { join } from "node:path";
import { generate } from "../generate.mjs";
import { compete, edict, mebibytes, say } from "../measure.mjs";
import { findingsOf } from "../same-findings.mjs";

export async function order({ folder, rounds, pairs, lines }) {
  const grouped = await generate(folder, { lines, pairs });
  const mixed = await generate(folder, { lines, pairs, order: "date" });
  console.log(`\n${lines} charge lines, 28 rules, in two orders`);
  const run = (name, paths, output) => ({
    name,
    args: [edict, "run", paths.rules, "--charges", paths.charges, "--format", "ndjson", "--threads", "1"],
    output: join(folder, output),
    allowed: [1],
  });
  const byDate = run("edict run, by date", mixed, "by-date.ndjson");
  const byPatient = run("edict run, by patient", grouped, "by-patient.ndjson");
  await compete([byDate, byPatient], rounds, async () => {
    // Rows differ, and among lines of one day so does which of them is found; how many each rule finds does not.
    const [one, other] = [await counts(byDate.output), await counts(byPatient.output)];
    if (one !== other) throw new Error(`the two orders differ:\n${one}\n${other}`);
  });
  say([byDate, byPatient], "by date as a part of it");
  console.log(`bytes of memory for each line, by date: ${Math.round((mebibytes(byDate) * 2 ** 20) / lines)}`);
}

async function counts(path) {
  const byRule = new Map();
  for (const key of await findingsOf(path)) {
    const [rule] = key.split(",");
    byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
  }
  return [...byRule].map(([rule, count]) => `${rule} ${count}`).join("\n");
}
