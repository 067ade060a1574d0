/** The lines of a run as the engine takes them: sorted columns, with ages worked out from dates of birth. */
import type { Charges, DateColumn, NumberColumn, TextColumn } from "@edict/rulebook";
import { dateParts, noDate } from "@edict/rulebook";
import type { LineStore } from "./line-store.js";
import type { ModifierSets } from "./modifier-sets.js";
import { sortLines } from "./sort-lines.js";
import type { Store } from "./stores.js";

/** The columns of the lines that are not `out`; `first` is the place in the input of the first line. */
export function chargesOfLines(lines: LineStore, sets: ModifierSets, out: Uint8Array | null, first: number): Charges {
  const { patients, places, patientIds } = sortLines({
    patientIds: lines.patient.ids.all(),
    patients: lines.patient.texts.values,
    days: lines.date.days.all(),
    out,
  });
  const date: DateColumn = { kind: "date", days: lines.date.days.pick(places) };
  const shownIds = lines.modifiers.ids.pick(places);
  const fields = new Map<string, TextColumn | NumberColumn | DateColumn>();
  for (const [field, store] of lines.others) fields.set(field, columnOf(store, places));
  const birth = fields.get("birth");
  if (birth?.kind === "date") fields.set("age", ages(birth, fields.get("age"), date));
  return {
    count: patientIds.length,
    files: lines.files,
    file: lines.file.pick(places),
    row: lines.row.pick(places),
    order: orderOf(places, patientIds.length, first),
    patient: { kind: "text", ids: patientIds, values: patients },
    date,
    code: { kind: "text", ids: lines.code.ids.pick(places), values: lines.code.texts.values },
    modifiers: { kind: "list", ids: setsOf(shownIds, sets), values: sets.values },
    shownModifiers: { kind: "list", ids: shownIds, values: lines.modifiers.lists.values },
    units: { kind: "number", values: oneWhereBlank(lines.units.values.pick(places)) },
    diagnoses: { kind: "list", ids: lines.diagnoses.ids.pick(places), values: lines.diagnoses.lists.values },
    fields,
  };
}

function orderOf(places: Int32Array | null, count: number, first: number): Int32Array {
  const order = places === null ? new Int32Array(count) : places.slice();
  for (let line = 0; line < count; line++) order[line] = first + (places === null ? line : (places[line] ?? 0));
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

function columnOf(store: Store, places: Int32Array | null): TextColumn | NumberColumn | DateColumn {
  switch (store.kind) {
    case "text":
      return { kind: "text", ids: store.ids.pick(places), values: store.texts.values };
    case "own-text":
      return store.texts.column(places);
    case "number":
      return { kind: "number", values: store.values.pick(places) };
    case "date":
      return { kind: "date", days: store.days.pick(places) };
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
