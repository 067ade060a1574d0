/** Parts that stand in columns with one another: rows of a table, lines of a test, entries of a layout. */
import type { BareDeclaration } from "../syntax/grammar/declarations.js";

/** Lines of cells, each cell under the one above it. */
export function inColumns(kind: BareDeclaration["kind"], lines: readonly (readonly string[])[]): readonly string[] {
  if (kind === "table") return rowsInColumns(lines);
  // What nothing follows needs no room: a long last cell pushes no column to the right.
  const whole = lines.map((cells) => cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1));
  const widths = widthsOf(whole.map((cells) => cells.slice(0, -1)));
  const between = kind === "layout" ? " " : "  ";
  return whole.map((cells) =>
    cells.map((cell, at) => (at === cells.length - 1 ? cell : padded(cell, widths[at] ?? 0))).join(between),
  );
}

/** Rows between bars; a row that is not whole yet has fewer cells. */
export function rowsInColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = widthsOf(rows);
  return rows.map((cells) => `| ${cells.map((cell, at) => padded(cell, widths[at] ?? 0)).join(" | ")} |`);
}

function widthsOf(lines: readonly (readonly string[])[]): readonly number[] {
  const widths: number[] = [];
  for (const cells of lines)
    for (const [at, cell] of cells.entries()) widths[at] = Math.max(widths[at] ?? 0, [...cell].length);
  return widths;
}

function padded(cell: string, width: number): string {
  return cell + " ".repeat(Math.max(0, width - [...cell].length));
}
