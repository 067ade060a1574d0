/**
 * A table of pairs as CSV, as Parquet and compiled: what loading it costs a run, in time and memory, and how many pairs
 * of codes a second are then looked up in it. Each is loaded by a process of its own.
 */
import { execFileSync } from "node:child_process";
import { createWriteStream, existsSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import { allCodes } from "../codes.mjs";
import { edict, median, peer } from "../measure.mjs";
import { randomSource } from "../random.mjs";

/** The pairs of the complete practitioner table, about. */
const rows = 2_500_000;

export async function tables({ folder, rounds }) {
  const paths = await files(folder);
  console.log(`\na table of ${rows} pairs, loaded and asked`);
  const runs = new Map(paths.map(({ kind }) => [kind, []]));
  for (let round = 0; round < Math.max(rounds, 3); round++) {
    for (const { kind, path } of paths) {
      const said = execFileSync(process.execPath, ["--expose-gc", peer("load-table"), path], { encoding: "utf8" });
      runs.get(kind).push(JSON.parse(said));
    }
  }
  console.log("                 ready, ms   processor, ms   memory, MB   look-ups a second");
  for (const [kind, all] of runs) {
    const of = (name, digits = 0) => median(all.map((run) => run[name])).toFixed(digits);
    console.log(
      `${kind.padEnd(12)} ${of("ready").padStart(13)} ${of("processor").padStart(15)} ${of("memory").padStart(12)} ${of("lookUps").padStart(19)}`,
    );
  }
  console.log("(medians; ready: read and indexed; memory: what stays of it)");
}

async function files(folder) {
  const name = (ending) => join(folder, `table-${rows}.${ending}`);
  const [csv, parquet, compiled] = [name("csv"), name("parquet"), name("edict-table")];
  if (!existsSync(csv)) await writeCsv(csv);
  if (!existsSync(parquet)) {
    const { DuckDBInstance } = await import("@duckdb/node-api");
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const read = `read_csv('${csv}', header = true, all_varchar = true)`;
    await connection.run(`COPY (SELECT * FROM ${read}) TO '${parquet}' (FORMAT parquet, COMPRESSION zstd)`);
  }
  if (!existsSync(compiled)) {
    const rules = name("edict");
    const columns = "column1 code, column2 code, effective date, deleted date, indicator number";
    writeFileSync(
      rules,
      `table Pairs from "table-${rows}.csv"\n  ${columns}\n\nrule R-1 "pairs"\n  for each row of Pairs\n  bundle row.column2 into row.column1 on the same day\n  deny\n`,
    );
    execFileSync(process.execPath, [edict, "compile", rules, "--table", "Pairs", "-o", compiled], { stdio: "ignore" });
  }
  return [
    { kind: "CSV", path: csv },
    { kind: "Parquet", path: parquet },
    { kind: "compiled", path: compiled },
  ];
}

/** Sorted by its two codes, as imported tables are; a few codes have very many pairs, as they have there. */
async function writeCsv(path) {
  const random = randomSource(11);
  const codes = allCodes.toSorted();
  const stream = createWriteStream(path);
  stream.write("column1,column2,effective,deleted,indicator\n");
  let left = rows;
  for (const [at, code] of codes.entries()) {
    const own = Math.min(left, Math.round((2 * left * random.next()) / (codes.length - at)), codes.length);
    left -= own;
    let text = "";
    const first = random.between(0, codes.length - 1);
    const others = Array.from({ length: own }, (_, next) => (first + next * 7) % codes.length);
    for (const other of [...new Set(others)].toSorted((one, two) => one - two)) {
      const year = random.between(2010, 2025);
      const ended = random.chance(0.2) ? `${year + 1}-12-31` : "";
      text += `${code},${codes[other]},${year}-0${random.between(1, 9)}-01,${ended},${random.pick([0, 1])}\n`;
    }
    if (!stream.write(text)) await once(stream, "drain");
  }
  stream.end();
  await once(stream, "finish");
}
