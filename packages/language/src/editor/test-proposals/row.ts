/** One row of a rule's table, for which a test of the rule is proposed. */
import type { NumberLiteral, RowReference, TableDeclaration } from "../../ast/nodes.js";

/** Cells by the name of their column. */
export type Row = ReadonlyMap<string, string>;

/** The first row of a written table without an empty cell; null where there is none, or the rows are in a file. */
export function firstRow({ source }: TableDeclaration): Row | null {
  if (source.kind === "file-table") return null;
  const full = source.rows.find(({ cells }) => cells.every(({ text }) => text !== ""));
  if (full === undefined) return null;
  return new Map(source.columns.map(({ name }, at) => [name, full.cells[at]?.text ?? ""]));
}

/** A number as written, or from the row; null where it is none. */
export function numberIn(amount: NumberLiteral | RowReference, row: Row | null): number | null {
  if (amount.kind === "number-literal") return amount.value;
  const text = row?.get(amount.column.text) ?? "";
  return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : null;
}
