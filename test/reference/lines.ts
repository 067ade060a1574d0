/** Charge lines as the reference sees them: plain objects, one for each line, in the order of the input. */
import { compareBytes, parseIsoDate } from "@edict/rulebook";

/** One charge line as it is handed in. A field that is not there, or is only white space, is blank. */
export interface PlainLine {
  readonly file: string;
  /** The record's number in its file, the header being row 1. */
  readonly row: number;
  readonly patient: string;
  /** `2026-03-02` */
  readonly date: string;
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number;
  /** With or without their dot, the first is primary. */
  readonly diagnoses: readonly string[];
  /** Every other field by its name; dates as ISO text. */
  readonly fields: { readonly [field: string]: string | number };
}

/** A charge file and the fields that it has a column for. */
export interface PlainFile {
  readonly name: string;
  readonly fields: ReadonlySet<string>;
}

/** A line with its place in the input and its day in whole numbers. */
export interface Line extends PlainLine {
  readonly order: number;
  readonly day: number;
}

/** The lines of each patient in date and input order; patients by the bytes of their names. */
export function patientsOf(lines: readonly PlainLine[]): Line[][] {
  const numbered = lines.map((line, order) => ({ ...line, order, day: dayOf(line.date) }));
  const names = [...new Set(lines.map((line) => line.patient))].sort(compareBytes);
  return names.map((name) => numbered.filter((line) => line.patient === name).sort(byDateThenInput));
}

/** The order in which lines are looked at: date, then input. */
export function byDateThenInput(left: Line, right: Line): number {
  return left.day - right.day || left.order - right.order;
}

/** The day number of an ISO date. */
export function dayOf(date: string): number {
  const day = parseIsoDate(date);
  if (day === null) throw new Error(`${date} is no date of the calendar; lines are handed in with ISO dates`);
  return day;
}
