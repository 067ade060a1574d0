/**
 * One side of a comparison as something that can be read of a line and a row: numbers, days, texts or lists, blank where
 * there is nothing.
 */
import type { Operand, TableColumn, TableData, ValueType } from "@edict/rulebook";
import { formatDate, noDate, parseIsoDate } from "@edict/rulebook";
import { cellDay, cellNumber, cellText, columnOfTable } from "../columns/cells.js";
import { dayOf } from "../columns/date-ranges.js";
import type { Names } from "../plan/names.js";

/** NaN is the blank of a number and of a day, null of a text, the empty list of a list. */
export type Reader =
  | { readonly kind: "number"; readonly read: (line: number, row: number) => number }
  | { readonly kind: "day"; readonly read: (line: number, row: number) => number }
  | { readonly kind: "text"; readonly read: (line: number, row: number) => string | null }
  | { readonly kind: "list"; readonly read: (line: number, row: number) => readonly string[] };

export function readerOf(operand: Operand, names: Names, table: TableData | null): Reader {
  switch (operand.kind) {
    case "field":
      return fieldReader(operand.field, names);
    case "row":
      return cellReader(columnOfTable(table, operand.column));
    case "number":
      return valueReader(operand.value, "number");
    case "date":
      return valueReader(operand.value, "date");
    case "text":
    case "code":
      return valueReader(operand.value, "text");
  }
}

export function fieldReader(field: string, names: Names): Reader {
  const column = names.fields.column(field);
  switch (column.kind) {
    case "number":
      return { kind: "number", read: (line) => column.values[line] ?? NaN };
    case "date":
      return { kind: "day", read: (line) => dayOrBlank(column.days[line] ?? noDate) };
    case "text":
      return { kind: "text", read: (line) => column.values[column.ids[line] ?? -1] ?? null };
    case "list":
      return { kind: "list", read: (line) => column.values[column.ids[line] ?? -1] ?? [] };
  }
}

export function cellReader(column: TableColumn): Reader {
  switch (column.cells.kind) {
    case "number":
      return { kind: "number", read: (_line, row) => cellNumber(column, row) };
    case "date":
      return { kind: "day", read: (_line, row) => dayOrBlank(cellDay(column, row)) };
    case "text":
      return { kind: "text", read: (_line, row) => cellText(column, row) };
  }
}

export function valueReader(value: string | number, type: ValueType): Reader {
  if (typeof value === "number") return { kind: "number", read: () => value };
  if (type === "date" && parseIsoDate(value) !== null) {
    const day = dayOf(value);
    return { kind: "day", read: () => day };
  }
  return { kind: "text", read: () => value };
}

/** What the reader reads, as texts: numbers in their shortest form, dates as ISO. Empty where blank. */
export function textsOf(reader: Reader): (line: number, row: number) => readonly string[] {
  switch (reader.kind) {
    case "number":
      return (line, row) => {
        const value = reader.read(line, row);
        return Number.isNaN(value) ? [] : [String(value)];
      };
    case "day":
      return (line, row) => {
        const day = reader.read(line, row);
        return Number.isNaN(day) ? [] : [formatDate(day)];
      };
    case "text":
      return (line, row) => {
        const text = reader.read(line, row);
        return text === null ? [] : [text];
      };
    case "list":
      return reader.read;
  }
}

function dayOrBlank(day: number): number {
  return day === noDate ? NaN : day;
}
