/** Which rows of its table a version of a rule can use: an empty cell in a set or a number makes a row unusable (ruling 30). */
import type { Allowance, Amount, Check, Clauses, Condition, Lines } from "@edict/rulebook";
import type { Book, Row } from "./book.js";
import { cellOf, rowsOfTable } from "./book.js";

/** The rows by which a rule is judged; of a rule without a table, once without a row. */
export function rowsFor(clauses: Clauses, book: Book): readonly (Row | null)[] {
  if (clauses.table === null) return [null];
  return rowsOfTable(book, clauses.table).filter((row) => isUsable(clauses, row));
}

/** The rows that are skipped. */
export function unusableRows(clauses: Clauses, book: Book): Row[] {
  if (clauses.table === null) return [];
  return rowsOfTable(book, clauses.table).filter((row) => !isUsable(clauses, row));
}

function isUsable(clauses: Clauses, row: Row): boolean {
  const needed = [
    ...clauses.checks.flatMap(columnsOfCheck),
    ...columnsOfCondition(clauses.when),
    ...columnsOfCondition(clauses.unless),
  ];
  return needed.every((column) => cellOf(row, column) !== null);
}

function columnsOfCheck(check: Check): string[] {
  switch (check.kind) {
    case "line":
      return [...columnsOfLines(check.subject), ...columnsOfCondition(check.requires)];
    case "companion":
      return [
        ...columnsOfLines(check.subject),
        ...columnsOfLines(check.companion),
        ...("amount" in check.finds ? columnsOfAmount(check.finds.amount) : []),
      ];
    case "count":
      return [...columnsOfLines(check.subject), ...columnsOfAllowance(check.allowance)];
  }
}

function columnsOfAllowance({ amount, forEvery }: Allowance): string[] {
  if (forEvery === null) return columnsOfAmount(amount);
  return [
    ...[amount, forEvery.amount, forEvery.remainder, forEvery.atLeast].flatMap(columnsOfAmount),
    ...columnsOfLines(forEvery.lines),
  ];
}

function columnsOfAmount(amount: Amount | null): string[] {
  return amount?.kind === "row" ? [amount.column] : [];
}

function columnsOfLines({ codes, having }: Lines): string[] {
  return [...codes.columns, ...(codes.except?.columns ?? []), ...columnsOfCondition(having)];
}

/** Columns in `is` and `in`. A cell of a comparison may be blank, and `a row of TABLE where …` has rows of its own. */
function columnsOfCondition(condition: Condition | null): string[] {
  switch (condition?.kind) {
    case "all":
    case "any":
      return condition.of.flatMap(columnsOfCondition);
    case "not":
      return columnsOfCondition(condition.of);
    case "in":
      return [...condition.values.columns];
    default:
      return [];
  }
}
