/** Charge lines as texts, one for each line with all that it has, for tests that compare ways of reading. */
import type { Charges } from "@edict/rulebook";
import { formatDate, textAt } from "@edict/rulebook";

export function linesAsText(charges: Charges): string[] {
  return Array.from({ length: charges.count }, (_, line) => {
    const fields = [...charges.fields].map(([name, column]) => {
      if (column.kind === "text") return `${name} ${textAt(column, line) ?? ""}`;
      return `${name} ${column.kind === "number" ? column.values[line] : column.days[line]}`;
    });
    return [
      `${charges.files[charges.file[line] ?? 0]?.name} ${charges.row[line]} ${charges.order[line]}`,
      charges.patient.values[charges.patient.ids[line] ?? -1],
      formatDate(charges.date.days[line] ?? 0),
      charges.code.values[charges.code.ids[line] ?? -1],
      charges.modifiers.values[charges.modifiers.ids[line] ?? -1]?.join(" "),
      charges.shownModifiers.values[charges.shownModifiers.ids[line] ?? -1]?.join(" "),
      charges.units.values[line],
      charges.diagnoses.values[charges.diagnoses.ids[line] ?? -1]?.join(" "),
      ...fields,
    ].join(" · ");
  });
}
