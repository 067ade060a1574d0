/** The lines of a run as the engine takes them: sorted columns, with ages worked out from dates of birth. */
import type { Charges, DateColumn, NumberColumn, TextColumn } from "@edict/rulebook";
import { dateParts, noDate } from "@edict/rulebook";
import type { GrowingInts, GrowingNumbers } from "../columns/growing.js";
import { RoomForInts } from "../columns/growing.js";
import type { OwnTexts } from "../columns/own-texts.js";
import type { LineStore } from "./line-store.js";
import type { ModifierSets } from "./modifier-sets.js";
import { sortLines } from "./sort-lines.js";
import type { Store } from "./stores.js";

/** What is made into columns. */
export interface LinesRequest {
  readonly lines: LineStore;
  readonly sets: ModifierSets;
  /** Lines with 1 are left out; null: none. */
  readonly out: Uint8Array | null;
  /** The place in the input of the first line. */
  readonly first: number;
  /** True where nobody needs the lines afterwards: then they are not in memory twice, sorted and not. */
  readonly areLast: boolean;
  /** Where the places in the input are written. */
  readonly orders: RoomForInts;
}

/** The columns of the lines that are not `out`. */
export function chargesOfLines({ lines, sets, out, first, areLast, orders }: LinesRequest): Charges {
  const { patients, places, patientIds } = sortLines({
    patientIds: lines.patient.ids.all(),
    patients: lines.patient.texts.values,
    days: lines.date.days.all(),
    out,
  });
  const sorted: Sorted = {
    ints: (column) => (areLast && places !== null ? column.move(places) : column.pick(places)),
    numbers: (column) => (areLast && places !== null ? column.move(places) : column.pick(places)),
    texts: (column) => column.column(places),
  };
  if (areLast && places !== null) lines.patient.ids.move(new Int32Array(0));
  return columnsOf(lines, sets, sorted, {
    patient: { kind: "text", ids: patientIds, values: patients },
    order: orderOf(places, first, orders.room(patientIds.length)),
  });
}

/** One file is place 0: memory that nobody writes to does for that. */
const zeros = new RoomForInts();

/** What of some lines is known when they are sorted. */
export interface SortedPart {
  readonly patient: TextColumn;
  readonly order: Int32Array;
}

/** The columns of sorted lines. */
export function columnsOf(
  lines: LineStore,
  sets: ModifierSets,
  sorted: Sorted,
  { patient, order }: SortedPart,
): Charges {
  const count = patient.ids.length;
  const date: DateColumn = { kind: "date", days: sorted.ints(lines.date.days) };
  const shownIds = sorted.ints(lines.modifiers.ids);
  const fields = new Map<string, TextColumn | NumberColumn | DateColumn>();
  for (const [field, store] of lines.others) fields.set(field, columnOf(store, sorted));
  const units = sorted.numbers(lines.units.values);
  const birth = fields.get("birth");
  if (birth?.kind === "date") fields.set("age", ages(birth, fields.get("age"), date));
  return {
    count,
    files: lines.files,
    file: lines.files.length === 1 ? zeros.room(count) : sorted.ints(lines.file),
    row: sorted.ints(lines.row),
    order,
    patient,
    date,
    code: { kind: "text", ids: sorted.ints(lines.code.ids), values: lines.code.texts.values },
    modifiers: { kind: "list", ids: setsOf(shownIds, sets), values: sets.values },
    shownModifiers: { kind: "list", ids: shownIds, values: lines.modifiers.lists.values },
    units: { kind: "number", values: lines.units.values.arePlain ? units : oneWhereBlank(units) },
    diagnoses: { kind: "list", ids: sorted.ints(lines.diagnoses.ids), values: lines.diagnoses.lists.values },
    fields,
  };
}

/** Columns in the order of the lines. */
export interface Sorted {
  readonly ints: (column: GrowingInts) => Int32Array;
  readonly numbers: (column: GrowingNumbers) => Float64Array;
  readonly texts: (column: OwnTexts) => TextColumn;
}

function orderOf(places: Int32Array | null, first: number, order: Int32Array): Int32Array {
  if (places === null) {
    for (let line = 0; line < order.length; line++) order[line] = first + line;
    return order;
  }
  if (first === 0) return places;
  for (let line = 0; line < order.length; line++) order[line] = first + (places[line] ?? 0);
  return order;
}

/** The ids of the sets; the very ids of the lists where every list is its set. */
function setsOf(shown: Int32Array, sets: ModifierSets): Int32Array {
  if (sets.areLists) return shown;
  const ids = new Int32Array(shown.length);
  for (let line = 0; line < ids.length; line++) ids[line] = sets.setOf(shown[line] ?? -1);
  return ids;
}

/** The units, which are these lines' own by now. */
function oneWhereBlank(units: Float64Array): Float64Array {
  for (let line = 0; line < units.length; line++) if (Number.isNaN(units[line])) units[line] = 1;
  return units;
}

function columnOf(store: Store, sorted: Sorted): TextColumn | NumberColumn | DateColumn {
  switch (store.kind) {
    case "text":
      return { kind: "text", ids: sorted.ints(store.ids), values: store.texts.values };
    case "own-text":
      return sorted.texts(store.texts);
    case "number":
      return { kind: "number", values: sorted.numbers(store.values) };
    case "date":
      return { kind: "date", days: sorted.ints(store.days) };
    case "list":
      throw new Error("modifiers and diagnoses are the only lists, and both have columns of their own");
  }
}

/** The line's own age where it is filled, else whole years from birth to the date of service. */
function ages(
  birth: DateColumn,
  own: TextColumn | NumberColumn | DateColumn | undefined,
  date: DateColumn,
): NumberColumn {
  const values = own?.kind === "number" ? own.values.slice() : new Float64Array(birth.days.length).fill(NaN);
  for (let line = 0; line < values.length; line++) {
    const born = birth.days[line] ?? noDate;
    if (Number.isNaN(values[line]) && born !== noDate) values[line] = wholeYears(born, date.days[line] ?? noDate);
  }
  return { kind: "number", values };
}

function wholeYears(born: number, day: number): number {
  const [from, to] = [dateParts(born), dateParts(day)];
  const hadBirthday = to.month > from.month || (to.month === from.month && to.day >= from.day);
  return to.year - from.year - (hadBirthday ? 0 : 1);
}
