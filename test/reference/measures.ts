/** How much is there: units, lines or days (ruling 7: units are summed as whole ten-thousandths). */
import type { Amount, Measure } from "@edict/rulebook";
import type { Row } from "./book.js";
import { cellOf } from "./book.js";
import type { Line } from "./lines.js";

/** The sum of units, the number of lines or of distinct dates of service. */
export function measured(measure: Measure, lines: readonly Line[]): number {
  switch (measure) {
    case "units":
      return fromTenThousandths(lines.reduce((sum, line) => sum + tenThousandths(line.units), 0));
    case "lines":
      return lines.length;
    case "days":
      return new Set(lines.map((line) => line.day)).size;
  }
}

/** A number of the rule, or the cell of its table's row; rows without one are unusable and never asked. */
export function amountOf(amount: Amount, row: Row | null): number {
  if (amount.kind === "number") return amount.value;
  const cell = cellOf(row, amount.column);
  if (typeof cell !== "number")
    throw new Error(`an amount is read of column ${amount.column}, whose cell is no number`);
  return cell;
}

/** A number as whole ten-thousandths, in which sums and quotients are exact. */
export function tenThousandths(value: number): number {
  return Math.round(value * 10_000);
}

export function fromTenThousandths(value: number): number {
  return value / 10_000;
}
