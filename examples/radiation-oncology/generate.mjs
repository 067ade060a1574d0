// Writes charges.csv: invented courses of radiation oncology, the same bytes every time. Most are billed as the rules want
// them; every third has one mistake planted in it (mistakes.mjs), and a few rows cannot be read at all.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { amountOf, at, kinds, newCourse } from "./course.mjs";
import { mistakes } from "./mistakes.mjs";

const rows = [];
let state = 20_260_301;
/** A whole number from 0 up to but not including `below`; its own arithmetic, so that every machine draws the same. */
const draw = (below) => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};
const payers = ["MEDICARE PART B", "AETNA PPO", "BLUE SHIELD", "UHC"];
const dayOf = (date) => Date.parse(date) / 86_400_000;
const firstMonday = dayOf("2025-01-06");

function course(number) {
  const mistake = number % 3 === 2 ? mistakes[Math.floor(number / 3) % mistakes.length] : undefined;
  const kind = mistake?.of ?? kinds[draw(kinds.length)];
  const drawn = { payer: payers[draw(4)], hospital: draw(5) < 3, monday: firstMonday + 7 * draw(76) };
  const hospital = mistake?.hospital ?? drawn.hospital;
  const payer = mistake?.payer ?? drawn.payer;
  const monday = mistake?.monday === undefined ? drawn.monday : dayOf(mistake.monday);
  const provider = `PR${1 + draw(4)}`;
  const born = `${kind === "proton" && mistake === undefined && draw(3) === 0 ? 2012 : 1938 + draw(40)}-0${1 + draw(9)}-1${draw(10)}`;
  const made = newCourse({ kind, payer, hospital, monday, weeks: 2 + draw(4), authorization: `AU${number}` });
  const { lines, bill, start } = made;
  mistake?.plant(made);
  if (mistake === undefined && number % 9 === 4) {
    // Billed by mistake, and taken back.
    bill(start, "77334");
    bill(start, "77334", { units: -1 });
  }
  // A charge stands before its credit: the sort keeps the order of equal days.
  for (const line of lines.sort((one, other) => one.day - other.day)) {
    rows.push([
      `P${String(number).padStart(4, "0")}`,
      `C${number}${line.form === "professional" ? "P" : "H"}${Math.floor((line.day + 7) / 30) + 1}`,
      at(monday + line.day),
      line.code,
      line.modifier,
      line.units,
      line.diagnosis,
      payer,
      line.form,
      line.place,
      line.bill,
      line.revenue,
      provider,
      line.authorization,
      amountOf(line),
      born,
      line.site,
    ]);
  }
}

for (let number = 1; number <= 156; number++) course(number);

/** What each column is called, and what stands there in a row that cannot be read, but for one cell. */
const columns = [
  ["MRN", "P0900"],
  ["Claim ID", "C900"],
  ["DOS", "2026-03-02"],
  ["CPT", "77290"],
  ["Modifiers", ""],
  ["Units", 1],
  ["Diagnoses", "C61"],
  ["Payer", "UHC"],
  ["Form Type", "institutional"],
  ["POS", ""],
  ["Type of Bill", "131"],
  ["Revenue Code", "0333"],
  ["Provider", "PR1"],
  ["Authorization", ""],
  ["Amount", "512.40"],
  ["DOB", "1950-01-01"],
  ["Tumor Site", "prostate"],
];
for (const [header, cell] of [
  ["DOS", "2026-02-30"],
  ["CPT", "7729"],
  ["Units", -1],
  ["MRN", ""],
]) {
  rows.push(columns.map(([name, usual]) => (name === header ? cell : usual)));
}

writeFileSync(
  process.argv[2] ?? fileURLToPath(new URL("charges.csv", import.meta.url)),
  [columns.map(([name]) => name), ...rows].map((row) => row.join(",")).join("\n") + "\n",
);
