/** Charge lines as the reference evaluator takes them, of the columns that the engine takes. */
import type { Charges, TextColumn } from "@edict/rulebook";
import { formatDate, noDate } from "@edict/rulebook";
import type { PlainLine } from "../reference/index.js";

/** The lines in the order of the input. */
export function plainLines(charges: Charges): readonly PlainLine[] {
  const inOrder = Array.from({ length: charges.count }, (_, line) => line).sort(
    (a, b) => (charges.order[a] ?? 0) - (charges.order[b] ?? 0),
  );
  return inOrder.map((line) => ({
    file: charges.files[charges.file[line] ?? -1]?.name ?? "",
    row: charges.row[line] ?? 0,
    patient: textAt(charges.patient, line) ?? "",
    date: formatDate(charges.date.days[line] ?? 0),
    code: textAt(charges.code, line) ?? "",
    modifiers: charges.shownModifiers.values[charges.shownModifiers.ids[line] ?? -1] ?? [],
    units: charges.units.values[line] ?? 0,
    diagnoses: charges.diagnoses.values[charges.diagnoses.ids[line] ?? -1] ?? [],
    fields: Object.fromEntries(
      [...charges.fields].flatMap(([name, column]) => {
        const value = valueAt(column, line);
        return value === null ? [] : [[name, value]];
      }),
    ),
  }));
}

type FieldColumn = Charges["fields"] extends ReadonlyMap<string, infer C> ? C : never;

function valueAt(column: FieldColumn, line: number): string | number | null {
  switch (column.kind) {
    case "text":
      return textAt(column, line);
    case "number": {
      const value = column.values[line] ?? NaN;
      return Number.isNaN(value) ? null : value;
    }
    case "date": {
      const day = column.days[line] ?? noDate;
      return day === noDate ? null : formatDate(day);
    }
  }
}

function textAt(column: TextColumn, line: number): string | null {
  return column.values[column.ids[line] ?? -1] ?? null;
}
