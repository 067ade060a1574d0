// A year of invented charges, from 2025-07-01 to 2026-06-30, and the key to what is wrong in them. Everything follows from
// the number of patients and the seed: two courses in five have one mistake planted, some lines are taken back by a
// credit, and the rest is billed as it should be. `node generate.mjs FOLDER PATIENTS` writes both.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { randomSource } from "../bench/random.mjs";
import { dateOf, dayOf } from "./calendar.mjs";
import { byDay, newCourse } from "./course.mjs";
import { mistakesOfCodes } from "./mistakes-of-codes.mjs";
import { mistakesOfCounts } from "./mistakes-of-counts.mjs";
import { mistakesOfCourses } from "./mistakes-of-courses.mjs";
import { mistakesOfPairs } from "./mistakes-of-pairs.mjs";
import { facilities, kinds, payers, sites } from "./practice.mjs";
import { treat } from "./treatments.mjs";

const mistakes = [...mistakesOfCodes, ...mistakesOfCourses, ...mistakesOfPairs, ...mistakesOfCounts];
const firstDay = dayOf("2025-07-01");
const lastDay = dayOf("2026-06-30");

/** One drawn with the weights of a list. */
function weighted(random, list) {
  let left = random.next() * list.reduce((sum, { weight }) => sum + weight, 0);
  return list.find(({ weight }) => (left -= weight) < 0) ?? list[0];
}

/** A course that ends within the year; a longer one is drawn again. */
function drawCourse(random, number, after) {
  for (;;) {
    const kind = weighted(random, kinds);
    const facility = weighted(
      random,
      facilities.filter((one) => !kind.hospital || one.kind === "hospital"),
    );
    const payer = weighted(random, payers);
    const site = random.pick(kind.sites);
    const canStay = kind.name === "palliative" && facility.kind === "hospital" && facility.holds !== "hospital";
    const inpatient = canStay && random.chance(0.25);
    const course = newCourse({
      number,
      kind: kind.name,
      facility,
      payer,
      site,
      inpatient,
      doctor: random.pick(facility.doctors),
      diagnosis: random.pick(sites[site].diagnoses),
      motion: sites[site].motion === true,
      // A plan of one payer that goes on under another name with the year.
      payerOf2026: payer.name === "MEDICARE" && random.chance(0.3) ? payers[0] : undefined,
    });
    const end = treat(course, random.between(after, lastDay), random);
    if (end > lastDay) continue;
    course.end = end;
    // Of some hospitals only one side's lines come in; an inpatient's technical lines are inside the stay.
    for (const line of [...course.lines]) {
      const isHospitals = line.form === "institutional";
      const isHeld = facility.holds === "both" || (facility.holds === "hospital") === isHospitals;
      if (!isHeld || (inpatient && isHospitals)) course.drop(line);
    }
    return course;
  }
}

/** @returns the lines in the order of the file, each with its number, and the key: what is wrong, and what finds it */
export function yearOfCharges(patients, seed = 20_250_701) {
  const random = randomSource(seed);
  const planted = new Map(mistakes.map(({ name }) => [name, 0]));
  const rows = [];
  const key = [];
  for (let number = 1; number <= patients; number++) {
    const patient = `P${String(number).padStart(4, "0")}`;
    const course = drawCourse(random, number, firstDay);
    const wrong = number % 5 < 2 ? plant(course, planted) : { name: "", found: [] };
    // Some come again, after more than the 60 days that end a course.
    const next = course.end + random.between(65, 90);
    if (random.chance(0.2) && next + 150 < lastDay) {
      course.lines.push(...drawCourse(random, number, next).lines);
    }
    if (number % 10 === 5) takeBack(course, random);
    const sex = sites[course.site].sex ?? random.pick(["F", "M"]);
    const birth = dateOf(dayOf("1940-01-01") + random.between(0, 9000));
    for (const line of course.lines.sort(byDay)) {
      rows.push({ line, patient, birth, sex });
      line.number = rows.length;
    }
    for (const [line, rule] of wrong.found) key.push({ patient, mistake: wrong.name, line: line.number, rule });
  }
  return { rows, key };
}

/** Plants the mistake that fits the course and has been planted least. */
function plant(course, planted) {
  const fitting = mistakes.filter(({ fits }) => fits(course));
  if (fitting.length === 0) return { name: "", found: [] };
  const least = Math.min(...fitting.map(({ name }) => planted.get(name)));
  const mistake = fitting.find(({ name }) => planted.get(name) === least);
  planted.set(mistake.name, least + 1);
  return { name: mistake.name, found: mistake.plant(course) };
}

/** A charge by mistake, and its credit: neither is looked at. */
function takeBack(course, random) {
  const line = random.pick(course.lines);
  const again = { ...line, units: line.units + 20 };
  course.lines.push(again, { ...again, units: -again.units, amount: `-${again.amount}` });
}

const columns = {
  Line: ({ line }) => line.number,
  MRN: ({ patient }) => patient,
  "Claim ID": ({ line }) => line.claim,
  DOS: ({ line }) => dateOf(line.day),
  CPT: ({ line }) => line.code,
  Modifiers: ({ line }) => line.modifiers.join(" "),
  Units: ({ line }) => line.units,
  Diagnoses: ({ line }) => line.diagnoses,
  Payer: ({ line }) => line.payer,
  "Form Type": ({ line }) => line.form,
  POS: ({ line }) => line.place,
  "Type of Bill": ({ line }) => line.bill,
  "Revenue Code": ({ line }) => line.revenue,
  Provider: ({ line }) => line.provider,
  Authorization: ({ line }) => line.authorization,
  Amount: ({ line }) => line.amount,
  DOB: ({ birth }) => birth,
  Sex: ({ sex }) => sex,
};

/** Writes charges.csv and key.csv into a folder. */
export function writeYear(folder, patients) {
  const { rows, key } = yearOfCharges(patients);
  const cells = rows.map((row) => Object.values(columns).map((cell) => cell(row)));
  writeTable(join(folder, "charges.csv"), [Object.keys(columns), ...cells]);
  writeTable(join(folder, "key.csv"), [
    ["patient", "line", "rule", "mistake"],
    ...key.map(({ patient, line, rule, mistake }) => [patient, line, rule, `"${mistake}"`]),
  ]);
  return { charges: join(folder, "charges.csv"), lines: rows.length };
}

const writeTable = (path, rows) => writeFileSync(path, rows.map((row) => row.join(",")).join("\n") + "\n");

if (process.argv[1] === fileURLToPath(import.meta.url)) writeYear(process.argv[2], Number(process.argv[3]));
