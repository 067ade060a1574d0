/**
 * Which rows of a rule's table are usable: those without an empty cell where a choice of codes, a number or a set of a
 * comparison (`is`, `in`) reads (`language.md` section 8, ruling 11).
 */
import type { Amount, Check, Clauses, CodeChoice, Condition, TableData } from "@edict/rulebook";
import { columnOfTable, isEmptyCell } from "../columns/cells.js";

/** Of each row 1 where it is usable; null where all are. */
export function usableRows(clauses: Clauses, table: TableData): Uint8Array | null {
  const columns = columnsThatMustBeFilled(clauses).map((name) => columnOfTable(table, name));
  const usable = new Uint8Array(table.count).fill(1);
  let all = true;
  for (const column of columns) {
    for (let row = 0; row < table.count; row++) {
      if (!isEmptyCell(column, row)) continue;
      usable[row] = 0;
      all = false;
    }
  }
  return all ? null : usable;
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
