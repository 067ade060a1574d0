/**
 * The rows of a table file into typed columns. Nothing is rejected here: a cell that its column's type cannot hold is an
 * error, because a table with a hole would make findings silently fewer.
 */
import type { Column, Table, TableColumn, TableData } from "@edict/rulebook";
import { noDate } from "@edict/rulebook";
import { fileError } from "../charge-file-error.js";
import { GrowingInts, GrowingNumbers } from "../columns/growing.js";
import { Memo } from "../columns/memo.js";
import { Texts } from "../columns/texts.js";
import { fileErrors } from "../diagnostics.js";
import { layoutKey, shownHeaders } from "../headers/header-key.js";
import type { RecordSink } from "../records/record-splitter.js";
import { usualDates } from "../values/dates.js";
import { readDiagnosis } from "../values/lists.js";
import { readNumber } from "../values/numbers.js";
import { readCode } from "../values/texts.js";
import { Unreadable } from "../values/unreadable.js";

interface CellReader {
  /** Adds a cell to the column; false where the column's type cannot hold it. */
  readonly add: (cell: string) => boolean;
  readonly cells: () => TableColumn["cells"];
}

interface PlannedColumn {
  readonly column: Column;
  readonly place: number;
  readonly reader: CellReader;
}

/** Takes the rows of a table file. */
export class TableRows implements RecordSink {
  #columns: readonly PlannedColumn[] = [];
  #width = 0;
  #lastRow = 0;
  #count = 0;

  constructor(
    private readonly table: Table,
    private readonly file: string,
  ) {}

  header(headers: readonly string[], row: number): void {
    // Findings name a table's rows by number, the header being row 1.
    if (row !== 1) throw fileError(fileErrors, "table-row-blank", { file: this.file, row: 1 }, {});
    this.#width = headers.length;
    this.#lastRow = row;
    this.#columns = this.table.columns.map((column) => ({
      column,
      place: this.#placeOf(column, headers),
      reader: cellReader(column),
    }));
  }

  record(cells: readonly string[], row: number): void {
    if (row !== this.#lastRow + 1) {
      throw fileError(fileErrors, "table-row-blank", { file: this.file, row: this.#lastRow + 1 }, {});
    }
    this.#lastRow = row;
    if (cells.length !== this.#width) {
      const parameters = { found: cells.length, expected: this.#width };
      throw fileError(fileErrors, "table-row-cells", { file: this.file, row }, parameters);
    }
    for (const { column, place, reader } of this.#columns) {
      const cell = cells[place] ?? "";
      if (reader.add(cell)) continue;
      const parameters = { value: shownValue(cell), type: column.type };
      const at = { file: this.file, row, column: column.header ?? column.name };
      throw fileError(fileErrors, "table-cell-unreadable", at, parameters);
    }
    this.#count++;
  }

  broken(row: number): void {
    throw fileError(fileErrors, "table-row-quotes", { file: this.file, row }, {});
  }

  /** The places of the columns that are read; known once the header is. */
  places(): readonly number[] {
    return [...new Set(this.#columns.map((planned) => planned.place))];
  }

  /** The rows as the engine takes them. */
  data(): TableData {
    const columns = new Map<string, TableColumn>();
    for (const { column, reader } of this.#columns) {
      columns.set(column.name, { type: column.type, cells: reader.cells() });
    }
    return { name: this.table.name, count: this.#count, columns };
  }

  #placeOf(column: Column, headers: readonly string[]): number {
    const header = column.header ?? column.name;
    const exact = headers.findIndex((candidate) => candidate.trim() === header.trim());
    const place = exact === -1 ? headers.findIndex((candidate) => layoutKey(candidate) === layoutKey(header)) : exact;
    if (place === -1) {
      const parameters = { column: column.name, header, headers: shownHeaders(headers) };
      throw fileError(fileErrors, "table-column-missing", { file: this.file, column: header }, parameters);
    }
    const again = headers.findIndex((candidate, at) => at !== place && candidate.trim() === headers[place]?.trim());
    if (again !== -1) throw fileError(fileErrors, "column-twice", { file: this.file }, { header });
    return place;
  }
}

function cellReader(column: Column): CellReader {
  switch (column.type) {
    case "text":
      return textCells((text) => text);
    case "code":
      return textCells(readCode);
    case "diagnosis":
      return textCells(readDiagnosis);
    case "number":
      return numberCells();
    case "date":
      return dateCells();
  }
}

function textCells(read: (text: string) => string | Unreadable): CellReader {
  const texts = new Texts();
  const ids = new GrowingInts();
  const remembered = new Memo<number | Unreadable>((cell) => {
    const text = cell.trim();
    const value = text === "" ? null : read(text);
    return value === null ? -1 : value instanceof Unreadable ? value : texts.idOf(value);
  });
  return {
    add: (cell) => {
      const id = cell === "" ? -1 : remembered.get(cell);
      if (id instanceof Unreadable) return false;
      ids.push(id);
      return true;
    },
    cells: () => ({ kind: "text", ids: ids.all(), values: texts.values }),
  };
}

function numberCells(): CellReader {
  const values = new GrowingNumbers();
  const remembered = new Memo<number | Unreadable>((cell) => {
    const text = cell.trim();
    return text === "" ? NaN : readNumber(text);
  });
  return {
    add: (cell) => {
      const value = cell === "" ? NaN : remembered.get(cell);
      if (value instanceof Unreadable) return false;
      values.push(value);
      return true;
    },
    cells: () => ({ kind: "number", values: values.all() }),
  };
}

function dateCells(): CellReader {
  const days = new GrowingInts();
  const remembered = new Memo<number | Unreadable>((cell) => {
    const text = cell.trim();
    return text === "" ? noDate : usualDates.read(text);
  });
  return {
    add: (cell) => {
      const day = cell === "" ? noDate : remembered.get(cell);
      if (day instanceof Unreadable) return false;
      days.push(day);
      return true;
    },
    cells: () => ({ kind: "date", days: days.all() }),
  };
}

function shownValue(cell: string): string {
  const text = cell.trim();
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
}
