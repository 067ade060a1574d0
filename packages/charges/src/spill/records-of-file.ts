/**
 * Who takes the records of a file to put them away: its header is understood and its unreadable rows are rejected as ever,
 * by what reads its rows later; the others are handed on as they stand.
 */
import type { ChargeRows } from "../lines/charge-rows.js";
import type { UseOfColumn } from "../records/json/json-keys.js";
import type { NamedCellsSink } from "../records/json/json-reader.js";
import type { LineFault } from "../records/json/json-scanner.js";
import type { RecordBatch } from "../records/record-batch.js";
import type { RecordSource } from "./record-ranges.js";
import type { KeptColumns } from "./record-blocks.js";

export class RecordsOfFile implements NamedCellsSink, RecordSource {
  counts = true;
  kept: KeptColumns = { width: 0, columns: [] };
  readonly otherwise: Uint8Array;

  constructor(
    readonly rows: ChargeRows,
    patientOtherwise: string,
    private readonly take: (batch: RecordBatch) => void,
  ) {
    this.otherwise = new Uint8Array(Buffer.from(patientOtherwise));
  }

  /** The file is begun again, and these records count for nothing. */
  forget(): void {
    this.counts = false;
  }

  get patientColumn(): number {
    return this.rows.patientColumn;
  }

  header(headers: readonly string[]): void {
    this.rows.header(headers);
    const columns = Array.from(headers.keys()).filter((column) => this.rows.useOf(column) !== "ignored");
    this.kept = { width: headers.length, columns };
  }

  records(batch: RecordBatch): void {
    this.take(batch);
  }

  otherWidth(found: number, row: number): void {
    this.rows.otherWidth(found, row);
  }

  broken(row: number): void {
    this.rows.broken(row);
  }

  unreadable(row: number, column: number | null, fault: LineFault): void {
    this.rows.unreadable(row, column, fault);
  }

  couldRead(name: string): boolean {
    return this.rows.couldRead(name);
  }

  useOf(column: number): UseOfColumn {
    return this.rows.useOf(column);
  }
}
