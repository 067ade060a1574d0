/** Cells of a table as conditions, choices and amounts read them: as a text, a number or a day, blank where empty. */
import type { TableColumn, TableData } from "@edict/rulebook";
import { formatDate, noDate } from "@edict/rulebook";

/** The column of a rule's table. That it is there, the rulebook's compiler has checked. */
export function columnOfTable(table: TableData | null, name: string): TableColumn {
  const column = table?.columns.get(name);
  if (column === undefined) {
    throw new Error(
      `a rule reads row.${name}, which its table ${table?.name ?? "(none)"} has not; the rulebook is checked for that`,
    );
  }
  return column;
}

export function isEmptyCell(column: TableColumn, row: number): boolean {
  const cells = column.cells;
  switch (cells.kind) {
    case "text":
      return (cells.ids[row] ?? -1) < 0;
    case "number":
      return Number.isNaN(cells.values[row] ?? NaN);
    case "date":
      return (cells.days[row] ?? noDate) === noDate;
  }
}

/** The cell's text; null where empty. */
export function cellText(column: TableColumn, row: number): string | null {
  const cells = column.cells;
  switch (cells.kind) {
    case "text":
      return cells.values[cells.ids[row] ?? -1] ?? null;
    case "number":
      return isEmptyCell(column, row) ? null : String(cells.values[row]);
    case "date": {
      const day = cells.days[row] ?? noDate;
      return day === noDate ? null : formatDate(day);
    }
  }
}

/** The cell's number; NaN where empty. */
export function cellNumber(column: TableColumn, row: number): number {
  const cells = column.cells;
  if (cells.kind === "number") return cells.values[row] ?? NaN;
  const text = cellText(column, row);
  return text === null || text.trim() === "" ? NaN : Number(text);
}

/** The cell's day; `noDate` where empty. */
export function cellDay(column: TableColumn, row: number): number {
  const cells = column.cells;
  return cells.kind === "date" ? (cells.days[row] ?? noDate) : noDate;
}

/**
 * The column as ids of another dictionary, so that a cell and a line's value compare as whole numbers: of each row the
 * id, `emptyCell` where the cell is empty, `unknownCell` where no line has its text.
 */
export function cellIds(column: TableColumn, count: number, dictionary: ReadonlyMap<string, number>): Int32Array {
  const cells = column.cells;
  const idOf = (text: string | null): number => (text === null ? emptyCell : (dictionary.get(text) ?? unknownCell));
  if (cells.kind !== "text") return Int32Array.from({ length: count }, (_, row) => idOf(cellText(column, row)));
  const known = Int32Array.from(cells.values, idOf);
  return cells.ids.map((id) => known[id] ?? emptyCell);
}

const emptyCell = -2;
const unknownCell = -3;
