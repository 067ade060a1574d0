// The rules of the benchmark as parameters, and their text in Edict: 28 chosen ones, and as many more of the same kinds
// as are asked for. `peers/sql.mjs` says the same rules in SQL.
import { allCodes } from "./codes.mjs";
import { randomSource } from "./random.mjs";

const range = (first, count) => Array.from({ length: count }, (_, index) => `C${10 + ((first + index) % 80)}`);

const sets = {
  Simulation: ["77280", "77285", "77290"],
  Planning: ["77295", "77301", "77306"],
  Delivery: ["77386", "77412", "77523", "77373", "G6015", "G6011"],
  Imaging: ["77014", "G6002"],
};

export const bypass = ["59", "XE", "XP", "XS", "XU", "25", "LT", "RT", "58", "78", "79", "91"];

/** `pick LINES requires COMPANION within DAYS before` */
const sequences = [
  { id: "R-02", pick: "first", codes: sets.Delivery, before: sets.Simulation, days: 60 },
  { id: "R-03", pick: "each", codes: sets.Planning, before: sets.Simulation, days: 90 },
  { id: "R-09", pick: "first", codes: ["77386", "G6015"], before: ["77301"], days: 45 },
  { id: "R-10", pick: "each", codes: ["77338"], before: ["77301"], days: 14 },
  { id: "R-11", pick: "first", codes: ["77412", "G6011"], before: ["77295"], days: 30 },
  { id: "R-12", pick: "each", codes: ["77435"], before: ["77373"], days: 21 },
  { id: "R-13", pick: "each", codes: ["77336"], before: ["77300"], days: 60 },
];

/** `limit CODES to 1 unit for every EVERY units of OF counting a remainder of REMAINDER or more per patient` */
const ratios = [
  { id: "R-04", codes: ["77427"], every: 5, of: sets.Delivery, remainder: 3 },
  { id: "R-14", codes: ["77336"], every: 5, of: sets.Delivery, remainder: 1 },
  { id: "R-15", codes: ["77427"], every: 6, of: sets.Delivery, remainder: 4 },
  { id: "R-16", codes: ["77338"], every: 12, of: ["77386", "G6015"], remainder: 6 },
  { id: "R-17", codes: sets.Imaging, every: 2, of: sets.Delivery, remainder: 1 },
  { id: "R-18", codes: ["77300"], every: 3, of: sets.Delivery, remainder: 2 },
];

/** `for Medicare each CODES requires diagnosis in …` */
const coverages = [
  { id: "R-06", codes: ["77523"], diagnoses: range(0, 60) },
  { id: "R-19", codes: ["77301"], diagnoses: range(5, 66) },
  { id: "R-20", codes: ["77373"], diagnoses: range(10, 64) },
  { id: "R-21", codes: ["77386"], diagnoses: range(20, 74) },
  { id: "R-22", codes: sets.Imaging, diagnoses: range(30, 76) },
  { id: "R-23", codes: ["77412"], diagnoses: range(40, 72) },
];

/** `in hospital forbid CODES` (places 19 and 22) */
const settings = [
  { id: "R-07", codes: ["G6015", "G6011"] },
  { id: "R-24", codes: ["77435"] },
  { id: "R-25", codes: ["77263"] },
  { id: "R-26", codes: ["77306"] },
];

/** `limit CODES to UNITS units per episode` of the codes, ending after IDLE days */
const courses = [
  { id: "R-08", codes: ["77373"], units: 5, idle: 30, episode: "Stereotactic" },
  { id: "R-27", codes: sets.Delivery, units: 33, idle: 21, episode: "AnyCourse" },
  { id: "R-28", codes: ["77336"], units: 6, idle: 25, episode: "Physics" },
];

const chosen = { sequences, ratios, coverages, settings, courses };

/**
 * The first `count` rules, from 28 on: those beyond are random, of three to six hundred codes, the same for every count. What
 * they say of the codes of treatment holds for most lines, as of rules that people write: else findings would be all there is
 * to be measured.
 */
export function rulesOf(count) {
  const random = randomSource(17);
  const rules = Object.fromEntries(Object.entries(chosen).map(([kind, list]) => [kind, [...list]]));
  const codes = (most) => {
    const first = random.between(0, allCodes.length - 1);
    const length = random.between(3, random.chance(0.2) ? most : Math.min(most, 30));
    const step = random.between(1, 23);
    return Array.from({ length }, (_, index) => allCodes[(first + index * step) % allCodes.length]).filter(
      (code, index, all) => all.indexOf(code) === index,
    );
  };
  const kinds = Object.keys(rules);
  for (let number = 29; number <= count; number++) {
    const id = `R-${number}`;
    const kind = kinds[number % kinds.length];
    const isTreatment = random.chance(0.25);
    const subject = isTreatment ? random.pick(Object.values(sets)) : codes(600);
    if (kind === "sequences") {
      const pick = random.pick(["first", "each"]);
      const before = isTreatment ? [...sets.Simulation, ...sets.Planning, ...codes(60)] : codes(60);
      rules.sequences.push({ id, pick, codes: subject, before, days: random.between(isTreatment ? 90 : 7, 120) });
    } else if (kind === "ratios") {
      const every = random.between(2, isTreatment ? 4 : 12);
      const remainder = random.between(1, every);
      const weekly = random.pick([["77427"], ["77336"]]);
      rules.ratios.push({ id, codes: isTreatment ? weekly : subject, every, of: sets.Delivery, remainder });
    } else if (kind === "coverages") {
      const length = random.between(isTreatment ? 76 : 5, 79);
      rules.coverages.push({ id, codes: subject, diagnoses: range(random.between(0, 79), length) });
    } else if (kind === "settings") {
      rules.settings.push({ id, codes: codes(20) });
    } else {
      const units = random.between(isTreatment ? 30 : 3, 40);
      rules.courses.push({ id, codes: subject, units, idle: random.between(10, 60), episode: `Course${number}` });
    }
  }
  return rules;
}

export function rulebookText({ sequences, ratios, coverages, settings, courses }, pairs) {
  const rule = (id, title, body) =>
    `rule ${id} "${title}"\n  effective 2020-01-01\n  because BENCH\n${body}\n  deny "{code} on {date}"\n\n`;
  const list = (codes) => codes.join(", ");
  let text = `authority BENCH "Invented for the benchmark"\n\n`;
  text += `payer Medicare = "MEDICARE", "MEDICARE PART B*"\nsetting hospital = place 19, 22\nmodifiers Bypass = ${list(bypass)}\n\n`;
  text += `table Pairs from "${pairs}"\n  column1 code, column2 code, effective date, deleted date, indicator number\n\n`;
  text += `table Limits from "limits.csv"\n  code code, units number\n\n`;
  for (const course of courses)
    text += `episode ${course.episode} of ${list(course.codes)} ends after ${course.idle} days idle\n`;
  text += `\nrule R-01 "pairs"\n  for each row of Pairs\n  effective row.effective to row.deleted\n  because BENCH\n  bundle row.column2 into row.column1 on the same day by the same provider\n  when row.indicator != 9\n  unless row.indicator = 1 and modifier in Bypass on either line\n  deny "{code} on {date} is part of {other.code}"\n\n`;
  text += `rule R-05 "daily limits"\n  for each row of Limits\n  effective 2020-01-01\n  because BENCH\n  limit row.code to row.units units per day and provider\n  deny "{count} units of {code} on {date}, {allowed} allowed"\n\n`;
  for (const { id, pick, codes, before, days } of sequences)
    text += rule(id, "sequence", `  ${pick} ${list(codes)} requires ${list(before)} within ${days} days before`);
  for (const { id, codes, every, of, remainder } of ratios) {
    text += rule(
      id,
      "ratio",
      `  limit ${list(codes)} to 1 unit for every ${every} units of ${list(of)} counting a remainder of ${remainder} or more per patient`,
    );
  }
  for (const { id, codes, diagnoses } of coverages)
    text += rule(id, "coverage", `  for Medicare\n  each ${list(codes)} requires diagnosis in ${list(diagnoses)}`);
  for (const { id, codes } of settings) text += rule(id, "setting", `  in hospital\n  forbid ${list(codes)}`);
  for (const { id, codes, units, episode } of courses)
    text += rule(id, "course", `  limit ${list(codes)} to ${units} units per ${episode}`);
  return text;
}
