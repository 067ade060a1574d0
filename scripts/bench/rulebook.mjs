// The 28 rules of the benchmark as parameters, and their text in Edict. `sql.mjs` says the same rules in SQL.

const range = (first, count) => Array.from({ length: count }, (_, index) => `C${10 + ((first + index) % 80)}`);

export const sets = {
  Simulation: ["77280", "77285", "77290"],
  Planning: ["77295", "77301", "77306"],
  Delivery: ["77386", "77412", "77523", "77373", "G6015", "G6011"],
  Imaging: ["77014", "G6002"],
};

export const bypass = ["59", "XE", "XP", "XS", "XU", "25", "LT", "RT", "58", "78", "79", "91"];

/** `pick LINES requires COMPANION within DAYS before` */
export const sequences = [
  { id: "R-02", pick: "first", codes: sets.Delivery, before: sets.Simulation, days: 60 },
  { id: "R-03", pick: "each", codes: sets.Planning, before: sets.Simulation, days: 90 },
  { id: "R-09", pick: "first", codes: ["77386", "G6015"], before: ["77301"], days: 45 },
  { id: "R-10", pick: "each", codes: ["77338"], before: ["77301"], days: 14 },
  { id: "R-11", pick: "first", codes: ["77412", "G6011"], before: ["77295"], days: 30 },
  { id: "R-12", pick: "each", codes: ["77435"], before: ["77373"], days: 21 },
  { id: "R-13", pick: "each", codes: ["77336"], before: ["77300"], days: 60 },
];

/** `limit CODES to 1 unit for every EVERY units of OF counting a remainder of REMAINDER or more per patient` */
export const ratios = [
  { id: "R-04", codes: ["77427"], every: 5, of: sets.Delivery, remainder: 3 },
  { id: "R-14", codes: ["77336"], every: 5, of: sets.Delivery, remainder: 1 },
  { id: "R-15", codes: ["77427"], every: 6, of: sets.Delivery, remainder: 4 },
  { id: "R-16", codes: ["77338"], every: 12, of: ["77386", "G6015"], remainder: 6 },
  { id: "R-17", codes: sets.Imaging, every: 2, of: sets.Delivery, remainder: 1 },
  { id: "R-18", codes: ["77300"], every: 3, of: sets.Delivery, remainder: 2 },
];

/** `for Medicare each CODES requires diagnosis in …` */
export const coverages = [
  { id: "R-06", codes: ["77523"], diagnoses: range(0, 60) },
  { id: "R-19", codes: ["77301"], diagnoses: range(5, 66) },
  { id: "R-20", codes: ["77373"], diagnoses: range(10, 64) },
  { id: "R-21", codes: ["77386"], diagnoses: range(20, 74) },
  { id: "R-22", codes: sets.Imaging, diagnoses: range(30, 76) },
  { id: "R-23", codes: ["77412"], diagnoses: range(40, 72) },
];

/** `in hospital forbid CODES` (places 19 and 22) */
export const settings = [
  { id: "R-07", codes: ["G6015", "G6011"] },
  { id: "R-24", codes: ["77435"] },
  { id: "R-25", codes: ["77263"] },
  { id: "R-26", codes: ["77306"] },
];

/** `limit CODES to UNITS units per episode` of the codes, ending after IDLE days */
export const courses = [
  { id: "R-08", codes: ["77373"], units: 5, idle: 30, episode: "Stereotactic" },
  { id: "R-27", codes: sets.Delivery, units: 33, idle: 21, episode: "AnyCourse" },
  { id: "R-28", codes: ["77336"], units: 6, idle: 25, episode: "Physics" },
];

export function rulebookText() {
  const rule = (id, title, body) =>
    `rule ${id} "${title}"\n  effective 2020-01-01\n  because BENCH\n${body}\n  deny "{code} on {date}"\n\n`;
  const list = (codes) => codes.join(", ");
  let text = `authority BENCH "Invented for the benchmark"\n\n`;
  text += `payer Medicare = "MEDICARE", "MEDICARE PART B*"\nsetting hospital = place 19, 22\nmodifiers Bypass = ${list(bypass)}\n\n`;
  text += `table Pairs from "pairs.csv"\n  column1 code, column2 code, effective date, deleted date, indicator number\n\n`;
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
