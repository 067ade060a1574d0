/** `FIELD is missing`, `FIELD is present`. */
import type { PresenceCondition } from "@edict/rulebook";
import { noDate } from "@edict/rulebook";
import type { FieldColumn } from "../columns/fields.js";
import type { Names } from "../plan/names.js";
import type { LineTest } from "./condition.js";

export function presenceTest(condition: PresenceCondition, names: Names): LineTest {
  const column = names.fields.column(condition.field);
  const present = condition.is === "present";
  return (line) => isBlank(column, line) !== present;
}

/** Whether nothing stands in the line's field; an empty list is blank too. */
export function isBlank(column: FieldColumn, line: number): boolean {
  switch (column.kind) {
    case "text":
    case "list":
      return (column.ids[line] ?? -1) < 0;
    case "number":
      return Number.isNaN(column.values[line] ?? NaN);
    case "date":
      return (column.days[line] ?? noDate) === noDate;
  }
}
