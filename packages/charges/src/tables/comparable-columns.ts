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
  const numbers = cells.flatMap((column) =>
    column.kind === "number"
      ? [unfolded(withoutNaN(column.values), column.ids, (count) => new Float64Array(count))]
      : [],
  );
  if (numbers.length === columns.length) {
    return {
      numbers,
      cellOf: (number) => (number === -Infinity ? null : number),
    };
  }
  const dates = cells.flatMap((column) =>
    column.kind === "date" ? [unfolded(column.days, column.ids, (count) => new Int32Array(count))] : [],
  );
  if (dates.length !== columns.length) return null;
  return { numbers: dates, cellOf: (day) => (day === noDate ? null : formatDate(day)) };
}

/** A blank is less than every number, and not less than itself. */
function withoutNaN(values: Float64Array): Float64Array {
  return values.map((value) => (Number.isNaN(value) ? -Infinity : value));
}

/** Of each row its value, where only the distinct ones are kept: in a loop, since there are millions of rows. */
function unfolded<A extends Float64Array | Int32Array>(
  values: A,
  ids: CellIds | undefined,
  rows: (count: number) => A,
): A {
  if (ids === undefined) return values;
  const found = rows(ids.length);
  for (let row = 0; row < ids.length; row++) found[row] = values[ids[row] ?? 0] ?? 0;
  return found;
}

function comparableTexts(
  columns: readonly { readonly ids: CellIds; readonly values: readonly string[] }[],
): ComparableColumn {
  const all = [...new Set(columns.flatMap(({ values }) => values))].sort(compareBytes);
  const rankOf = new Map(all.map((value, rank) => [value, rank]));
  return {
    numbers: columns.map(({ ids, values }) => {
      const ranks = values.map((value) => rankOf.get(value) ?? -1);
      const found = new Int32Array(ids.length);
      for (let row = 0; row < ids.length; row++) found[row] = ranks[ids[row] ?? -1] ?? -1;
      return found;
    }),
    cellOf: (rank) => all[rank] ?? null,
  };
}
