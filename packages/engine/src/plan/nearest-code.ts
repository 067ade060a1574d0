/**
 * `suggest nearest code`: what the code of a found line was most likely to be, of a table's codes that are valid on its
 * date. Findings are few: the codes are put in order when the first of them asks.
 */
import type { Suggestion, TableData } from "@edict/rulebook";
import { nearestCodes, noDate } from "@edict/rulebook";
import { cellDay, cellText, columnOfTable } from "../columns/cells.js";

/** The code that is proposed for a code on a day; null where none is near. */
export type NearestCode = (code: string, day: number) => string | null;

/** Looks in the columns of a table. */
export function nearestIn(table: TableData, columns: Extract<Suggestion, { kind: "nearest-code" }>): NearestCode {
  const from = columns.from === null ? null : columnOfTable(table, columns.from);
  const to = columns.to === null ? null : columnOfTable(table, columns.to);
  const isValid = (row: number, day: number): boolean => {
    const last = to === null ? noDate : cellDay(to, row);
    // An open beginning is before every day.
    return (from === null || cellDay(from, row) <= day) && (last === noDate || day <= last);
  };
  let rows: ReadonlyMap<string, readonly number[]> | null = null;
  return (code, day) => {
    const known = (rows ??= rowsByCode(table, columns.codes));
    const exists = (candidate: string): boolean => known.get(candidate)?.some((row) => isValid(row, day)) === true;
    return nearestCodes(code, exists)[0] ?? null;
  };
}

function rowsByCode(table: TableData, name: string): ReadonlyMap<string, readonly number[]> {
  const column = columnOfTable(table, name);
  const rows = new Map<string, number[]>();
  for (let row = 0; row < table.count; row++) {
    const code = cellText(column, row);
    if (code === null) continue;
    const known = rows.get(code);
    if (known === undefined) rows.set(code, [row]);
    else known.push(row);
  }
  return rows;
}
