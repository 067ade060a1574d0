// Writes the data of the benchmark into a folder: charge lines, a table of code pairs, a table of daily limits, and the
// rulebook of 28 rules. Everything is invented and follows from the seed.
import { createWriteStream, existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import { randomSource } from "./random.mjs";
import { rulebookText } from "./rulebook.mjs";

const DAY = 86_400_000;
const EPOCH = Date.UTC(2024, 0, 1);
const dateText = (day) => new Date(EPOCH + day * DAY).toISOString().slice(0, 10);

/** Codes that no rule names but the tables do: five digits below 70000. */
const otherCodes = Array.from({ length: 13_900 }, (_, index) => String(10_000 + index * 4).padStart(5, "0"));
const oncology = [
  ...["77280", "77285", "77290", "77295", "77301", "77306", "77307", "77300", "77334", "77338", "77336", "77427"],
  ...["77385", "77386", "77402", "77407", "77412", "77373", "77435", "77520", "77523", "77014", "77263", "77470"],
  ...["G6002", "G6004", "G6011", "G6015"],
];
const allCodes = [...otherCodes, ...oncology];
const diagnosisCodes = Array.from({ length: 900 }, (_, index) => `C${String(10 + (index % 80))}.${index % 10}`);

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

function* pairLines(count) {
  const random = randomSource(11);
  const seen = new Set();
  while (seen.size < count) {
    const one = random.between(0, allCodes.length - 1);
    const two = random.between(0, allCodes.length - 1);
    const key = one * allCodes.length + two;
    if (one === two || seen.has(key)) continue;
    seen.add(key);
    const start = random.between(-2000, -10);
    const ended = random.chance(0.3) ? dateText(random.between(30, 600)) : "";
    yield `${allCodes[one]},${allCodes[two]},${dateText(start)},${ended},${random.pick([0, 0, 0, 1, 1, 1, 1, 9])}\n`;
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

/** Writes what is not there yet; returns the paths. */
export async function generate(folder, lines, pairs) {
  mkdirSync(folder, { recursive: true });
  const paths = {
    charges: join(folder, `charges-${lines}.csv`),
    pairs: join(folder, "pairs.csv"),
    limits: join(folder, "limits.csv"),
    rules: join(folder, "rules.edict"),
  };
  if (!existsSync(paths.pairs))
    await writeLines(paths.pairs, "column1,column2,effective,deleted,indicator", () => pairLines(pairs));
  if (!existsSync(paths.limits)) await writeLines(paths.limits, "code,units", limitLines);
  if (!existsSync(paths.charges)) {
    await writeLines(
      paths.charges,
      "line,patient,claim,date,code,modifiers,units,diagnoses,payer,place,provider,amount",
      () => chargeLines(lines),
    );
  }
  writeFileSync(paths.rules, rulebookText());
  return paths;
}
