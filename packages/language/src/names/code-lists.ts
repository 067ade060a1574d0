/** Tables that list valid codes: which of their columns hold the codes, and the days between which each is valid. */
import type { Table } from "@edict/rulebook";
import { placeAt } from "../source/source.js";
import type { Book } from "./book.js";
import type { TableFacts } from "./tables.js";

/** A table that lists valid codes, by the names of its columns. */
export interface CodeListFacts {
  readonly table: TableFacts;
  readonly codes: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** What a table lists; null where it lists nothing, or something of it is wrong. */
export function codeListOf(book: Pick<Book, "tables">, name: string): CodeListFacts | null {
  const table = book.tables.get(name);
  const lists = table?.declaration.node.lists ?? null;
  const codes = table?.columns.filter(({ type }) => type === "code") ?? [];
  const [only] = codes;
  if (table === undefined || lists === null || only === undefined || codes.length > 1) return null;
  const [from, to] = [lists.from, lists.to].map((column) => column?.column.text ?? null);
  return { table, codes: only.name, from: from ?? null, to: to ?? null };
}

/** The lists that stand in files, as tables of nothing but the columns that count. */
export function codeListsOf(book: Book): readonly Table[] {
  return [...book.tables.values()].flatMap(({ name, declaration }): readonly Table[] => {
    const facts = codeListOf(book, name);
    const { source, node } = declaration;
    if (facts === null || node.source.kind !== "file-table") return [];
    const wanted = [facts.codes, facts.from, facts.to];
    const columns = facts.table.columns
      .filter((column) => wanted.includes(column.name))
      .map((column) => ({ name: column.name, type: column.type, header: column.header }));
    const { path, start } = node.source;
    const own = { name, doc: node.doc, at: placeAt(source, node.start), columns };
    return [{ ...own, source: { kind: "file", path: path.text, at: placeAt(source, start) } }];
  });
}
