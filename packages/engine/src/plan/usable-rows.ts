/**
 * Which rows of a rule's table are usable: those without an empty cell where a choice of codes, a number or a set of a
 * comparison (`is`, `in`) reads (`language.md` section 8, ruling 11).
 */
import type { Amount, Check, Clauses, CodeChoice, Condition, TableColumn, TableData } from "@edict/rulebook";
import { columnOfTable, isEmptyCell } from "../columns/cells.js";

/** Of each row 1 where it is usable; null where all are. */
export function usableRows(clauses: Clauses, table: TableData): Uint8Array | null {
  const columns = columnsThatMustBeFilled(clauses).map((name) => columnOfTable(table, name));
  let usable: Uint8Array | null = null;
  for (const column of columns) {
    if (isFilled(column, table.count)) continue;
    for (let row = 0; row < table.count; row++) {
      if (!isEmptyCell(column, row)) continue;
      usable ??= new Uint8Array(table.count).fill(1);
      usable[row] = 0;
    }
  }
  return usable;
}

/** Whether no cell of a column is empty; nearly every column that a choice of codes reads is so. */
function isFilled({ cells }: TableColumn, count: number): boolean {
  if (cells.kind !== "text") return false;
  if (cells.order?.kind === "first") return true;
  const { ids, values } = cells;
  const most = values.length;
  for (let row = 0; row < count; row++) {
    const id = ids[row] ?? -1;
    if (id < 0 || id >= most) return false;
  }
  return true;
}

function columnsThatMustBeFilled(clauses: Clauses): string[] {
  const columns = [...clauses.checks.flatMap(ofCheck), ...ofCondition(clauses.when), ...ofCondition(clauses.unless)];
  return [...new Set(columns)];
}

function ofCheck(check: Check): string[] {
  const subject = ofLines(check.subject);
  switch (check.kind) {
    case "line":
      return [...subject, ...ofCondition(check.requires)];
    case "companion": {
      const { finds } = check;
      const counts = finds.kind === "at-least" || finds.kind === "fewer-than";
      return [...subject, ...ofLines(check.companion), ...(counts ? ofAmount(finds.amount) : [])];
    }
    case "count": {
      const { amount, forEvery } = check.allowance;
      const ratio =
        forEvery === null
          ? []
          : [
              ...ofAmount(forEvery.amount),
              ...ofLines(forEvery.lines),
              ...ofAmount(forEvery.remainder),
              ...ofAmount(forEvery.atLeast),
            ];
      return [...subject, ...ofAmount(amount), ...ratio];
    }
  }
}

function ofLines(lines: { readonly codes: CodeChoice; readonly having: Condition | null }): string[] {
  return [...lines.codes.columns, ...(lines.codes.except?.columns ?? []), ...ofCondition(lines.having)];
}

function ofAmount(amount: Amount | null): string[] {
  return amount?.kind === "row" ? [amount.column] : [];
}

function ofCondition(condition: Condition | null): string[] {
  if (condition === null) return [];
  switch (condition.kind) {
    case "all":
    case "any":
      return condition.of.flatMap(ofCondition);
    case "not":
      return ofCondition(condition.of);
    case "in":
      return [...condition.values.columns];
    // An empty cell in a comparison is a blank; the row of another table is not this rule's row.
    case "compare":
    case "presence":
    case "row":
      return [];
  }
}
