/** Reading and checking: `edict check` of many rules, beside a process that does nothing. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { manyRules } from "../many-rules.mjs";
import { compete, edict, say } from "../measure.mjs";

export async function check({ folder, rounds }) {
  const count = 10_000;
  const file = join(folder, `many-${count}.edict`);
  writeFileSync(file, manyRules(count));
  console.log(`\n${count} rules, ${(readFileSync(file).length / 1e6).toFixed(1)} MB of rule text`);
  const contestants = [
    { name: "edict check", args: [edict, "check", file], output: "/dev/null" },
    { name: "node doing nothing", args: ["-e", "0"], output: "/dev/null" },
  ];
  await compete(contestants, rounds);
  say(contestants);
}
