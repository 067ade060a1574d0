/** A line of a test's timeline as a charge line. */
import type { TestLine } from "@edict/rulebook";
import type { PlainLine } from "./charges-from-lines.js";

/** Every field is there; what is not given is blank. The header being row 1, the first line stands in row 2. */
export function plainLine(line: TestLine, index: number): PlainLine {
  const { patient, diagnoses, ...others } = line.fields;
  const fields: { [field: string]: string | number } = {};
  for (const [field, value] of Object.entries(others)) {
    if (typeof value === "string" || typeof value === "number") fields[field] = value;
  }
  return {
    file: line.at.file,
    row: index + 2,
    patient: patient === undefined ? "test" : String(patient),
    date: line.date,
    code: line.code,
    modifiers: line.modifiers,
    units: line.units,
    diagnoses: typeof diagnoses === "object" ? diagnoses : diagnoses === undefined ? [] : [String(diagnoses)],
    fields,
  };
}
