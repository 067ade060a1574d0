/** The rules that a code has to do with: those that name it, a range or a set that holds it, or a table with a cell of it. */
import type { Analysis } from "../analyse.js";
import type { CodeExpression, SetItem } from "../ast/nodes.js";
import type { Book, RuleParts } from "../names/book.js";
import { codesOf } from "../names/codes-of.js";
import { holdsValue, isValue } from "../names/sets/blocks.js";
import { itemsOf, partsOf } from "../names/statement-parts.js";
import { tableOf, versionsOf } from "../names/versions.js";
import { setsHolding } from "./sets-holding.js";

/** The rules whose statement, as written or as overridden, names a code; `any code` names none. */
export function rulesOfCode(analysis: Analysis, code: string): readonly RuleParts[] {
  const { book } = analysis;
  if (!isValue("codes", code)) return [];
  // Nearly all rules are told by a glance at their items; only what may hold the code is worked out.
  const holding = new Set(setsHolding(analysis, "codes", code).map(({ set }) => set));
  const mayHold = ({ value }: SetItem): boolean =>
    value.kind === "range-literal" || (value.kind === "word" && (value.text === code || holding.has(value.text)));
  return book.rules.filter((parts) =>
    versionsOf(parts).some((version) => {
      const { statement } = version.clauses;
      if (statement === null) return false;
      const { codes, replacement } = partsOf(statement.node);
      if (replacement?.kind === "word" && replacement.text === code) return true;
      const table = tableOf(book, version);
      return codes.some(
        (choice) =>
          (choice.items.some(mayHold) && holdsValue("codes", codesOf(book, choice).blocks, code)) ||
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
