/**
 * `a row of TABLE where …`. Where the condition has a part that ties a column to a field of the line (`row.code = code`,
 * `diagnosis is row.diagnosis`, `row.payer = payer`), only the rows that the part lets through are tried: the cells of
 * the column are a dictionary, and for each distinct value of the field the rows are worked out once.
 */
import type { Condition, TableData } from "@edict/rulebook";
import { cellText, columnOfTable } from "../columns/cells.js";
import type { Names } from "../plan/names.js";
import type { PairTest } from "./condition.js";

/** `whole` is the condition compiled, `where` the same to be looked at. */
export function rowOfTest(
  where: Condition,
  whole: PairTest,
  names: Names,
  table: TableData,
): (line: number, other: number) => boolean {
  const ties = tiesOf(where, names, table);
  const tie = ties.sort((a, b) => a.cost - b.cost)[0];
  if (tie === undefined) {
    return (line, other) => {
      for (let row = 0; row < table.count; row++) if (whole(line, other, row)) return true;
      return false;
    };
  }
  return (line, other) => {
    const rows = tie.rowsFor(line);
    for (const row of rows) if (whole(line, other, row)) return true;
    return false;
  };
}

/** A part of the condition that must hold, seen as: these rows, for the value of the line. */
interface Tie {
  /** How many rows it lets through, roughly: smaller is better. */
  readonly cost: number;
  readonly rowsFor: (line: number) => readonly number[];
}

const noRows: readonly number[] = [];

function tiesOf(where: Condition, names: Names, table: TableData): Tie[] {
  switch (where.kind) {
    case "all":
      return where.of.flatMap((of) => tiesOf(of, names, table));
    case "compare": {
      if (where.comparison !== "=" || where.on !== "subject") return [];
      const [field, column] =
        where.left.kind === "field" && where.right.kind === "row"
          ? [where.left.field, where.right.column]
          : where.left.kind === "row" && where.right.kind === "field"
            ? [where.right.field, where.left.column]
            : [null, null];
      return field === null || column === null ? [] : tieOf(field, column, "equals", names, table);
    }
    case "in": {
      const { values } = where;
      const [column] = values.columns;
      const onlyColumn = column !== undefined && values.columns.length === 1 && where.on === "subject";
      if (!onlyColumn || !saysNothingElse(values)) return [];
      return tieOf(where.field, column, values.kind === "diagnoses" ? "covers" : "equals", names, table);
    }
    case "any":
    case "not":
    case "presence":
    case "row":
      return [];
  }
}

function saysNothingElse(values: Extract<Condition, { kind: "in" }>["values"]): boolean {
  switch (values.kind) {
    case "codes":
    case "diagnoses":
    case "modifiers":
      return values.sets.length === 0 && values.spans.length === 0;
    case "payers":
      return values.names.length === 0 && values.texts.length === 0;
    case "settings":
      return values.names.length === 0;
    case "bills":
      return values.prefixes.length === 0;
    case "plain":
      return values.values.length === 0;
  }
}

function tieOf(field: string, column: string, how: "equals" | "covers", names: Names, table: TableData): Tie[] {
  const lines = names.fields.column(field);
  const isDiagnosis = field === "diagnoses" || field === "primary diagnosis";
  // Settings and types of bill are more than one text to a line: they are left to the whole condition.
  if (field === "setting" || field === "bill" || lines.kind === "number" || lines.kind === "date") return [];
  const rowsByText = rowsOfTexts(column, table, isDiagnosis);
  const matching = (value: string): readonly number[] => {
    if (field === "payer") return payerRows(value, rowsByText, names);
    if (!isDiagnosis || how === "equals") return rowsByText.get(value) ?? noRows;
    const prefixes = Array.from({ length: value.length }, (_, end) => value.slice(0, end + 1));
    return prefixes.flatMap((prefix) => rowsByText.get(prefix) ?? noRows);
  };
  const known = new Map<number, readonly number[]>();
  lines.onOtherValues.push(() => known.clear());
  const rowsFor = (line: number): readonly number[] => {
    const id = lines.ids[line] ?? -1;
    if (id < 0) return noRows;
    const before = known.get(id);
    if (before !== undefined) return before;
    const rows =
      lines.kind === "text"
        ? matching(lines.values[id] ?? "")
        : [...new Set((lines.values[id] ?? []).flatMap((value) => matching(value)))];
    known.set(id, rows);
    return rows;
  };
  return [{ cost: table.count / Math.max(1, rowsByText.size), rowsFor }];
}

/** The rows of each distinct text of a column, in table order. */
function rowsOfTexts(name: string, table: TableData, isDiagnosis: boolean): Map<string, number[]> {
  const column = columnOfTable(table, name);
  const rows = new Map<string, number[]>();
  for (let row = 0; row < table.count; row++) {
    const cell = cellText(column, row);
    if (cell === null) continue;
    const text = isDiagnosis ? cell.replaceAll(".", "") : cell;
    const known = rows.get(text);
    if (known === undefined) rows.set(text, [row]);
    else known.push(row);
  }
  return rows;
}

function payerRows(payer: string, rowsByText: ReadonlyMap<string, readonly number[]>, names: Names): readonly number[] {
  const lowered = payer.toLowerCase();
  return [...rowsByText].flatMap(([text, rows]) => (names.payers.said(text)(lowered) ? rows : noRows));
}
