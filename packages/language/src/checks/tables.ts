/** Declared tables: their columns, cells and files. */
import type { Node, TableDeclaration, WrittenTable } from "../ast/nodes.js";
import { report } from "../diagnostics/report.js";
import { tables } from "../diagnostics/tables.js";
import type { Book } from "../names/book.js";
import { checkColumn } from "./columns.js";
import { cellOf } from "../names/cells.js";
import type { Placed } from "../names/declared.js";
import type { TableFacts } from "../names/tables.js";
import type { Source } from "../source/source.js";
import { stretchOf } from "../source/source.js";

/** Tells whether the path of a table's file, as seen from the file that declares it, is a file. */
export type FileLookup = (source: Source, path: string) => boolean;

/** Cells that are reported for one column; one wrong type in a header would else be a thousand reports. */
const mostCells = 5;

/** Reports what is wrong with a table. */
export function checkTable(book: Book, { source, node }: Placed<TableDeclaration>, isFile: FileLookup): void {
  const facts = book.tables.get(node.name.text);
  // The second table of a name is told of where names are.
  if (facts === undefined || facts.declaration.node !== node) return;
  checkColumns(book, source, facts);
  checkLists(book, source, facts, node);
  if (node.source.kind === "written-table") checkCells(book, source, facts, node, node.source);
  else if (node.source.path.end > node.source.path.start && !isFile(source, node.source.path.text)) {
    const at = stretchOf(source, node.source.path);
    const facts = { path: node.source.path.text, list: node.lists !== null };
    book.diagnostics.push(report(tables, "missing-table-file", at, facts));
  }
}

function checkColumns(book: Book, source: Source, { columns }: TableFacts): void {
  const firsts = new Map<string, Node>();
  for (const { name, at } of columns) {
    const first = firsts.get(name);
    if (first === undefined) firsts.set(name, at);
    else {
      const related = [{ at: stretchOf(source, first), text: "the first stands here" }];
      book.diagnostics.push(report(tables, "column-twice", stretchOf(source, at), { name }, { related }));
    }
  }
}

/** A list of valid codes has its codes in one column, and its days in columns of dates. */
function checkLists(book: Book, source: Source, table: TableFacts, { lists, broken }: TableDeclaration): void {
  if (lists === null) return;
  for (const column of [lists.from, lists.to]) {
    if (column !== null) checkColumn(book, source, column, table, ["date"], "dates");
  }
  const codes = table.columns.filter(({ type }) => type === "code");
  if (codes.length === 1 || broken) return;
  const facts = { table: table.name, columns: codes.map(({ name }) => name) };
  book.diagnostics.push(report(tables, "list-without-codes", stretchOf(source, lists), facts));
}

const wanted = {
  text: "text",
  number: "number",
  date: "date such as 2026-03-02",
  code: "code",
  diagnosis: "diagnosis",
};

function checkCells(
  book: Book,
  source: Source,
  { columns }: TableFacts,
  declaration: TableDeclaration,
  { rows, rowsLeftOut }: WrittenTable,
): void {
  if (rows.length === 0 && !rowsLeftOut && !declaration.broken) {
    const { name } = declaration;
    book.diagnostics.push(report(tables, "empty-table", stretchOf(source, name), { name: name.text }));
  }
  for (const [index, { name, type }] of columns.entries()) {
    let told = 0;
    for (const row of rows) {
      const cell = row.cells[index];
      if (cell === undefined || cellOf(type, cell.text) !== undefined) continue;
      const facts = { cell: cell.text, column: name, wanted: wanted[type] };
      book.diagnostics.push(report(tables, "cell-not-of-type", stretchOf(source, cell), facts));
      if (++told >= mostCells) break;
    }
  }
}
