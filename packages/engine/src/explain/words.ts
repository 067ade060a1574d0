/** Lines, fields, durations and amounts in the words of an explanation. */
import type { Amount, Charges, Duration, IsoDate, Measure } from "@edict/rulebook";
import { counted, formatDate, noDate, withDot } from "@edict/rulebook";
import type { FieldColumn } from "../columns/fields.js";
import { fromExact } from "../plan/exact.js";

export function codeOf(charges: Charges, line: number): string {
  return charges.code.values[charges.code.ids[line] ?? -1] ?? "";
}

export function dateOf(charges: Charges, line: number): IsoDate {
  return formatDate(charges.date.days[line] ?? 0);
}

/** `77290 on 2026-03-02 (row 5)` */
export function lineWords(charges: Charges, line: number): string {
  return `${codeOf(charges, line)} on ${dateOf(charges, line)} (row ${String(charges.row[line] ?? 0)})`;
}

/** The value of a line's field as it reads: `"AETNA"`, `2`, `59, XE`, `blank`. */
export function valueWords(column: FieldColumn, field: string, line: number): string {
  switch (column.kind) {
    case "text": {
      const text = column.values[column.ids[line] ?? -1];
      if (text === undefined) return "blank";
      return field === "primary diagnosis" ? withDot(text) : field === "code" ? text : JSON.stringify(text);
    }
    case "list": {
      const list = column.values[column.ids[line] ?? -1] ?? [];
      if (list.length === 0) return "blank";
      return (field === "diagnoses" ? list.map(withDot) : list).join(", ");
    }
    case "number": {
      const value = column.values[line] ?? NaN;
      return Number.isNaN(value) ? "blank" : String(value);
    }
    case "date": {
      const day = column.days[line] ?? noDate;
      return day === noDate ? "blank" : formatDate(day);
    }
  }
}

/** `60 days`, `1 month`. */
export function durationWords({ count, unit }: Duration): string {
  return counted(count, unit.slice(0, -1));
}

/** `3 units`, of exact ten-thousandths. */
export function measureWords(exact: number, measure: Measure): string {
  return counted(fromExact(exact), measure.slice(0, -1));
}

export function amountWords(amount: Amount, exact: number): string {
  return amount.kind === "number" ? String(amount.value) : `${String(fromExact(exact))} (row.${amount.column})`;
}

/** `12 days before`, `the same day`, `3 days after`: where a line lies as seen from another. */
export function distanceWords(charges: Charges, from: number, to: number): string {
  const difference = (charges.date.days[to] ?? 0) - (charges.date.days[from] ?? 0);
  if (difference === 0) return "the same day";
  return `${counted(Math.abs(difference), "day")} ${difference < 0 ? "before" : "after"}`;
}
