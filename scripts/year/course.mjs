// One patient's course: who treats, who pays, and the lines billed so far, with what it takes to bill one more. What
// each kind of treatment bills is in treatments.mjs.
import { codesOf2026 } from "./calendar.mjs";
import { amounts } from "./practice.mjs";

/**
 * @typedef {{ day: number, code: string, modifiers: string[], units: number, diagnoses: string, payer: string,
 *   form: string, place: string, bill: string, revenue: string, provider: string, authorization: string,
 *   amount: string, claim: string }} Line
 * @typedef {{ kind: string, facility: { name: string, kind: string, owner: string, holds: string }, payer: Record<string, any>,
 *   doctor: string, diagnosis: string, site: string, motion: boolean, inpatient: boolean, number: number }} About
 */

/** Codes by what they are for; the sets of the rules say the same in their own words. */
export const deliveries = /^(?:77402|77407|77412|77385|77386|7752[0-5]|G60(?:0[3-9]|1[0-6]))$/;

/** @param {About} about */
export function newCourse(about) {
  const { facility, payer, number } = about;
  const isCentre = facility.kind === "centre";
  /** @type {Line[]} */
  const lines = [];

  /** Bills one line of a side: the physician's claim, or the hospital's. */
  function bill(side, day, code, more = {}) {
    const isHospitals = side === "hospital";
    const month = Math.floor(day / 30);
    const line = {
      day,
      code,
      units: 1,
      diagnoses: about.diagnosis,
      payer: (about.payerOf2026 !== undefined && day >= codesOf2026 ? about.payerOf2026 : payer).name,
      form: isHospitals ? "institutional" : "professional",
      place: isHospitals ? "" : isCentre ? "11" : about.inpatient ? "21" : facility.apart ? "19" : "22",
      bill: isHospitals ? "131" : "",
      revenue: isHospitals ? "0333" : "",
      provider: isHospitals && facility.owner === "facility" ? facility.name : about.doctor,
      authorization: payer.authorizes ? `AU${number}${day >= codesOf2026 ? "N" : ""}` : "",
      claim: `C${number}${isHospitals ? "H" : "P"}${month}`,
      ...more,
      modifiers: [...new Set([...(more.modifiers ?? []), ...(isHospitals && facility.apart ? ["PO"] : [])])],
    };
    line.amount = ((amounts[code] ?? 150) * Math.abs(line.units)).toFixed(2);
    lines.push(line);
    return line;
  }

  return {
    ...about,
    isCentre,
    lines,
    bill,
    /** What only a physician bills. */
    physician: (day, code, more) => bill("physician", day, code, more),
    /** What is technical alone: the hospital's line, or the centre's. */
    technical: (day, code, more) => bill(isCentre ? "physician" : "hospital", day, code, more),
    /** A code of two parts: in a centre one line for both, at a hospital the physician's with 26 and the hospital's. */
    split(day, code, more = {}) {
      if (!isCentre) {
        bill("hospital", day, code, more);
        bill("physician", day, code, { ...more, modifiers: ["26", ...(more.modifiers ?? [])] });
      } else bill("physician", day, code, more);
    },
    /** The physician's part of a code of two, alone. */
    part: (day, code, more = {}) =>
      bill("physician", day, code, { ...more, modifiers: ["26", ...(more.modifiers ?? [])] }),
    all: (code) => lines.filter((line) => line.code === code),
    first: (code) => lines.find((line) => line.code === code),
    last: (code) => lines.findLast((line) => line.code === code),
    /** The fractions of external treatment, in order. */
    fractions: () => lines.filter(({ code, units }) => deliveries.test(code) && units > 0).sort(byDay),
    drop: (line) => lines.splice(lines.indexOf(line), 1),
  };
}

/** In order of their days; equal days keep their order. */
export const byDay = (one, other) => one.day - other.day;
