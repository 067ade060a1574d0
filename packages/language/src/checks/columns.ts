/** `row.x`: is a table read, has it the column, and does the column hold what must stand there? */
import type { ColumnType } from "@edict/rulebook";
import type { RowReference } from "../ast/nodes.js";
import { nearest } from "../diagnostics/near.js";
import { names } from "../diagnostics/names.js";
import { report } from "../diagnostics/report.js";
import { tables } from "../diagnostics/tables.js";
import type { Book } from "../names/book.js";
import { cellOf } from "../names/cells.js";
import type { ColumnFacts, TableFacts } from "../names/tables.js";
import { columnNamed } from "../names/tables.js";
import type { Source } from "../source/source.js";
import { stretchOf } from "../source/source.js";

/** What a column of a type holds, for messages. */
export const contents: { readonly [T in ColumnType]: string } = {
  text: "texts",
  number: "numbers",
  date: "dates",
  code: "codes",
  diagnosis: "diagnoses",
};

/** The column that a reference means; null where there is none, which is reported. */
export function findColumn(
  book: Book,
  source: Source,
  reference: RowReference,
  table: TableFacts | "unknown" | null,
): ColumnFacts | null {
  if (table === "unknown") return null;
  const name = reference.column.text;
  if (table === null) {
    book.diagnostics.push(report(names, "row-without-table", stretchOf(source, reference), { name }));
    return null;
  }
  const column = columnNamed(table, name);
  if (column !== null || table.declaration.node.broken) return column;
  const at = stretchOf(source, reference.column);
  const columns = table.columns.map((other) => other.name);
  const near = nearest(name, columns);
  const fixes = near === null ? [] : [{ title: `write ${near}`, edits: [{ at, text: near }] }];
  book.diagnostics.push(report(names, "unknown-column", at, { name, table: table.name, columns, near }, { fixes }));
  return null;
}

/** Reports a reference to no column, or to one of another type. `wanted` says what must stand there: `codes`. */
export function checkColumn(
  book: Book,
  source: Source,
  reference: RowReference,
  table: TableFacts | "unknown" | null,
  types: readonly ColumnType[],
  wanted: string,
): void {
  const column = findColumn(book, source, reference, table);
  if (column !== null && table !== null && table !== "unknown" && !types.includes(column.type)) {
    reportColumnType(book, source, reference, table, column, wanted, types[0] ?? "text");
  }
}

/** Reports a column whose type does not fit, and proposes to write `type` in the header where it was found from the cells. */
export function reportColumnType(
  book: Book,
  source: Source,
  reference: RowReference,
  table: TableFacts,
  column: ColumnFacts,
  wanted: string,
  type: ColumnType | null,
): void {
  // A column that was never filled has no type of its own to speak of.
  if (table.declaration.node.broken) return;
  const header = stretchOf(table.declaration.source, column.at);
  const fixes =
    column.inferred && type !== null && canHold(table, column, type)
      ? [{ title: `write ${type} after the column's name`, edits: [{ at: header, text: `${column.name} ${type}` }] }]
      : [];
  const company = { related: [{ at: header, text: `${column.name} is declared here` }], fixes };
  const facts = { column: column.name, table: table.name, type: contents[column.type], wanted };
  book.diagnostics.push(report(tables, "wrong-column-type", stretchOf(source, reference), facts, company));
}

/** Codes of so many digits, some of which start with a zero. */
const zeroFirst: ReadonlyMap<string, string> = new Map([
  ["place", "02"],
  ["revenue", "0333"],
]);

/** Warns where such a field is compared with a column that was declared as numbers; one found from its cells has no zeros in front. */
export function checkZeros(
  book: Book,
  source: Source,
  reference: RowReference,
  { name: table, columns }: TableFacts,
  field: string,
): void {
  const example = zeroFirst.get(field);
  const column = columns.find(({ name }) => name === reference.column.text);
  if (example === undefined || column === undefined || column.type !== "number" || column.inferred) return;
  const facts = { column: column.name, table, field, example };
  book.diagnostics.push(report(tables, "zeros-lost", stretchOf(source, reference), facts));
}

/** Whether every cell of a written column can be of a type. */
function canHold({ columns, declaration }: TableFacts, column: ColumnFacts, type: ColumnType): boolean {
  const { source } = declaration.node;
  const at = columns.indexOf(column);
  return (
    source.kind === "written-table" && source.rows.every((row) => cellOf(type, row.cells[at]?.text ?? "") !== undefined)
  );
}
