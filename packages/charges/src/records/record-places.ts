/** The records that a scanner has found, by the places of their cells, as in a `RecordBatch`; and how far it has come. */
import type { KernelBatch } from "../kernel/kernel-batch.js";
import { places } from "../kernel/kernel-batch.js";

/** What every scanner fills. */
export abstract class RecordPlaces {
  /** Where the next record starts, and where the bytes end. */
  at = 0;
  end = 0;
  /** The number of the last record. */
  row = 0;

  width = 0;
  count = 0;
  starts = new Int32Array(0);
  ends = new Int32Array(0);
  rows = new Int32Array(1);

  /** Makes room for a number of records of so many cells, in a kernel's memory where there is one. */
  resize(width: number, records: number, room: KernelBatch | null = null): void {
    this.width = width;
    this.count = 0;
    this.starts = places(room, room?.starts ?? 0, width * records);
    this.ends = places(room, room?.ends ?? 0, width * records);
    this.rows = places(room, room?.rows ?? 0, records);
  }
}
