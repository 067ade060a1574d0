/** The rules that a code has to do with: those that name it, a range or a set that holds it, or a table with a cell of it. */
import type { Analysis } from "../analyse.js";
import type { CodeExpression } from "../ast/nodes.js";
import type { Book, RuleParts } from "../names/book.js";
import type { Blocks } from "../names/sets/blocks.js";
import { blockOf } from "../names/sets/blocks.js";
import type { SetLookup } from "../names/sets/items.js";
import { resolveItems } from "../names/sets/items.js";
import { always } from "../names/sets/settle.js";
import { itemsOf, partsOf } from "../names/statement-parts.js";
import { tableOf, versionsOf } from "../names/versions.js";

/** The rules whose statement, as written or as overridden, names a code; `any code` names none. */
export function rulesOfCode({ book }: Analysis, code: string): readonly RuleParts[] {
  const own = blockOf("codes", code, code, always);
  if (typeof own === "string") return [];
  const covers = (blocks: Blocks): boolean => blocks.some(({ start, end }) => start <= own.start && own.end <= end);
  const lookup: SetLookup = (name) => book.sets.codes.get(name) ?? null;
  return book.rules.filter((parts) =>
    versionsOf(parts).some((version) => {
      const { statement } = version.clauses;
      if (statement === null) return false;
      const { codes, replacement } = partsOf(statement.node);
      if (replacement?.kind === "word" && replacement.text === code) return true;
      const table = tableOf(book, version);
      return codes.some(
        (choice) =>
          (!choice.any && covers(resolveItems("codes", choice.items, choice.except, lookup).blocks)) ||
          (table !== null && table !== "unknown" && cellsHold(book, choice, table.name, code)),
      );
    }),
  );
}

/** Whether a column that the choice reads has a cell of the code; the cells of files are not known here. */
function cellsHold(book: Book, choice: CodeExpression, table: string, code: string): boolean {
  const facts = book.tables.get(table);
  const rows = facts?.declaration.node.source;
  if (facts === undefined || rows?.kind !== "written-table") return false;
  return itemsOf(choice).some(({ value }) => {
    if (value.kind !== "row-reference") return false;
    const at = facts.columns.findIndex(({ name }) => name === value.column.text);
    return rows.rows.some(({ cells }) => cells[at]?.text === code);
  });
}
