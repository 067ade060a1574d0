/**
 * Whether the lines of some files come patient by patient, the patients in the order of bytes: then they can be evaluated
 * as they are read. Looked through before the first line is evaluated, since what was said cannot be taken back; no
 * column is made for that.
 */
import type { ChargeFile } from "@edict/rulebook";
import type { FileToRead } from "./files-to-read.js";
import { ChargeRows } from "./lines/charge-rows.js";
import { goBack, stateOf } from "./lines/go-back.js";
import { emptyLines } from "./lines/line-store.js";
import type { UseOfColumn } from "./records/json/json-keys.js";
import type { NamedCellsSink } from "./records/json/json-reader.js";
import { readChargeFile } from "./records/read-records.js";
import type { RecordPlace } from "./records/record-reader.js";
import type { RecordBatch } from "./records/record-batch.js";
import { isSpace, textOf } from "./records/record-batch.js";

/** Files whose lines come so. */
export interface GroupedFiles {
  /** The files with their fields. */
  readonly files: readonly ChargeFile[];
  /** Of each file: the keys of its lines, where they have to be known before it is read; else null. */
  readonly keys: readonly (readonly string[] | null)[];
  /** Of each file places between its records, from behind the header to its end; none where it is no text with a separator. */
  readonly places: readonly (readonly RecordPlace[])[];
  /** True where that was seen at the first look, of which `onPlace` heard. */
  readonly atFirst: boolean;
}

/** Hears of places between records, and what the file's fields are. */
export type OnPlace = (place: RecordPlace, file: ChargeFile) => void;

/** The files where the lines come so; null where they do not. */
export async function groupedFiles(
  files: readonly FileToRead[],
  onBytes: (count: number) => void,
  onPlace: OnPlace = () => {},
): Promise<GroupedFiles | null> {
  // Then a row without a patient has one all the same, and may stand anywhere.
  if (files.some(({ how }) => how.presets.texts.has("patient"))) return null;
  // At first rows that will be rejected count too, which is quicker; one of them may stand where no patient does.
  const skimmed = await inPatientOrder(files, onBytes, PatientSkim, onPlace);
  if (skimmed !== null) return { ...skimmed, atFirst: true };
  const seen = await inPatientOrder(files, onBytes, PatientColumn, () => {});
  return seen === null ? null : { ...seen, atFirst: false };
}

async function inPatientOrder(
  files: readonly FileToRead[],
  onBytes: (count: number) => void,
  Column: typeof PatientColumn,
  hear: OnPlace,
): Promise<Omit<GroupedFiles, "atFirst"> | null> {
  const lines = emptyLines();
  const keys: (readonly string[] | null)[] = [];
  const all: (readonly RecordPlace[])[] = [];
  let order = new PatientOrder();
  for (const { file, how } of files) {
    const [state, before] = [stateOf(lines), order];
    const places: RecordPlace[] = [];
    const begin = (): PatientColumn => {
      goBack(lines, state);
      order = before.copy();
      places.length = 0;
      // It understands the header as it will be understood when the lines are read, and is given no row.
      return new Column(new ChargeRows(file.name, lines, { ...how, size: 0 }), order);
    };
    const onPlace = (place: RecordPlace): void => {
      places.push(place);
      const fields = lines.files.at(-1);
      if (fields !== undefined) hear(place, fields);
    };
    keys.push(await readChargeFile(file, onBytes, begin, () => order.holds, onPlace));
    if (!order.holds) return null;
    all.push(places);
  }
  return { files: lines.files, keys, places: all };
}

/** Takes the patients one after another. */
class PatientOrder {
  /** False once a patient came behind one that stands behind it. */
  holds = true;
  #last = new Uint8Array(64);
  #length = 0;

  /** The same, as far as it is now. */
  copy(): PatientOrder {
    const copy = new PatientOrder();
    copy.holds = this.holds;
    copy.#last = this.#last.slice();
    copy.#length = this.#length;
    return copy;
  }

  /** A cell's patient, without the blanks around it. A row without one is rejected. */
  takeCell(bytes: Uint8Array, cellStart: number, cellEnd: number): void {
    let start = cellStart;
    let end = cellEnd;
    while (start < end && isSpace(bytes[start] ?? 0)) start++;
    while (start < end && isSpace(bytes[end - 1] ?? 0)) end--;
    if (start === end) return;
    if ((bytes[start] ?? 0) < 0x80 && (bytes[end - 1] ?? 0) < 0x80) {
      this.#take(bytes, start, end);
      return;
    }
    // White space beyond ASCII may stand around the patient.
    const patient = Buffer.from(textOf(bytes, start, end).trim());
    if (patient.length > 0) this.#take(patient, 0, patient.length);
  }

  #take(bytes: Uint8Array, start: number, end: number): void {
    const length = end - start;
    const last = this.#last;
    const both = Math.min(length, this.#length);
    let at = 0;
    while (at < both && last[at] === bytes[start + at]) at++;
    if (at === length && at === this.#length) return;
    if (at < both ? (bytes[start + at] ?? 0) < (last[at] ?? 0) : length < this.#length) this.holds = false;
    if (length > last.length) this.#last = new Uint8Array(length * 2);
    this.#last.set(bytes.subarray(start, end));
    this.#length = length;
  }
}

/** The column of patients of one file. */
class PatientColumn implements NamedCellsSink {
  constructor(
    protected readonly rows: ChargeRows,
    protected readonly order: PatientOrder,
  ) {}

  header(headers: readonly string[]): void {
    this.rows.header(headers);
    if (this.rows.patientColumn < 0) this.order.holds = false;
  }

  records({ bytes, starts, ends, count, width }: RecordBatch): void {
    const column = this.rows.patientColumn;
    for (let record = 0; record < count; record++) {
      const cell = record * width + column;
      this.order.takeCell(bytes, starts[cell] ?? 0, ends[cell] ?? 0);
    }
  }

  otherWidth(): void {}

  broken(): void {}

  unreadable(): void {}

  couldRead(name: string): boolean {
    return this.rows.couldRead(name);
  }

  useOf(column: number): UseOfColumn {
    return this.rows.useOf(column);
  }
}

/** The same, where rows with another number of cells than the header count too. */
class PatientSkim extends PatientColumn {
  readonly skim = {
    column: (): number => this.rows.patientColumn,
    take: (bytes: Uint8Array, start: number, end: number): void => this.order.takeCell(bytes, start, end),
  };

  override useOf(column: number): UseOfColumn {
    return column === this.rows.patientColumn ? super.useOf(column) : "ignored";
  }
}
