/** What a line holds in a field, and when two lines hold the same (`language.md` section 6; rulings 1 to 3, 8). */
import { dateParts } from "@edict/rulebook";
import type { Line } from "./lines.js";
import { dayOf } from "./lines.js";

/** One value, several of a list field, or null where it is blank. Dates are ISO texts, diagnoses have no dot. */
export type Value = string | number | readonly string[] | null;

/** The value of a field, built in or declared. */
export function valueOf(line: Line, field: string): Value {
  switch (field) {
    case "patient":
      return line.patient;
    case "date":
      return line.date;
    case "code":
      return line.code;
    case "units":
      return line.units;
    case "modifiers":
      return blankIfEmpty(asSet(line.modifiers));
    case "diagnoses":
      return blankIfEmpty(line.diagnoses.map(withoutDot));
    case "primary diagnosis":
      return line.diagnoses.map(withoutDot)[0] ?? null;
    case "age":
      return plainValue(line, "age") ?? ageFromBirth(line);
    default:
      return plainValue(line, field);
  }
}

/** A field that holds at most one text; a blank and a list are null. */
export function textOf(line: Line, field: string): string | null {
  const value = valueOf(line, field);
  return typeof value === "string" ? value : null;
}

/** Several values of a list field, the one value of another; none where it is blank. */
export function valuesOf(line: Line, field: string): readonly (string | number)[] {
  const value = valueOf(line, field);
  if (value === null) return [];
  return typeof value === "string" || typeof value === "number" ? [value] : value;
}

/** True where two lines hold the same in a field. A blank equals nothing; an empty list of modifiers is no blank here. */
export function sameIn(field: string, left: Line, right: Line): boolean {
  const [own, others] = [identity(left, field), identity(right, field)];
  return own !== null && own === others;
}

function identity(line: Line, field: string): string | null {
  if (field === "modifiers") return asSet(line.modifiers).join(" ");
  const value = valueOf(line, field);
  if (value === null) return null;
  if (typeof value === "string") return field === "payer" || field === "setting" ? value.toLowerCase() : value;
  return typeof value === "number" ? String(value) : value.join(" ");
}

/** `C50.911` as `C50911`. */
export function withoutDot(diagnosis: string): string {
  return diagnosis.replaceAll(".", "");
}

function asSet(modifiers: readonly string[]): string[] {
  return [...new Set(modifiers)].sort();
}

function blankIfEmpty(values: readonly string[]): Value {
  return values.length === 0 ? null : values;
}

function plainValue(line: Line, field: string): string | number | null {
  const value = line.fields[field] ?? null;
  return typeof value === "string" && value.trim() === "" ? null : value;
}

/** Whole years from birth to the date of service. */
function ageFromBirth(line: Line): number | null {
  const birth = plainValue(line, "birth");
  if (typeof birth !== "string") return null;
  const [born, now] = [dateParts(dayOf(birth)), dateParts(line.day)];
  const before = now.month < born.month || (now.month === born.month && now.day < born.day);
  return now.year - born.year - (before ? 1 : 0);
}
