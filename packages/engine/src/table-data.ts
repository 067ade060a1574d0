/**
 * Written tables as columns, and columns back as rows. Tables in files come as columns already; `rowsOf` is for whoever
 * wants to read either kind row by row.
 */
import type { Cell, Column, Table, TableColumn, TableData } from "@edict/rulebook";
import { cellDayAt, cellNumberAt, cellTextAt, formatDate, noDate, parseIsoDate, withDot } from "@edict/rulebook";

/** The rows of a written table as columns. A table in a file has no rows here: that is our mistake, and throws. */
export function tableData(table: Table): TableData {
  if (table.source.kind !== "rows") throw new Error(`table ${table.name} is in a file: its rows come from its reader`);
  const rows = table.source.rows;
  const columns = new Map<string, TableColumn>();
  for (const [index, column] of table.columns.entries()) {
    columns.set(column.name, {
      type: column.type,
      cells: cellsOf(
        column,
        rows.map((row) => row[index] ?? null),
      ),
    });
  }
  return { name: table.name, count: rows.length, columns };
}

/** The rows of a table, cells in the order of its columns. */
export function rowsOf(data: TableData): Cell[][] {
  const columns = [...data.columns.values()];
  return Array.from({ length: data.count }, (_, row) => columns.map((column) => cellOf(column, row)));
}

/** One cell as a rulebook writes it: a date as ISO text, a diagnosis with its dot, null where it is empty. */
export function cellOf(column: TableColumn, row: number): Cell {
  const cells = column.cells;
  switch (cells.kind) {
    case "number": {
      const value = cellNumberAt(cells, row);
      return Number.isNaN(value) ? null : value;
    }
    case "date": {
      const day = cellDayAt(cells, row);
      return day === noDate ? null : formatDate(day);
    }
    case "text": {
      const value = cellTextAt(cells, row);
      if (value === null) return null;
      return column.type === "diagnosis" ? withDot(value) : value;
    }
  }
}

function cellsOf(column: Column, cells: readonly Cell[]): TableColumn["cells"] {
  switch (column.type) {
    case "number":
      return { kind: "number", values: Float64Array.from(cells, (cell) => (cell === null ? NaN : Number(cell))) };
    case "date":
      return {
        kind: "date",
        days: Int32Array.from(cells, (cell) => (cell === null ? noDate : (parseIsoDate(String(cell)) ?? noDate))),
      };
    case "code":
      return interned(cells, (text) => text.toUpperCase());
    case "diagnosis":
      return interned(cells, (text) => text.replaceAll(".", "").toUpperCase());
    case "text":
      return interned(cells, (text) => text);
  }
}

function interned(cells: readonly Cell[], normal: (text: string) => string): TableColumn["cells"] {
  const known = new Map<string, number>();
  const ids = Int32Array.from(cells, (cell) => {
    if (cell === null) return -1;
    const text = normal(String(cell));
    const id = known.get(text) ?? known.size;
    known.set(text, id);
    return id;
  });
  return { kind: "text", ids, values: [...known.keys()] };
}
