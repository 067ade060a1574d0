// One invented course of radiation oncology, billed as the rules want it. Days count from the Monday of its simulation.

export const kinds = ["photon", "imrt", "stereotactic", "proton", "brachytherapy", "implant"];

const amounts = {
  77290: 512.4,
  77301: 2210,
  77295: 480,
  77300: 66,
  77338: 505,
  77412: 310,
  77407: 280,
  77386: 640,
  77427: 195.5,
  77336: 92,
  77373: 1480,
  77522: 1150,
  77770: 690,
  77762: 880,
  99203: 115,
  99213: 92,
  G6012: 240,
  G6015: 390,
};
const diagnoses = { proton: "C71.9", brachytherapy: "C53.9", implant: "C53.9", stereotactic: "C34.11" };
const sites = { proton: "brain", brachytherapy: "cervix", implant: "cervix", stereotactic: "right lung" };

/** What the physician bills, wherever it is done. */
const professional = /^(?:992..|7726[1-3]|77427|7743[12]|77435)$/;

/** The date of a day that is counted from 1970. */
export const at = (day) => new Date(day * 86_400_000).toISOString().slice(0, 10);

/**
 * @typedef {{ day: number, code: string, modifier: string, units: number, diagnosis: string, form: string, place: string,
 *   bill: string, revenue: string, authorization: string, site: string }} Line
 * @typedef {{ lines: Line[], start: number, bill: (day: number, code: string, more?: Partial<Line>) => void,
 *   first: (code: string) => Line, last: (code: string) => Line, drop: (line: Line) => void,
 *   delivery: (day: number) => string }} Course
 */

/**
 * @param {{ kind: string, payer: string, hospital: boolean, monday: number, weeks: number, authorization: string }} about
 * @returns {Course}
 */
export function newCourse({ kind, payer, hospital, monday, weeks, authorization }) {
  const lines = [];
  const bill = (day, code, more = {}) => {
    const isPhysicians = professional.test(code) || more.modifier === "26" || !hospital;
    lines.push({
      day,
      code,
      modifier: "",
      units: 1,
      diagnosis: diagnoses[kind] ?? "C61",
      form: isPhysicians ? "professional" : "institutional",
      place: isPhysicians ? (hospital ? "22" : "11") : "",
      bill: isPhysicians ? "" : "131",
      revenue: isPhysicians ? "" : "0333",
      authorization: kind === "proton" ? authorization : "",
      site: sites[kind] ?? "prostate",
      ...more,
    });
  };
  const start = 42;
  const course = {
    lines,
    start,
    bill,
    first: (code) =>
      found(
        lines.find((line) => line.code === code),
        code,
      ),
    last: (code) =>
      found(
        lines.findLast((line) => line.code === code),
        code,
      ),
    drop: (line) => lines.splice(lines.indexOf(line), 1),
    delivery,
  };

  bill(-7, "99203");
  bill(0, "77290");
  if (kind === "imrt" || kind === "stereotactic") {
    bill(35, "77301");
    if (hospital) bill(35, "77301", { modifier: "26" });
    if (kind === "imrt") bill(38, "77338");
  } else {
    bill(35, "77295");
  }
  if (kind === "photon" || kind === "imrt") {
    bill(38, "77300", { units: 6 });
    for (const [index, day] of weekdays(start, 5 * weeks).entries()) {
      bill(day, delivery(day));
      if (index % 5 === 4) bill(day, "77427");
      if (index % 5 === 2) bill(day, "77336");
    }
  } else if (kind === "stereotactic") {
    for (const day of [0, 2, 4, 7, 9]) bill(start + day, "77373");
    bill(start + 9, "77435");
  } else if (kind === "proton") {
    for (const day of weekdays(start, 20)) bill(day, "77522");
  } else if (kind === "brachytherapy") {
    for (const week of [0, 7, 14]) bill(start + week, "77770");
  } else {
    bill(start, "77762", { form: "professional", place: hospital ? "22" : "11", bill: "", revenue: "" });
    bill(start + 95, "99213");
  }
  return course;

  /** The delivery code of the day: it depends on the kind, the payer, the setting, and the year. */
  function delivery(day) {
    const is2026 = at(monday + day) >= "2026-01-01";
    if (!is2026 && !hospital && payer.startsWith("MEDICARE")) return kind === "imrt" ? "G6015" : "G6012";
    if (kind === "imrt") return is2026 ? "77407" : "77386";
    return "77412";
  }
}

export const amountOf = ({ code, units }) => ((amounts[code] ?? 150) * Math.abs(units)).toFixed(2);

/** So many weekdays from a Monday on. */
function weekdays(from, count) {
  return Array.from({ length: count }, (_, index) => from + index + 2 * Math.floor(index / 5));
}

function found(line, code) {
  if (line === undefined) throw new Error(`the course has no ${code} to change`);
  return line;
}
