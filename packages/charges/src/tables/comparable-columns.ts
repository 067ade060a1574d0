/**
 * A column of several tables made comparable: each row gets a number, so that two rows say the same where their numbers
 * are the same, and are in the order of their numbers. A blank comes before everything else.
 */
import type { Cell, CellIds, TableColumn } from "@edict/rulebook";
import { compareBytes, formatDate, noDate } from "@edict/rulebook";

export interface ComparableColumn {
  /** For each table, the numbers of its rows. */
  readonly numbers: readonly ArrayLike<number>[];
  /** What a number stands for. */
  readonly cellOf: (number: number) => Cell;
}

/** Null where a table has no such column, or has it of another type. */
export function comparable(columns: readonly (TableColumn | undefined)[]): ComparableColumn | null {
  const cells = columns.flatMap((column) => (column === undefined ? [] : [column.cells]));
  const texts = cells.flatMap((column) => (column.kind === "text" ? [column] : []));
  if (texts.length === columns.length) return comparableTexts(texts);
  const numbers = cells.flatMap((column) => (column.kind === "number" ? [unfolded(column.values, column.ids)] : []));
  if (numbers.length === columns.length) {
    return {
      numbers: numbers.map((values) => Float64Array.from(values, (value) => (Number.isNaN(value) ? -Infinity : value))),
      cellOf: (number) => (number === -Infinity ? null : number),
    };
  }
  const dates = cells.flatMap((column) => (column.kind === "date" ? [unfolded(column.days, column.ids)] : []));
  if (dates.length !== columns.length) return null;
  return { numbers: dates, cellOf: (day) => (day === noDate ? null : formatDate(day)) };
}

/** Of each row its value, where only the distinct ones are kept. */
function unfolded(values: Float64Array | Int32Array, ids: CellIds | undefined): ArrayLike<number> {
  return ids === undefined ? values : Float64Array.from(ids, (id) => values[id] ?? NaN);
}

function comparableTexts(
  columns: readonly { readonly ids: CellIds; readonly values: readonly string[] }[],
): ComparableColumn {
  const all = [...new Set(columns.flatMap(({ values }) => values))].sort(compareBytes);
  const rankOf = new Map(all.map((value, rank) => [value, rank]));
  return {
    numbers: columns.map(({ ids, values }) => {
      const ranks = values.map((value) => rankOf.get(value) ?? -1);
      return Int32Array.from(ids, (id) => ranks[id] ?? -1);
    }),
    cellOf: (rank) => all[rank] ?? null,
  };
}
