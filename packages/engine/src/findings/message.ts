/** The message of a finding: its parts with the placeholders filled. What is blank on the line prints nothing. */
import type { Charges, MessagePart, Placeholder } from "@edict/rulebook";
import { formatDate } from "@edict/rulebook";
import { columnOfTable } from "../columns/cells.js";
import { fromExact } from "../plan/exact.js";
import { cellOf } from "../table-data.js";
import { fieldText } from "./line-values.js";
import type { Raised } from "./raised.js";

export function messageOf(raised: Raised, charges: Charges): string {
  return raised.version.clauses.outcome.message.map((part) => partText(part, raised, charges)).join("");
}

function partText(part: MessagePart, raised: Raised, charges: Charges): string {
  switch (part.kind) {
    case "text":
      return part.text;
    case "row":
      return raised.row < 0 ? "" : String(cellOf(columnOfTable(raised.version.table, part.column), raised.row) ?? "");
    case "placeholder":
      return placeholderText(part.name, raised, charges);
  }
}

function placeholderText(name: Placeholder, raised: Raised, charges: Charges): string {
  const { line, nearest, count, allowed } = raised;
  const { days } = charges.date;
  const day = days[line] ?? 0;
  switch (name) {
    case "code":
      return codeOf(charges, line);
    case "date":
      return formatDate(day);
    case "units":
      return String(charges.units.values[line] ?? 1);
    case "payer":
      return fieldText(charges, "payer", line) ?? "";
    case "other.code":
      return nearest < 0 ? "" : codeOf(charges, nearest);
    case "other.date":
      return nearest < 0 ? "" : formatDate(days[nearest] ?? 0);
    case "days":
      return nearest < 0 ? "" : String(Math.abs((days[nearest] ?? 0) - day));
    case "count":
      return count === null ? "" : String(fromExact(count));
    case "allowed":
      return allowed === null ? "" : String(fromExact(allowed));
  }
}

function codeOf(charges: Charges, line: number): string {
  return charges.code.values[charges.code.ids[line] ?? -1] ?? "";
}
