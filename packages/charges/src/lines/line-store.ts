/** All lines of a run as they are read: one growing column a field, and the rows that were rejected. */
import type { ChargeFile, Rejected } from "@edict/rulebook";
import { ByteTexts } from "../columns/byte-texts.js";
import { GrowingInts, GrowingNumbers } from "../columns/growing.js";
import type { DateStore, ListStore, NumberStore, Store, TextStore } from "./stores.js";
import { Lists, fillWithBlanks } from "./stores.js";

/** The lines read so far. */
export interface LineStore {
  /** Of each line: the place of its file in `files`. */
  readonly file: GrowingInts;
  /** Of each line: its row in its file. */
  readonly row: GrowingInts;
  readonly files: ChargeFile[];
  /** Of each file: the header of its column of units, for credits that are rejected later. */
  readonly unitsHeaders: (string | null)[];
  /** Of lines that are credits: what stood in the cell, where that is not the number as it is usually written. */
  readonly creditCells: Map<number, string>;
  readonly rejected: Rejected[];
  readonly patient: TextStore;
  readonly date: DateStore;
  readonly code: TextStore;
  /** As the files have them. */
  readonly modifiers: ListStore;
  /** Credits are negative here; NaN where blank. */
  readonly units: NumberStore;
  readonly diagnoses: ListStore;
  /** The other fields that some file has. */
  readonly others: Map<string, Store>;
}

/** No lines. */
export function emptyLines(): LineStore {
  return {
    file: new GrowingInts(),
    row: new GrowingInts(),
    files: [],
    unitsHeaders: [],
    creditCells: new Map(),
    rejected: [],
    patient: { kind: "text", texts: new ByteTexts(), ids: new GrowingInts() },
    date: { kind: "date", days: new GrowingInts() },
    code: { kind: "text", texts: new ByteTexts(), ids: new GrowingInts() },
    modifiers: { kind: "list", lists: new Lists(), ids: new GrowingInts() },
    units: { kind: "number", values: new GrowingNumbers() },
    diagnoses: { kind: "list", lists: new Lists(), ids: new GrowingInts() },
    others: new Map(),
  };
}

/** Every column of a field. */
export function storesOf(lines: LineStore): Store[] {
  return [
    lines.patient,
    lines.date,
    lines.code,
    lines.modifiers,
    lines.units,
    lines.diagnoses,
    ...lines.others.values(),
  ];
}

/** Fills every field that the file just read lacks, so that all columns are as long as there are lines. */
export function levelColumns(lines: LineStore): void {
  for (const store of storesOf(lines)) fillWithBlanks(store, lines.row.length);
}
