/**
 * What the cells of one column were read as, in a kernel's memory. The kernel goes through the records of a batch and
 * writes what it knows; the cells that it does not know are read by the portable reader, and its answers are remembered. So
 * what comes out is what the portable reader says of each cell.
 */
import type { RecordBatch } from "../records/record-batch.js";
import type { PlainNumbers } from "../values/plain-numbers.js";
import type { KernelBatch } from "./kernel-batch.js";
import type { Kernel } from "./kernel.js";

/** Longer cells are not remembered. */
const longest = 56;

/** A table has 2 to these powers slots, one after the other. Few sizes, since memory that is new is dear. */
const slotsInTurn = [12, 15, 17] as const;

/** Behind the last slot of a table: what a search that begins there may look at. */
const slotsBehind = 8;

/** Words of a column that say of a table where it stands, how a hash is shifted, and how many of its slots are taken. */
const wordsOfTable = 3;

/** The word where the kernel leaves whether it found other cells than plain numbers. */
const wereOthers = 0;

/** The word where the kernel leaves how many cells it has put down to be read. */
const putDown = 0;

/** What stands for the answer of a cell that cannot be read; no answer is that. */
const notRead = -(1 << 30) + 1;

/** A column of which most cells are new is read without the kernel for a while: so many batches at most. */
const longestRest = 64;

/** One of the three tables of a column. */
interface CellTable {
  readonly sizeOfSlot: number;
  /** Of its slots, as a power of 2; 0 where it is not there yet. */
  power: number;
  /** Where it stands. */
  at: number;
  /** How often a cell was asked for that was read before, since it has this size. */
  lost: number;
}

/** Reads one cell of a record by the portable path; `refused` where it cannot be read. */
export type ReadCell = (record: number) => number;

/** The cells of a column, for one reader of one file. */
export class ColumnMemory {
  #kernel: Kernel | null = null;
  /** The kernel is the one of this reader. */
  #reader = 0;
  /** The column's words; 0: there was no room for them. */
  #at = 0;
  #tables: readonly CellTable[] = [];
  /** The highest answer that is remembered: ids rise, so that a higher one is that of a cell that was never read before. */
  #highest = -1;
  #rest = 0;
  #nextRest = 1;

  /**
   * Writes the whole numbers of a batch's cells to `into`, from `base` on; a blank one is `blank`, null: it is read like
   * others. `readNew` answers the same as `read`, for cells that the kernel does not know.
   */
  ints(
    batch: RecordBatch,
    column: number,
    blank: number | null,
    read: ReadCell,
    into: Int32Array,
    base: number,
    readNew: ReadCell = read,
  ): void {
    const room = this.#roomOf(batch);
    if (room === null) readEach(batch, read, into, base);
    else into.set(this.#ints(room, batch, column, blank, readNew), base);
  }

  /** The days of a batch's cells, in the same way, where those that are written plainly are what they are everywhere. */
  days(batch: RecordBatch, column: number, blank: number | null, read: ReadCell, into: Int32Array, base: number): void {
    const room = this.#roomOf(batch);
    if (room === null) readEach(batch, read, into, base);
    else into.set(this.#days(room, batch, column, blank, read), base);
  }

  /** Where the memory for a batch is; null where the portable path reads it. */
  #roomOf({ kernel: room }: RecordBatch): KernelBatch | null {
    if (room === null || room === undefined) return null;
    if (this.#kernel !== room.kernel || this.#reader !== room.kernel.reader) this.#begin(room.kernel);
    if (this.#rest === 0) return this.#at === 0 ? null : room;
    this.#rest--;
    return null;
  }

  #ints(room: KernelBatch, batch: RecordBatch, column: number, blank: number | null, read: ReadCell): Int32Array {
    const { calls, ints } = room.kernel;
    const step = batch.width * 4;
    const starts = room.starts + column * 4;
    const ends = room.ends + column * 4;
    const at = this.#at;
    const { count } = batch;
    let misses = 0;
    let record = 0;
    for (;;) {
      const from = record;
      record = calls.knownInts(
        at,
        starts,
        ends,
        step,
        from,
        count,
        room.values,
        blank ?? 0,
        blank === null,
        room.texts,
      );
      const found = ints[putDown] ?? 0;
      misses += found;
      if (found > 0) this.#readPutDown(room, batch, column, read, { from, to: record, found });
      if (record === count) break;
      misses++;
      const value = read(record);
      ints[room.values / 4 + record] = value;
      if (value !== Infinity) this.#remember(batch, record * batch.width + column, value, "int");
      record++;
    }
    this.#judge(misses, count);
    return ints.subarray(room.values / 4, room.values / 4 + count);
  }

  /** Reads the cells that the kernel has put down, in the order in which they came, and puts what they are where they stand. */
  #readPutDown(
    room: KernelBatch,
    batch: RecordBatch,
    column: number,
    read: ReadCell,
    { from, to, found }: { readonly from: number; readonly to: number; readonly found: number },
  ): void {
    const { calls, ints } = room.kernel;
    const values = room.values / 4;
    const list = room.texts / 4;
    let wereRead = true;
    for (let at = list; at < list + found * 2; at += 2) {
      const record = ints[at] ?? 0;
      const cell = record * batch.width + column;
      const value = read(record);
      const known = value === Infinity ? notRead : value;
      const place = (ints[at + 1] ?? 0) / 4;
      ints[at] = known;
      ints[place] = known;
      if (known === notRead) {
        wereRead = false;
        forget(ints, place, lengthOf(batch, cell));
      } else if (known > this.#highest) this.#highest = known;
      else this.#lose(batch, cell);
    }
    calls.settle(room.values, from, to, room.texts);
    if (!wereRead) {
      // It is refused in each of its records.
      for (let record = from; record < to; record++) {
        if (ints[values + record] === notRead) ints[values + record] = read(record);
      }
    }
    for (const table of this.#tables) this.#growIfFull(room.kernel, table);
  }

  #days(room: KernelBatch, batch: RecordBatch, column: number, blank: number | null, read: ReadCell): Int32Array {
    const { calls, ints } = room.kernel;
    const step = batch.width * 4;
    const starts = room.starts + column * 4;
    const ends = room.ends + column * 4;
    const at = this.#at;
    const { count } = batch;
    let misses = 0;
    let record = 0;
    for (;;) {
      record = calls.plainDays(at, starts, ends, step, record, count, room.values, blank ?? 0, blank === null);
      if (record === count) break;
      misses++;
      const value = read(record);
      ints[room.values / 4 + record] = value;
      if (value !== Infinity) this.#remember(batch, record * batch.width + column, value, "day");
      record++;
    }
    this.#judge(misses, count);
    return ints.subarray(room.values / 4, room.values / 4 + count);
  }

  /**
   * The numbers of a batch's cells, in the same way. A blank cell is `blank`. True where all were read as plain numbers are,
   * so that none is blank or below zero.
   */
  numbers(
    batch: RecordBatch,
    column: number,
    blank: number,
    plain: PlainNumbers,
    read: ReadCell,
    into: Float64Array,
    base: number,
  ): boolean {
    const room = this.#roomOf(batch);
    if (room === null) {
      readEach(batch, read, into, base);
      return false;
    }
    const { calls, ints, numbers } = room.kernel;
    const step = batch.width * 4;
    const starts = room.starts + column * 4;
    const ends = room.ends + column * 4;
    const { longest: most, decimals, below } = plain;
    const { count } = batch;
    let misses = 0;
    let record = 0;
    for (;;) {
      record = calls.plainNumbers(
        this.#at,
        starts,
        ends,
        step,
        record,
        count,
        room.values,
        blank,
        most,
        decimals,
        below,
      );
      if (record === count) break;
      misses++;
      const value = read(record);
      numbers[room.values / 8 + record] = value;
      if (value !== Infinity) this.#remember(batch, record * batch.width + column, value, "number");
      record++;
    }
    this.#judge(misses, count);
    into.set(numbers.subarray(room.values / 8, room.values / 8 + count), base);
    return misses === 0 && ints[wereOthers] === 0;
  }

  /** Forgets all cells. */
  clear(): void {
    this.#highest = -1;
    if (this.#kernel === null || this.#reader !== this.#kernel.reader) return;
    for (const table of this.#tables) {
      if (table.power === 0) continue;
      this.#kernel.bytes.fill(0, table.at, table.at + bytesOf(table));
      this.#tell(this.#kernel, table);
    }
  }

  #begin(kernel: Kernel): void {
    this.#kernel = kernel;
    this.#reader = kernel.reader;
    this.#at = kernel.allocateZeros(4 * 3 * wordsOfTable);
    this.#tables = [16, 32, 64].map((sizeOfSlot) => ({ sizeOfSlot, power: 0, at: 0, lost: 0 }));
    this.#rest = 0;
    this.#nextRest = 1;
    this.#highest = -1;
  }

  #remember(batch: RecordBatch, cell: number, value: number, kind: "int" | "day" | "number"): void {
    const start = batch.starts[cell] ?? 0;
    const length = lengthOf(batch, cell);
    const kernel = this.#kernel;
    const table = this.#tables[length <= 8 ? 0 : length <= 24 ? 1 : 2];
    if (length === 0 || length > longest || kernel === null || table === undefined) return;
    if (kind === "day" && kernel.calls.rememberDay(start, length, value) !== 0) return;
    if (kind === "int" && value > this.#highest) this.#highest = value;
    else table.lost++;
    if (table.power === 0 && !this.#grow(kernel, table)) return;
    kernel.calls.remember(this.#at, start, length, value, kind === "number");
    this.#growIfFull(kernel, table);
  }

  /** Counts a cell that was read before. */
  #lose(batch: RecordBatch, cell: number): void {
    const table = this.#tables[lengthOf(batch, cell) <= 8 ? 0 : 1];
    if (table !== undefined) table.lost++;
  }

  /** Cells that do not come back, as claims of patients who stand one after the other, need no more room. */
  #growIfFull(kernel: Kernel, table: CellTable): void {
    const slots = 1 << table.power;
    const taken = kernel.ints[this.#at / 4 + this.#tables.indexOf(table) * wordsOfTable + 2] ?? 0;
    if (taken * 2 > slots && table.lost * 8 > slots) this.#grow(kernel, table);
  }

  /** Puts a larger table in the place of a table; false where there is no room for it. */
  #grow(kernel: Kernel, table: CellTable): boolean {
    const power = slotsInTurn.find((next) => next > table.power);
    if (power === undefined) return false;
    const [from, size] = [table.at, table.power === 0 ? 0 : bytesOf(table)];
    const at = kernel.allocateZeros(((1 << power) + slotsBehind) * table.sizeOfSlot);
    if (at === 0) return false;
    table.at = at;
    table.power = power;
    table.lost = 0;
    const words = this.#tell(kernel, table);
    kernel.calls.moveSlots(from, from + size, table.sizeOfSlot, words);
    return true;
  }

  /** Tells the kernel of a table, an empty one; where the words for it are. */
  #tell(kernel: Kernel, table: CellTable): number {
    const words = this.#at / 4 + this.#tables.indexOf(table) * wordsOfTable;
    kernel.ints[words] = table.at;
    kernel.ints[words + 1] = 64 - table.power;
    kernel.ints[words + 2] = 0;
    return words * 4;
  }

  /** Rests where asking the kernel costs more than it saves. */
  #judge(misses: number, count: number): void {
    if (misses * 2 <= count) {
      this.#nextRest = 1;
      return;
    }
    this.#rest = this.#nextRest;
    this.#nextRest = Math.min(this.#nextRest * 2, longestRest);
  }
}

function bytesOf({ power, sizeOfSlot }: CellTable): number {
  return ((1 << power) + slotsBehind) * sizeOfSlot;
}

function lengthOf({ starts, ends }: RecordBatch, cell: number): number {
  return (ends[cell] ?? 0) - (starts[cell] ?? 0);
}

/** Makes the slot of an answer one of no cell, where the cell has so many bytes. */
function forget(ints: Int32Array, place: number, length: number): void {
  const first = place - (length <= 8 ? 2 : 6);
  ints[first] = -1;
  ints[first + 1] = -1;
}

/** Every cell by the portable path. */
function readEach({ count }: RecordBatch, read: ReadCell, into: Int32Array | Float64Array, base: number): void {
  for (let record = 0; record < count; record++) into[base + record] = read(record);
}
