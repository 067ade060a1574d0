/** Tables and layouts as text; the rows of a written table in columns. */
import type { FileTable, LayoutEntry, WrittenTable } from "../ast/nodes.js";
import { joined, quoted, textOf } from "./words.js";

/** The rows of a written table between bars. */
export function rowsOf({ columns, rows }: WrittenTable): readonly string[] {
  const cells = [
    columns.map(({ name, type }) => joined(name, type)),
    ...rows.map((row) => row.cells.map((cell) => cellOf(cell.text))),
  ];
  const widths = columns.map((_, at) => cells.reduce((widest, row) => Math.max(widest, (row[at] ?? "").length), 0));
  return cells.map((row) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | ")} |`);
}

/** A cell as it stands between bars: what would be read otherwise stands in quotes. */
function cellOf(text: string): string {
  const needsQuotes = text !== text.trim() || /[\\"\n]/.test(text);
  return (needsQuotes ? quoted(text) : text).replaceAll("|", "\\|");
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
