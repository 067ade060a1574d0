// Holds the findings in a folder (findings.json, as `edict run --format json` prints them) to the key beside them (key.csv),
// and says what was found, what was not, what was asked, and what is a false alarm. `node report.mjs FOLDER`; exit code 1
// where a planted mistake was not found or there is a false alarm.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { asks } from "./asks.mjs";
import { byRule, compare } from "./compare.mjs";

const folder = process.argv[2];
const { summary, findings } = JSON.parse(readFileSync(join(folder, "findings.json"), "utf8"));
const key = readFileSync(join(folder, "key.csv"), "utf8")
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((row) => {
    const [patient, line, rule, ...mistake] = row.split(",");
    return { patient, line: Number(line), rule, mistake: mistake.join(",") };
  });
const { mistakes, found, wanting, asked, falseAlarms } = compare(key, findings);

const { rows, evaluated, netted, rejected } = summary;
console.log(`${rows} rows = ${evaluated} evaluated + ${netted} netted + ${rejected} rejected`);
console.log(
  `${findings.length} findings, of ${new Set(findings.map(({ rule }) => rule)).size} of ${summary.rules.length} rules`,
);
for (const { rule, needs } of summary.notEvaluated)
  console.log(`not evaluated: ${rule}, which needs ${needs.join(", ")}`);
console.log(
  `${mistakes} patients with a planted mistake, ${found} found with all of the ${key.length} findings of the key`,
);
for (const { patient, line, rule, mistake } of wanting)
  console.log(`  not found: ${rule}, line ${line} of ${patient}: ${mistake}`);
console.log(`${asked.length} questions about lines that are billed as they should be`);
for (const [rule, count] of byRule(asked)) console.log(`  ${String(count).padStart(5)}  ${rule}: ${asks[rule]}`);
console.log(`${falseAlarms.length} false alarms`);
for (const [rule, count] of byRule(falseAlarms)) console.log(`  ${String(count).padStart(5)}  ${rule}`);
process.exitCode = wanting.length + falseAlarms.length === 0 ? 0 : 1;
