/**
 * Tables that stand in the rules, with one slip: a row forgotten, a number that a rule counts against one off, a date
 * that bounds a rule a day off. Tables in files are data of their own and are left alone.
 */
import type { Amount, Cell, Check, Clauses, Column, DateBound, Rule, Table } from "@edict/rulebook";
import type { RuleFacts } from "./declarations.js";
import type { Edit } from "./edit.js";
import { edit, without } from "./edit.js";
import { shiftedDates, shiftedNumbers } from "./shifts.js";

type Row = readonly Cell[];

export function tableEdits(table: Table, users: readonly RuleFacts[]): readonly Edit<Table>[] {
  const { columns, source, name } = table;
  if (source.kind === "file") return [];
  const { rows } = source;
  const put = (changed: readonly Row[]): Table => ({ ...table, source: { kind: "rows", rows: changed } });
  const counted = columnsRead(table, users);
  return rows.flatMap((row, at) => {
    const said = rowWords(row);
    // Of two rows alike one is enough.
    const hasTwin = rows.some((other, index) => index !== at && rowWords(other) === said);
    const pointer = { written: String(row[0] ?? "") };
    const dropped = hasTwin ? [] : [edit(put(without(rows, at)), `row ${said} of ${name}`, "left out", pointer)];
    const shifted = columns.flatMap((column, index) =>
      counted.has(column.name)
        ? shiftedCells(column, row[index] ?? null).map((cell) =>
            edit(
              put(rows.with(at, row.with(index, cell))),
              `row ${said} of ${name}`,
              `${column.name} ${String(cell)}`,
              pointer,
            ),
          )
        : [],
    );
    return [...dropped, ...shifted];
  });
}

function rowWords(row: Row): string {
  return row.map((cell) => (cell === null ? "" : String(cell))).join(" | ");
}

function shiftedCells({ type }: Column, cell: Cell): readonly Cell[] {
  if (typeof cell === "number" && type === "number") return shiftedNumbers(cell, 0);
  return typeof cell === "string" && type === "date" ? shiftedDates(cell) : [];
}

/** The columns that are an amount or a bound of dates of some rule; what is only compared may be equal one off. */
function columnsRead(table: Table, users: readonly RuleFacts[]): ReadonlySet<string> {
  return new Set(
    users
      .flatMap(({ rule }) => versionsOf(rule))
      .filter((clauses) => clauses.table === table.name)
      .flatMap((clauses) => [
        ...[clauses.effective?.from, clauses.effective?.to].flatMap(columnOf),
        ...clauses.checks.flatMap(amountsOf).flatMap(columnOf),
      ]),
  );
}

function versionsOf({ clauses, overrides }: Rule): readonly Clauses[] {
  return [clauses, ...overrides.map((override) => override.clauses)];
}

function columnOf(value: Amount | DateBound | null | undefined): readonly string[] {
  return value?.kind === "row" ? [value.column] : [];
}

function amountsOf(check: Check): readonly (Amount | null)[] {
  switch (check.kind) {
    case "line":
      return [];
    case "companion":
      return "amount" in check.finds ? [check.finds.amount] : [];
    case "count": {
      const { amount, forEvery } = check.allowance;
      return forEvery === null ? [amount] : [amount, forEvery.amount, forEvery.remainder, forEvery.atLeast];
    }
  }
}
