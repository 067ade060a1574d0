/**
 * The rows of one charge file into the lines of the run: its header is understood, its rows are read batch by batch,
 * each whole or rejected with the first thing that is wrong with it. Every row ends in one of the two.
 */
import type { Field, Layout } from "@edict/rulebook";
import { dateExists, dateParts, dayNumber, noDate } from "@edict/rulebook";
import { fileError } from "../charge-file-error.js";
import { fileErrors, messageOf, rowReasons } from "../diagnostics.js";
import { layoutOfFile, requireColumns } from "../headers/choose-layout.js";
import { couldBeColumn } from "../headers/could-be-column.js";
import type { ColumnPlan } from "../headers/plan-columns.js";
import { planColumns } from "../headers/plan-columns.js";
import { headersToShow } from "../headers/show-headers.js";
import type { RecordBatch } from "../records/record-batch.js";
import { cellText, expectedRecords } from "../records/record-batch.js";
import type { UseOfColumn } from "../records/json/json-keys.js";
import type { NamedCellsSink } from "../records/json/json-reader.js";
import type { LineFault } from "../records/json/json-scanner.js";
import { listJoint } from "../values/lists.js";
import type { Read } from "./field-kind.js";
import { kindOf } from "./field-kind.js";
import type { LineStore } from "./line-store.js";
import { storesOf } from "./line-store.js";
import type { PresetValues } from "./preset-values.js";
import { presetFields } from "./preset-values.js";
import type { Refusal } from "./refusals.js";
import { Refusals } from "./refusals.js";
import type { RowReaders } from "./row-readers.js";
import { rowReaders } from "./row-readers.js";
import type { Store } from "./stores.js";
import { keepRecords, reserveLines } from "./stores.js";

/** How the files of a run are read. */
export interface RowsRequest {
  readonly layouts: readonly Layout[];
  /** The layout of `--layout`, for every file. */
  readonly layout: Layout | null;
  readonly declared: readonly Field[];
  readonly presets: PresetValues;
  /** Declared fields that are said of the whole file, so that no column of it says them. */
  readonly saidOfFile: ReadonlySet<string>;
  /** How a patient's number is read, where it is not the one that the person is called by. */
  readonly readPatient: Read<string> | null;
  /** Bytes of the file, as far as they are known. */
  readonly size: number;
  /** More lines are not in memory at once, nearly always; as many as there are where it is left out. */
  readonly mostLines?: number;
}

/** A value in the list of rejected rows is not shown longer than this. */
const longestValue = 200;

const quoteNotClosed = messageOf(rowReasons, "quote-not-closed", {});
const faults: { readonly [F in LineFault]: string } = {
  "not-json": messageOf(rowReasons, "json-broken", {}),
  "key-twice": messageOf(rowReasons, "json-key-twice", {}),
  "not-a-value": messageOf(rowReasons, "json-not-a-value", {}),
  "text-unfit": messageOf(rowReasons, "json-text-unfit", {}),
  "list-nested": messageOf(rowReasons, "json-list-nested", {}),
};
const bornAfter = messageOf(rowReasons, "birth-after-service", {});

/** Takes the rows of one file. */
export class ChargeRows implements NamedCellsSink {
  readonly #fileIndex: number;
  readonly #refusals = new Refusals();
  #headers: readonly string[] = [];
  #reading: RowReaders | null = null;
  #plan: ColumnPlan = new Map();
  #unitsColumn: number | null = null;
  #isFirstBatch = true;
  /** The records of a batch that stay; all of them, where none was refused. */
  #kept = new Int32Array(0);
  #all = new Int32Array(0);

  constructor(
    private readonly file: string,
    private readonly lines: LineStore,
    private readonly request: RowsRequest,
  ) {
    this.#fileIndex = lines.files.length;
  }

  header(headers: readonly string[]): void {
    const { layouts, declared, presets } = this.request;
    this.#headers = headers.map((header) => header.trim());
    const layout = this.request.layout ?? layoutOfFile(layouts, headers, this.file);
    if (layout !== null) requireColumns(layout, headers, this.file);
    const fromColumns = declared.filter(({ name }) => !this.request.saidOfFile.has(name));
    const plan = planColumns({ file: this.file, headers: this.#headers, layout, fields: fromColumns });
    this.#requireFields(plan, presetFields(presets));
    this.#plan = plan;
    const layoutName = layout?.name ?? "";
    const { file, lines } = this;
    const { readPatient } = this.request;
    this.#reading = rowReaders({ file, plan, layout: layoutName, declared, presets, readPatient, lines });
    const fields = new Set(this.#reading.fields);
    if (fields.has("diagnoses")) fields.add("primary diagnosis");
    this.lines.files.push({ name: this.file, fields });
    this.#unitsColumn = plan.get("units")?.columns[0] ?? null;
    this.lines.unitsHeaders.push(this.#unitsColumn === null ? null : (this.#headers[this.#unitsColumn] ?? null));
  }

  records(batch: RecordBatch): void {
    const reading = this.#reading;
    if (reading === null) throw new Error("the header of a file comes before its rows");
    const { lines } = this;
    const refusals = this.#refusals;
    const base = lines.row.length;
    if (this.#isFirstBatch) this.#reserve(batch, base);
    refusals.clear();
    for (const reader of reading.readers) reader.read(batch, base, refusals);
    if (reading.birthColumn !== null) this.#checkBirths(batch, base, reading.birthColumn, reading.shortBirthYears);
    const count = refusals.any ? this.#keepReadable(batch) : batch.count;
    const kept = refusals.any ? this.#kept : this.#allOf(batch);
    if (count < batch.count) for (const store of storesOf(lines)) keepRecords(store, base, kept, count);
    for (const reader of reading.ownTexts) reader.keep(batch, kept, count);
    const rows = lines.row.room(base + count);
    if (count === batch.count) rows.set(batch.rows.subarray(0, count), base);
    else for (let index = 0; index < count; index++) rows[base + index] = batch.rows[kept[index] ?? 0] ?? 0;
    lines.file.fillTo(base + count, this.#fileIndex);
    // Nearly all files have no credits.
    if (lines.units.values.length <= base || lines.units.values.arePlain) return;
    const units = lines.units.values.room(base + count);
    for (let index = 0; index < count; index++) {
      if ((units[base + index] ?? 0) < 0) this.#keepCreditCell(batch, kept[index] ?? 0, base + index);
    }
  }

  /** Turns to the new dictionaries of some columns. */
  forget(renewed: ReadonlySet<Store>): void {
    for (const reader of this.#reading?.readers ?? []) if (renewed.has(reader.store)) reader.forget();
  }

  /** The place of the column of patients; -1 where the file has none. Known once the header is. */
  get patientColumn(): number {
    return this.#reading?.patientColumn ?? -1;
  }

  otherWidth(found: number, row: number): void {
    const expected = this.#headers.length;
    const code = found < expected ? "cells-missing" : "cells-too-many";
    this.#reject(row, null, null, messageOf(rowReasons, code, { found, expected }));
  }

  broken(row: number): void {
    this.#reject(row, null, null, quoteNotClosed);
  }

  unreadable(row: number, column: number | null, fault: LineFault): void {
    this.#reject(row, column === null ? null : (this.#headers[column] ?? null), null, faults[fault]);
  }

  couldRead(name: string): boolean {
    const { layout, layouts, declared } = this.request;
    return couldBeColumn(name, declared, layout === null ? layouts : [layout]);
  }

  useOf(column: number): UseOfColumn {
    for (const [field, { columns }] of this.#plan) {
      if (!columns.includes(column)) continue;
      return kindOf(field, this.request.declared)?.kind === "list" ? "list" : "cell";
    }
    return "ignored";
  }

  /** Room for as many lines as the file is likely to have. */
  #reserve(batch: RecordBatch, base: number): void {
    this.#isFirstBatch = false;
    const { size, mostLines = Infinity } = this.request;
    const expected = Math.min(expectedRecords(batch, size), mostLines - base);
    if (expected <= batch.count) return;
    for (const store of storesOf(this.lines)) reserveLines(store, base + expected);
    this.lines.row.reserve(base + expected);
    this.lines.file.reserve(base + expected);
  }

  /** Every record. */
  #allOf({ count, rows }: RecordBatch): Int32Array {
    if (this.#all.length < count) {
      this.#all = new Int32Array(rows.length);
      for (let record = 0; record < this.#all.length; record++) this.#all[record] = record;
    }
    return this.#all;
  }

  /** Rejects the records that were refused; how many are left in `#kept`. */
  #keepReadable(batch: RecordBatch): number {
    if (this.#kept.length < batch.count) this.#kept = new Int32Array(batch.rows.length);
    const kept = this.#kept;
    let count = 0;
    for (let record = 0; record < batch.count; record++) {
      const refusal = this.#refusals.of(record);
      if (refusal === null) kept[count++] = record;
      else this.#refuse(batch, record, refusal);
    }
    return count;
  }

  /** A credit that is rejected later is shown as its file has it: `(2)` is found again, `-2` is not. */
  #keepCreditCell(batch: RecordBatch, record: number, line: number): void {
    if (this.#unitsColumn === null) return;
    const cell = cellText(batch, record, this.#unitsColumn);
    if (cell !== String(this.lines.units.values.at(line))) this.lines.creditCells.set(line, shownValue(cell));
  }

  /** Nobody is treated before birth; a birth year of two digits that lies ahead is of the century before. */
  #checkBirths(batch: RecordBatch, base: number, column: number, shortYears: boolean): void {
    const birth = this.lines.others.get("birth");
    if (birth?.kind !== "date") throw new Error("births are dates, and their column was made with their reader");
    for (let record = 0; record < batch.count; record++) {
      const born = birth.days.at(base + record);
      if (born === noDate || born <= this.lines.date.days.at(base + record)) continue;
      if (this.#refusals.of(record) !== null) continue;
      const { year, month, day } = dateParts(born);
      if (shortYears && dateExists(year - 100, month, day))
        birth.days.set(base + record, dayNumber(year - 100, month, day));
      else this.#refusals.refuse(record, { column, reason: bornAfter });
    }
  }

  #refuse(batch: RecordBatch, record: number, { column, reason }: Refusal): void {
    const header = column === null ? null : (this.#headers[column] ?? null);
    const value = column === null || column < 0 ? null : shownValue(cellText(batch, record, column));
    this.#reject(batch.rows[record] ?? 0, header, value, reason);
  }

  #reject(row: number, column: string | null, value: string | null, reason: string): void {
    this.lines.rejected.push({ file: this.file, row, column, value, reason });
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

/** A cell's text, the parts of a list set apart by blanks, not too long; a copy, so that what was cut off is not kept in memory. */
function shownValue(held: string): string {
  const cell = held.replaceAll(String.fromCharCode(listJoint), " ");
  return cell.length > longestValue ? Buffer.from(`${cell.slice(0, longestValue)}…`).toString() : cell;
}
