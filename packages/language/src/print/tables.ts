/** Tables and layouts as text. */
import type { FileTable, LayoutEntry, ListsClause, WrittenTable } from "../ast/nodes.js";
import { rowsInColumns } from "../format/columns.js";
import { writeCell } from "../syntax/table-rows.js";
import { joined, rowOf, textOf } from "./words.js";

/** The rows of a written table between bars, in columns. */
export function rowsOf({ columns, rows }: WrittenTable): readonly string[] {
  const header = columns.map(({ name, type }) => joined(name, type));
  const cells = rows.map((row) => row.cells.map((cell) => writeCell(cell.text)));
  return rowsInColumns([header, ...cells]);
}

/** `lists valid codes effective row.X to row.Y` */
export function listsOf({ from, to }: ListsClause): string {
  const days = joined(from && rowOf(from), to && `to ${rowOf(to)}`);
  return joined("lists valid codes", days === "" ? null : `effective ${days}`);
}

/** The columns of a table in a file. */
export function fileColumnsOf({ columns }: FileTable): string {
  return columns
    .map(({ name, type, header }) => joined(name.text, type, header && `from ${textOf(header)}`))
    .join(", ");
}

/** `date from "SVC_DATE" as "MM/DD/YYYY"` */
export function entryOf({ field, headers, as, splitBy }: LayoutEntry): string {
  return joined(
    `${field.text} from ${headers.map(textOf).join(", ")}`,
    as && `as ${textOf(as)}`,
    splitBy && `split by ${textOf(splitBy)}`,
  );
}
