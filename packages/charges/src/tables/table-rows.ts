/**
 * The rows of a table file into typed columns. Nothing is rejected here: a cell that its column's type cannot hold is an
 * error, because a table with a hole would make findings silently fewer.
 */
import type { Column, Table, TableColumn, TableData, TextColumn } from "@edict/rulebook";
import { fileError } from "../charge-file-error.js";
import { ByteTexts } from "../columns/byte-texts.js";
import { GrowingInts, GrowingNumbers } from "../columns/growing.js";
import { fileErrors } from "../diagnostics.js";
import { layoutKey, shownHeaders } from "../headers/header-key.js";
import type { Read } from "../lines/field-kind.js";
import type { FieldReader } from "../lines/field-readers.js";
import { dateReader, numberReader, textReader } from "../lines/field-readers.js";
import { Refusals } from "../lines/refusals.js";
import type { DateStore, NumberStore, TextStore } from "../lines/stores.js";
import { reserveLines } from "../lines/stores.js";
import type { RecordBatch } from "../records/record-batch.js";
import { cellText, expectedRecords } from "../records/record-batch.js";
import type { RecordSink } from "../records/record-reader.js";
import { usualDates } from "../values/dates.js";
import { readDiagnosis } from "../values/lists.js";
import { readNumber } from "../values/numbers.js";
import { plainNumbers } from "../values/plain-numbers.js";
import { readCode } from "../values/texts.js";

interface PlannedColumn {
  readonly column: Column;
  readonly place: number;
  readonly reader: FieldReader;
  readonly cells: () => TableColumn["cells"];
}

/** Takes the rows of a table file. */
export class TableRows implements RecordSink {
  readonly #refusals = new Refusals();
  #columns: readonly PlannedColumn[] = [];
  #width = 0;
  #lastRow = 0;
  #count = 0;

  constructor(
    private readonly table: Table,
    private readonly file: string,
    /** Bytes of the file, as far as they are known. */
    private readonly size: number,
  ) {}

  header(headers: readonly string[], row: number): void {
    // Findings name a table's rows by number, the header being row 1.
    if (row !== 1) throw fileError(fileErrors, "table-row-blank", { file: this.file, row: 1 }, {});
    this.#width = headers.length;
    this.#lastRow = row;
    this.#columns = this.table.columns.map((column) => plannedColumn(column, this.#placeOf(column, headers)));
  }

  records(batch: RecordBatch): void {
    const { rows, count } = batch;
    if (this.#count === 0) {
      const expected = expectedRecords(batch, this.size);
      for (const { reader } of this.#columns) reserveLines(reader.store, expected);
    }
    this.#refusals.clear();
    for (const { reader } of this.#columns) reader.read(batch, this.#count, this.#refusals);
    for (let record = 0; record < count; record++) {
      if (rows[record] !== this.#lastRow + 1) this.#follow(rows[record] ?? 0);
      this.#lastRow++;
      if (this.#refusals.any && this.#refusals.of(record) !== null) throw this.#unreadable(batch, record);
    }
    this.#count += batch.count;
  }

  otherWidth(found: number, row: number): void {
    this.#follow(row);
    throw fileError(fileErrors, "table-row-cells", { file: this.file, row }, { found, expected: this.#width });
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
    for (const { column, cells } of this.#columns) columns.set(column.name, { type: column.type, cells: cells() });
    return { name: this.table.name, count: this.#count, columns };
  }

  /** The number of a row is that of the one before and one, since findings name a table's rows. */
  #follow(row: number): void {
    if (row !== this.#lastRow + 1) {
      throw fileError(fileErrors, "table-row-blank", { file: this.file, row: this.#lastRow + 1 }, {});
    }
    this.#lastRow = row;
  }

  /** The error of a record that was refused: of the first of the table's columns that cannot hold its cell. */
  #unreadable(batch: RecordBatch, record: number): Error {
    for (const { column, place, reader } of this.#columns) {
      this.#refusals.clear();
      reader.read(batch, this.#count, this.#refusals);
      if (this.#refusals.of(record) === null) continue;
      const at = { file: this.file, row: batch.rows[record] ?? 0, column: column.header ?? column.name };
      const parameters = { value: shownValue(cellText(batch, record, place)), type: column.type };
      return fileError(fileErrors, "table-cell-unreadable", at, parameters);
    }
    throw new Error("a record was refused, and each of its cells can be read");
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

function plannedColumn(column: Column, place: number): PlannedColumn {
  const request = { field: column.name, column: place, fallback: null, required: false };
  const texts = (read: Read<string> | null): PlannedColumn => {
    const store: TextStore = { kind: "text", texts: new ByteTexts(), ids: new GrowingInts() };
    const cells = (): TextColumn => ({ kind: "text", ids: store.ids.all(), values: store.texts.values });
    return { column, place, reader: textReader({ ...request, store }, read), cells };
  };
  switch (column.type) {
    case "text":
      return texts(null);
    case "code":
      return texts(readCode);
    case "diagnosis":
      return texts(readDiagnosis);
    case "number": {
      const store: NumberStore = { kind: "number", values: new GrowingNumbers() };
      const reader = numberReader({ ...request, store }, readNumber, plainNumbers);
      return { column, place, reader, cells: () => ({ kind: "number", values: store.values.all() }) };
    }
    case "date": {
      const store: DateStore = { kind: "date", days: new GrowingInts() };
      const reader = dateReader({ ...request, store }, usualDates);
      return { column, place, reader, cells: () => ({ kind: "date", days: store.days.all() }) };
    }
  }
}

function shownValue(cell: string): string {
  const text = cell.trim();
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
}
