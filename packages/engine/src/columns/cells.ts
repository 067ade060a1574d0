/** Cells of a table as conditions, choices and amounts read them: as a text, a number or a day, blank where empty. */
import type { CellIds, RowOrder, TableColumn, TableData } from "@edict/rulebook";
import { cellDayAt, cellNumberAt, cellTextAt, formatDate, noDate } from "@edict/rulebook";

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
      return cellTextAt(cells, row) === null;
    case "number":
      return Number.isNaN(cellNumberAt(cells, row));
    case "date":
      return cellDayAt(cells, row) === noDate;
  }
}

/** The cell's text; null where empty. */
export function cellText(column: TableColumn, row: number): string | null {
  const cells = column.cells;
  switch (cells.kind) {
    case "text":
      return cellTextAt(cells, row);
    case "number": {
      const value = cellNumberAt(cells, row);
      return Number.isNaN(value) ? null : String(value);
    }
    case "date": {
      const day = cellDayAt(cells, row);
      return day === noDate ? null : formatDate(day);
    }
  }
}

/** The cell's number; NaN where empty. */
export function cellNumber(column: TableColumn, row: number): number {
  const cells = column.cells;
  if (cells.kind === "number") return cellNumberAt(cells, row);
  const text = cellText(column, row);
  return text === null || text.trim() === "" ? NaN : Number(text);
}

/** The cell's day; `noDate` where empty. */
export function cellDay(column: TableColumn, row: number): number {
  const cells = column.cells;
  return cells.kind === "date" ? cellDayAt(cells, row) : noDate;
}

/** A column as whole numbers: equal cells have equal ids; an id without a value is an empty cell. */
export interface CellTexts {
  /** Of each row. */
  readonly ids: CellIds;
  readonly values: readonly string[];
  /** How the rows stand by this column; null where nobody knows. */
  readonly order: RowOrder | null;
  /** The id of a text; -1 where no cell has it. */
  readonly idOf: (text: string) => number;
}

/** A column of texts as it is interned already, another by the texts of its cells. */
export function cellTexts(column: TableColumn, count: number): CellTexts {
  const cells = column.cells;
  if (cells.kind === "text") {
    const { values } = cells;
    let known: ReadonlyMap<string, number> | null = null;
    return {
      // Made when they are asked for.
      get ids() {
        return cells.ids;
      },
      values,
      order: cells.order ?? null,
      idOf: (text) => (known ??= new Map(values.map((value, id) => [value, id]))).get(text) ?? -1,
    };
  }
  const idOf = new Map<string, number>();
  const ids = Int32Array.from({ length: count }, (_, row) => {
    const text = cellText(column, row);
    if (text === null) return -1;
    const id = idOf.get(text) ?? idOf.size;
    idOf.set(text, id);
    return id;
  });
  return { ids, values: [...idOf.keys()], order: null, idOf: (text) => idOf.get(text) ?? -1 };
}
