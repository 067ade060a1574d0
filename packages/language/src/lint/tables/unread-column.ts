/** A column of a written table that no rule reads: either a condition was forgotten, or the column can go. */
import type { SyntaxNode } from "../../ast/children.js";
import { walk } from "../../ast/children.js";
import type { Book } from "../../names/book.js";
import { stretchOf } from "../../source/source.js";
import { bookLint } from "../lint.js";

export const unreadColumn = bookLint(
  {
    code: "unread-column",
    severity: "info",
    message: (p: { column: string; table: string }) =>
      `no rule reads the column ${p.column} of ${p.table}; use row.${p.column}, or take the column out`,
  },
  (book, found) => {
    const read = columnsRead(book);
    for (const table of book.tables.values()) {
      const { source, node } = table.declaration;
      if (node.source.kind !== "written-table" || !read.tables.has(table.name)) continue;
      for (const column of table.columns) {
        if (!read.columns.has(column.name))
          found(stretchOf(source, column.at), { column: column.name, table: table.name });
      }
    }
  },
);

interface Read {
  readonly tables: ReadonlySet<string>;
  readonly columns: ReadonlySet<string>;
}

/** The tables that rules name, and the columns that they read, of whatever table: a column is said to be unread only where none of that name is read. */
function columnsRead(book: Book): Read {
  const tables = new Set<string>();
  const columns = new Set<string>();
  for (const { rule, overrides } of book.rules) {
    for (const { node } of [rule, ...overrides]) {
      for (const part of walk(node)) {
        if (part.kind === "row-reference" && "column" in part && isNamed(part.column)) columns.add(part.column.text);
        if ("table" in part && isNamed(part.table)) tables.add(part.table.text);
        if (part.kind === "requires" && "requires" in part) addTable(part.requires, tables);
        for (const name of placeholdersOf(part)) columns.add(name);
      }
    }
  }
  return { tables, columns };
}

function addTable(requires: unknown, tables: Set<string>): void {
  if (typeof requires === "object" && requires !== null && "table" in requires && isNamed(requires.table)) {
    tables.add(requires.table.text);
  }
}

function isNamed(value: unknown): value is { readonly text: string } {
  return typeof value === "object" && value !== null && "text" in value && typeof value.text === "string";
}

/** The columns that a text in quotes names: `{row.units}`. */
function placeholdersOf(part: SyntaxNode): readonly string[] {
  if (part.kind !== "text-literal" || !isNamed(part)) return [];
  return [...part.text.matchAll(/\{row\.([^}]+)\}/g)].map(([, name = ""]) => name);
}
