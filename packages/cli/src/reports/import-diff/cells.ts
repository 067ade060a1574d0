/** A change as cells of text, which the formats share: what it is, of which key, on which days, and what was and is said. */
import type { ImportedShape, TableChange } from "@edict/charges";
import { formatDate, noDate } from "@edict/rulebook";

/** `added`, the cells of the key, and the first and the last day. */
export function placeCells({ kind, key, from, to }: TableChange): readonly string[] {
  return [kind, ...key.map((cell) => String(cell ?? "")), dayCell(from), dayCell(to)];
}

/** What was said in a column of values, or is said now, by its place: `0`; `0 and 1` where rows say both. */
export function saidCell(said: TableChange["was"], place: number): string {
  return [...new Set(said.map((says) => String(says[place] ?? "")))].join(" and ");
}

/** The same of all columns: `units 8, indicator 3`. */
export function saidCells(said: TableChange["was"], { values }: Pick<ImportedShape, "values">): string {
  if (said.length === 0) return "";
  return values.map((name, place) => `${name} ${saidCell(said, place) || "none"}`).join(", ");
}

/** A day; nothing where it is open. */
export function dayCell(day: number): string {
  return day === noDate ? "" : formatDate(day);
}
