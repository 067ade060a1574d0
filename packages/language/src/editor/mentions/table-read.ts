/** Which table's rows `row.x` reads: one that is named with it, or the one that its rule goes through. */
import type { Book } from "../../names/book.js";
import { declaredAs } from "../../names/declared.js";
import type { RowsOf } from "./mention.js";

/** The name of the table whose rows are read; null where none is. */
export function tableRead(book: Book, rows: RowsOf): string | null {
  if (rows.kind === "table") return rows.name;
  const rule = declaredAs(book.declared, rows.name, "rule")?.node;
  return rule?.clauses.find((clause) => clause.kind === "rows")?.table.text ?? null;
}
