/** Whether two readings of the same files gave the same lines: the same rows, of the same patients, dates and codes. */
import type { Charges, TextColumn } from "@edict/rulebook";

export function areSameLines(one: Charges, other: Charges): boolean {
  if (one === other) return true;
  if (one.count !== other.count) return false;
  for (let line = 0; line < one.count; line++) {
    if (one.file[line] !== other.file[line] || one.row[line] !== other.row[line]) return false;
    if (one.date.days[line] !== other.date.days[line]) return false;
    if (textOf(one.patient, line) !== textOf(other.patient, line)) return false;
    if (textOf(one.code, line) !== textOf(other.code, line)) return false;
  }
  return true;
}

function textOf({ ids, values }: TextColumn, line: number): string | undefined {
  return values[ids[line] ?? -1];
}
