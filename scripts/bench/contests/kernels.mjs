/**
 * How each kernel grows with the lines of one patient: over years, and on one day. Each kind of rule is run over one
 * patient of more and more lines; what is said is the time for a line, which stays where a kernel grows as the lines do.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { edict, peer } from "../measure.mjs";

const declarations = `
codes A = 77300..77399
codes B = 77400..77449
modifiers Separate = 59, XS
episode Course of B ends after 20 days idle
table Limits from "limits.csv"
  code code, units number
table Pairs from "pairs.csv"
  column1 code, column2 code, indicator number
`;

/** A rule of each way that a kernel has. */
const statements = {
  "line: when": "forbid A\n  when units > 2 and modifier in Separate",
  "line: first": "first A requires units > 1",
  "companion: absent, 60 days before": "each A requires B within 60 days before",
  "companion: present, nearest": "bundle A into B within 30 days",
  "companion: unless on either line": "bundle A into B on the same day\n  unless modifier in Separate on either line",
  "companion: same episode and provider": "forbid A with B in the same Course by the same provider",
  "companion: at least so many units": "each A requires at least 5 units of B within 30 days",
  "companion: sequence": "sequence A, then B within 30 days, then first A",
  "count: per day and provider": "limit any code to 2 units per day and code and provider",
  "count: per patient": "limit A to 5 lines per patient",
  "count: per 30 days": "limit A to 10 units per 30 days",
  "count: per 30 days, all lines": "limit A to 10 units per 30 days all lines",
  "count: per episode": "limit A to 3 lines per Course",
  "count: for every 5 days of B": "limit A to 1 line for every 5 days of B per Course",
  "count: expect": "expect A at least 2 units per claim",
  "count: by the rows of a table": "for each row of Limits\n  limit row.code to row.units units per day",
  "pairs: same day": "for each row of Pairs\n  bundle row.column2 into row.column1 on the same day",
  "pairs: same day and provider":
    "for each row of Pairs\n  bundle row.column2 into row.column1 on the same day by the same provider\n  unless row.indicator = 1 and modifier in Separate on either line",
  "pairs: within 30 days": "for each row of Pairs\n  bundle row.column2 into row.column1 within 30 days",
};

export async function kernels({ folder }) {
  const rules = Object.values(statements).map(
    (statement, at) => `rule R-${at} "rule ${at}"\n  ${statement}\n  review\n`,
  );
  const own = join(folder, "kernels");
  mkdirSync(own, { recursive: true });
  const path = (name) => join(own, name);
  writeFileSync(path("kernels.edict"), declarations + rules.join("\n"));
  const codes = Array.from({ length: 20_000 }, (_, at) => String(77_000 + (at % 1000)).padStart(5, "0"));
  const distinct = [...new Set(codes)];
  writeFileSync(path("limits.csv"), `code,units\n${distinct.map((code) => `${code},3\n`).join("")}`);
  const pairs = distinct.flatMap((one, at) =>
    Array.from(
      { length: 40 },
      (_, next) => `${one},${distinct[(at * 7 + next * 13 + 1) % distinct.length]},${next % 2}\n`,
    ),
  );
  writeFileSync(path("pairs.csv"), `column1,column2,indicator\n${pairs.join("")}`);
  execFileSync(process.execPath, [edict, "compile", path("kernels.edict"), "-o", path("kernels.json")]);
  for (const [shape, sizes] of [
    ["years", [25_000, 50_000, 100_000, 200_000]],
    ["one-day", [2_500, 5_000, 10_000, 20_000]],
  ]) {
    const said = execFileSync(process.execPath, [peer("kernel-growth"), path("kernels.json"), shape, sizes.join(",")]);
    const results = JSON.parse(said);
    const where = shape === "years" ? "over twenty years" : "on one day";
    console.log(`\none patient ${where}, of ${sizes.join(", ")} lines: nanoseconds for a line`);
    for (const [at, name] of Object.keys(statements).entries()) {
      const each = results[`R-${at}`];
      const growth = each.at(-1) / each[0];
      console.log(
        `${name.padEnd(40)} ${each.map((one) => one.toFixed(0).padStart(8)).join("")}   × ${growth.toFixed(1)}`,
      );
    }
  }
}
