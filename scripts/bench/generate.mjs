// Writes the data of the benchmark into a folder: charge lines in the order of patients or of dates, a table of code
// pairs, a table of daily limits, and rulebooks. Everything is invented and follows from the seed.
import { createWriteStream, existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { edict } from "./measure.mjs";
import { randomSource } from "./random.mjs";
import { rulebookText, rulesOf } from "./rulebook.mjs";
import { lineRulebookText } from "./line-rules.mjs";
import { allCodes, diagnosisCodes, otherCodes } from "./codes.mjs";

const DAY = 86_400_000;
const EPOCH = Date.UTC(2024, 0, 1);
const dateText = (day) => new Date(EPOCH + day * DAY).toISOString().slice(0, 10);

/** The charge file's columns, and what DuckDB calls their types. */
export const chargeColumns = {
  line: "BIGINT",
  patient: "VARCHAR",
  claim: "VARCHAR",
  date: "DATE",
  code: "VARCHAR",
  modifiers: "VARCHAR",
  units: "DOUBLE",
  diagnoses: "VARCHAR",
  payer: "VARCHAR",
  place: "VARCHAR",
  provider: "VARCHAR",
  amount: "DOUBLE",
};

async function writeLines(path, header, produce) {
  const stream = createWriteStream(`${path}.part`);
  let buffer = `${header}\n`;
  for (const line of produce()) {
    buffer += line;
    if (buffer.length > 1 << 20) {
      if (!stream.write(buffer)) await once(stream, "drain");
      buffer = "";
    }
  }
  stream.end(buffer);
  await once(stream, "finish");
  renameSync(`${path}.part`, path);
}

/** In the order of their codes, as published tables are. */
function* pairLines(count) {
  const random = randomSource(11);
  const codes = allCodes.toSorted();
  const seen = new Set();
  while (seen.size < count) {
    const one = random.between(0, codes.length - 1);
    const two = random.between(0, codes.length - 1);
    if (one !== two) seen.add(one * codes.length + two);
  }
  for (const key of Float64Array.from(seen).sort()) {
    const [one, two] = [codes[Math.floor(key / codes.length)], codes[key % codes.length]];
    const start = random.between(-2000, -10);
    const ended = random.chance(0.3) ? dateText(random.between(30, 600)) : "";
    yield `${one},${two},${dateText(start)},${ended},${random.pick([0, 0, 0, 1, 1, 1, 1, 9])}\n`;
  }
}

function* limitLines() {
  const random = randomSource(12);
  for (const code of allCodes) yield `${code},${random.pick([2, 5, 5, 8, 10])}\n`;
}

/** One patient's lines: some unrelated visits and, for three in five, a course of treatment. */
function patientLines(random, patient) {
  const lines = [];
  const payer = random.pick(["MEDICARE", "MEDICARE PART B", "AETNA", "BCBS", "UHC"]);
  const place = random.pick(["11", "19", "22", "22"]);
  const doctors = Array.from({ length: 3 }, () => `D${random.between(1, 900)}`);
  const diagnosis = () =>
    random.chance(0.05)
      ? ""
      : `${random.pick(diagnosisCodes)}${random.chance(0.3) ? ` ${random.pick(diagnosisCodes)}` : ""}`;
  const add = (day, code, units = 1, provider = doctors[0]) => {
    const modifiers = random.chance(0.08) ? random.pick(["59", "26", "TC", "XS", "59 26", "25"]) : "";
    lines.push({ day, code, units, provider, modifiers, diagnoses: diagnosis(), payer, place });
  };
  for (let visit = random.between(2, 14); visit > 0; visit--) {
    const day = random.between(0, 700);
    const provider = random.pick(doctors);
    for (let line = random.between(1, 5); line > 0; line--) {
      add(day, otherCodes[Math.floor(random.next() ** 3 * otherCodes.length)], random.pick([1, 1, 1, 2, 5]), provider);
    }
  }
  if (random.chance(0.62)) {
    const start = random.between(0, 500);
    const kind = random.pick(["imrt", "imrt", "3d", "sbrt", "proton"]);
    if (random.chance(0.95)) add(start - random.between(0, 70), random.pick(["77280", "77285", "77290"]));
    add(start, "77263");
    if (random.chance(0.96)) add(start + 2, kind === "imrt" ? "77301" : kind === "3d" ? "77295" : "77306");
    if (random.chance(0.97)) add(start + 2, "77300", random.pick([4, 8, 12]));
    add(start + 3, kind === "imrt" ? "77338" : "77334", random.pick([1, 3]));
    const delivery = {
      imrt: place === "11" ? "G6015" : "77386",
      "3d": place === "11" ? "G6011" : "77412",
      sbrt: "77373",
      proton: "77523",
    }[kind];
    const fractions = kind === "sbrt" ? random.between(3, 7) : random.between(18, 38);
    for (let fraction = 0; fraction < fractions; fraction++) {
      const day = start + 7 + Math.floor(fraction / 5) * 7 + (fraction % 5);
      add(day, delivery);
      if (random.chance(0.6)) add(day, random.chance(0.5) ? "77014" : "G6002");
      if (fraction % 5 === 4) {
        add(day, "77427");
        add(day, "77336");
        if (random.chance(0.03)) add(day, "77427");
      }
    }
    if (kind === "sbrt") add(start + random.between(5, 30), "77435");
  }
  lines.sort((one, other) => one.day - other.day);
  return lines.map((line) => ({ ...line, patient }));
}

function* chargeLines(count) {
  const random = randomSource(13);
  let row = 1;
  for (let patient = 0; row <= count; patient++) {
    const name = `P${String(patient).padStart(8, "0")}`;
    for (const line of patientLines(random, name)) {
      row += 1;
      if (row > count + 1) return;
      yield `${row},${name},${name}-${line.day},${dateText(line.day)},${line.code},${line.modifiers},${line.units},${line.diagnoses},${line.payer},${line.place},${line.provider},${(row * 37) % 900}.50\n`;
    }
  }
}

/** The same lines in the order of their dates, as most systems write an extract: a patient's lines are far apart. */
function* byDate(count) {
  const lines = [...chargeLines(count)];
  const keys = lines.map((line) => line.split(",", 4)[3]);
  const order = Uint32Array.from(lines.keys()).sort((one, other) =>
    keys[one] < keys[other] ? -1 : keys[one] > keys[other] ? 1 : one - other,
  );
  for (const place of order) yield lines[place];
}

/** The table of pairs as it is kept for runs: compiled for Edict, Parquet for DuckDB. */
export async function preparePairs(paths) {
  if (!existsSync(paths.pairsParquet)) {
    const { DuckDBInstance } = await import("@duckdb/node-api");
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    await connection.run(
      `COPY (SELECT * FROM read_csv('${paths.pairs}', header = true, columns = {column1: 'VARCHAR', column2: 'VARCHAR', effective: 'DATE', deleted: 'DATE', indicator: 'INTEGER'}))
       TO '${paths.pairsParquet}' (FORMAT parquet, COMPRESSION zstd)`,
    );
  }
  if (!existsSync(paths.pairsCompiled)) {
    execFileSync(process.execPath, [edict, "compile", paths.rules, "--table", "Pairs", "-o", paths.pairsCompiled]);
  }
}

/** Writes what is not there yet; returns the paths. */
export async function generate(folder, { lines, pairs, rules = 28, order = "patient" }) {
  mkdirSync(folder, { recursive: true });
  const suffix = order === "patient" ? "" : "-by-date";
  const paths = {
    charges: join(folder, `charges-${lines}${suffix}.csv`),
    pairs: join(folder, "pairs.csv"),
    limits: join(folder, "limits.csv"),
    pairsParquet: join(folder, "pairs.parquet"),
    pairsCompiled: join(folder, "pairs.edict-table"),
    rules: join(folder, `rules-${rules}.edict`),
    rulesCompiled: join(folder, `rules-${rules}-compiled.edict`),
    lineRules: join(folder, "line-rules.edict"),
  };
  if (!existsSync(paths.pairs))
    await writeLines(paths.pairs, "column1,column2,effective,deleted,indicator", () => pairLines(pairs));
  if (!existsSync(paths.limits)) await writeLines(paths.limits, "code,units", limitLines);
  if (!existsSync(paths.charges)) {
    await writeLines(paths.charges, Object.keys(chargeColumns).join(","), () =>
      order === "patient" ? chargeLines(lines) : byDate(lines),
    );
  }
  writeFileSync(paths.rules, rulebookText(rulesOf(rules), "pairs.csv"));
  writeFileSync(paths.rulesCompiled, rulebookText(rulesOf(rules), "pairs.edict-table"));
  writeFileSync(paths.lineRules, lineRulebookText());
  return paths;
}
