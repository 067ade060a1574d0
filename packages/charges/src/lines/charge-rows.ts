/**
 * The rows of one charge file into the lines of the run: its header is understood, each row is read whole or rejected
 * with the first thing that is wrong with it. Every row ends in one of the two.
 */
import type { Field, Layout } from "@edict/rulebook";
import { dateExists, dateParts, dayNumber, noDate } from "@edict/rulebook";
import { ownText } from "../columns/texts.js";
import { fileError } from "../charge-file-error.js";
import { fileErrors, messageOf, rowReasons } from "../diagnostics.js";
import { layoutOfFile, requireColumns } from "../headers/choose-layout.js";
import type { ColumnPlan } from "../headers/plan-columns.js";
import { planColumns } from "../headers/plan-columns.js";
import { headersToShow } from "../headers/show-headers.js";
import type { RecordSink } from "../records/record-splitter.js";
import type { Refusal } from "./field-readers.js";
import type { LineStore } from "./line-store.js";
import type { PresetValues } from "./preset-values.js";
import { presetFields } from "./preset-values.js";
import type { RowReaders } from "./row-readers.js";
import { rowReaders } from "./row-readers.js";

/** How the files of a run are read. */
export interface RowsRequest {
  readonly layouts: readonly Layout[];
  /** The layout of `--layout`, for every file. */
  readonly layout: Layout | null;
  readonly declared: readonly Field[];
  readonly presets: PresetValues;
  /** Declared fields that are said of the whole file, so that no column of it says them. */
  readonly saidOfFile: ReadonlySet<string>;
}

/** A value in the list of rejected rows is not shown longer than this. */
const longestValue = 200;

const quoteNotClosed: Refusal = { column: null, reason: messageOf(rowReasons, "quote-not-closed", {}) };
const bornAfter = messageOf(rowReasons, "birth-after-service", {});

/** Takes the rows of one file. */
export class ChargeRows implements RecordSink {
  readonly #fileIndex: number;
  #headers: readonly string[] = [];
  #reading: RowReaders | null = null;
  #unitsColumn: number | null = null;

  constructor(
    private readonly file: string,
    private readonly lines: LineStore,
    private readonly request: RowsRequest,
  ) {
    this.#fileIndex = lines.files.length;
  }

  header(headers: readonly string[]): void {
    const { layouts, declared, presets } = this.request;
    this.#headers = headers.map((header) => ownText(header.trim()));
    const layout = this.request.layout ?? layoutOfFile(layouts, headers, this.file);
    if (layout !== null) requireColumns(layout, headers, this.file);
    const fromColumns = declared.filter(({ name }) => !this.request.saidOfFile.has(name));
    const plan = planColumns({ file: this.file, headers: this.#headers, layout, fields: fromColumns });
    this.#requireFields(plan, presetFields(presets));
    const layoutName = layout?.name ?? "";
    this.#reading = rowReaders({ file: this.file, plan, layout: layoutName, declared, presets, lines: this.lines });
    const fields = new Set(this.#reading.fields);
    if (fields.has("diagnoses")) fields.add("primary diagnosis");
    this.lines.files.push({ name: this.file, fields });
    this.#unitsColumn = plan.get("units")?.columns[0] ?? null;
    this.lines.unitsHeaders.push(this.#unitsColumn === null ? null : (this.#headers[this.#unitsColumn] ?? null));
  }

  record(cells: readonly string[], row: number): void {
    const reading = this.#reading;
    if (reading === null) throw new Error("the header of a file comes before its rows");
    if (cells.length !== this.#headers.length) {
      this.#reject(cells, row, this.#wrongWidth(cells.length));
      return;
    }
    for (const reader of reading.readers) {
      const refusal = reader.read(cells);
      if (refusal !== null) {
        this.#reject(cells, row, refusal);
        return;
      }
    }
    const born = reading.birth === null ? null : this.#checkBirth(reading, reading.birth);
    if (born !== null) {
      this.#reject(cells, row, born);
      return;
    }
    for (const reader of reading.readers) reader.keep();
    this.#keepCreditCell(cells);
    this.lines.file.push(this.#fileIndex);
    this.lines.row.push(row);
  }

  /** A credit that is rejected later is shown as its file has it: `(2)` is found again, `-2` is not. */
  #keepCreditCell(cells: readonly string[]): void {
    const line = this.lines.row.length;
    const units = this.lines.units.values.at(line);
    if (!(units < 0) || this.#unitsColumn === null) return;
    const cell = cells[this.#unitsColumn] ?? "";
    if (cell !== String(units)) this.lines.creditCells.set(line, shownValue(cell));
  }

  broken(row: number): void {
    this.#reject([], row, quoteNotClosed);
  }

  /** Nobody is treated before birth; a birth year of two digits that lies ahead is of the century before. */
  #checkBirth(reading: RowReaders, birth: NonNullable<RowReaders["birth"]>): Refusal | null {
    const born = birth.day();
    if (born === noDate || born <= reading.date.day()) return null;
    const { year, month, day } = dateParts(born);
    if (!reading.shortBirthYears || !dateExists(year - 100, month, day))
      return { column: birth.column, reason: bornAfter };
    birth.change(dayNumber(year - 100, month, day));
    return null;
  }

  #reject(cells: readonly string[], row: number, refusal: Refusal): void {
    const value = refusal.column === null ? null : (cells[refusal.column] ?? null);
    this.lines.rejected.push({
      file: this.file,
      row,
      column: refusal.column === null ? null : (this.#headers[refusal.column] ?? null),
      value: value === null ? null : shownValue(value),
      reason: refusal.reason,
    });
  }

  #wrongWidth(found: number): Refusal {
    const expected = this.#headers.length;
    const code = found < expected ? "cells-missing" : "cells-too-many";
    return { column: null, reason: messageOf(rowReasons, code, { found, expected }) };
  }

  #requireFields(plan: ColumnPlan, preset: readonly string[]): void {
    for (const field of ["patient", "date", "code"]) {
      if (plan.has(field) || preset.includes(field)) continue;
      const parameters = {
        field,
        headers: headersToShow(this.#headers, this.file),
        layout: `layout Mine ${field} from "HEADER"`,
      };
      throw fileError(fileErrors, "column-missing", { file: this.file }, parameters);
    }
  }
}

/** A cell's text, not too long, and without the row that it was cut from. */
function shownValue(cell: string): string {
  return ownText(cell.length > longestValue ? `${cell.slice(0, longestValue)}…` : cell);
}
