/** Charge lines as findings show them. */
import type { Charges, FindingLine } from "@edict/rulebook";
import { formatDate, textAt } from "@edict/rulebook";

export class FindingLines {
  private readonly made = new Map<number, FindingLine>();

  constructor(readonly charges: Charges) {}

  /** One object for each line: a patient's findings may name the same line many times. */
  of(line: number): FindingLine {
    const known = this.made.get(line);
    if (known !== undefined) return known;
    const made = findingLine(this.charges, line);
    this.made.set(line, made);
    return made;
  }
}

function findingLine(charges: Charges, line: number): FindingLine {
  const row = charges.row[line] ?? 0;
  return {
    file: charges.files[charges.file[line] ?? -1]?.name ?? "",
    row,
    line: fieldText(charges, "line", line) ?? String(row),
    patient: charges.patient.values[charges.patient.ids[line] ?? -1] ?? "",
    claim: fieldText(charges, "claim", line),
    date: formatDate(charges.date.days[line] ?? 0),
    code: charges.code.values[charges.code.ids[line] ?? -1] ?? "",
    modifiers: charges.shownModifiers.values[charges.shownModifiers.ids[line] ?? -1] ?? [],
    units: charges.units.values[line] ?? 1,
    amount: amountOf(charges, line),
  };
}

/** The text of a field of texts; null where blank, or where the file has no such column. */
export function fieldText(charges: Charges, field: string, line: number): string | null {
  const column = charges.fields.get(field);
  return column?.kind === "text" ? textAt(column, line) : null;
}

function amountOf(charges: Charges, line: number): number | null {
  const column = charges.fields.get("amount");
  const value = column?.kind === "number" ? (column.values[line] ?? NaN) : NaN;
  return Number.isNaN(value) ? null : value;
}
