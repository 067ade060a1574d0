/** The mentions of a table: its columns, its file, and the cells that may name a code or a party. */
import { codeShape, diagnosisShape, nameShape } from "@edict/rulebook";
import type { Node, TableDeclaration, WrittenColumn } from "../../ast/nodes.js";
import type { Source } from "../../source/source.js";
import type { Take } from "./mention.js";
import { mentionOfRow } from "./of-condition.js";
import { takeText } from "./quoted.js";

/** Takes what a table mentions. */
export function mentionsOfTable(source: Source, { name, lists, source: rows }: TableDeclaration, take: Take): void {
  const table = name.text;
  for (const column of [lists?.from ?? null, lists?.to ?? null]) {
    if (column !== null) mentionOfRow(column, { kind: "table", name: table }, null, take);
  }
  if (rows.kind === "file-table") {
    takeText(source, rows.path, { kind: "table-path" }, take);
    for (const column of rows.columns) take(column.name, column.name.text, { kind: "declaring-column", table });
    return;
  }
  for (const column of rows.columns) {
    const at = nameOf(source, column);
    if (at !== null) take(at, column.name, { kind: "declaring-column", table });
  }
  for (const { cells } of rows.rows) {
    for (const [column, cell] of cells.entries()) {
      const { text } = cell;
      if (!codeShape.test(text) && !diagnosisShape.test(text) && !nameShape.test(text)) continue;
      const at = within(source, cell, text);
      if (at !== null) take(at, text, { kind: "cell", table, column });
    }
  }
}

/** The place of a column's name: its cell may be in quotes, and may hold a type too. */
export function nameOf(source: Source, column: WrittenColumn): Node | null {
  return column.name === "" ? null : within(source, column, column.name);
}

function within(source: Source, cell: Node, text: string): Node | null {
  const start = source.text.charAt(cell.start) === '"' ? cell.start + 1 : cell.start;
  return source.text.startsWith(text, start) ? { start, end: start + text.length } : null;
}
