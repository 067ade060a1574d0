/** Tables as the compiled form has them: sorted dictionaries, indexes of one or two bytes, rows in the order of codes. */
import { chargesFromLines, evaluate, rowsOf, tableData } from "@edict/engine";
import type { Cell, Finding, RowOrder, Table, TableColumn, TableData, TextCells } from "@edict/rulebook";
import { cellDayAt, cellNumberAt, cellTextAt, compareBytes } from "@edict/rulebook";
import { expect, test } from "vitest";
import type { Case } from "../random/index.js";
import { referenceEvaluate } from "../reference/index.js";
import { asBytes, fileTables } from "./engine-run.js";
import { holdsForCases } from "./runs.js";

const timeout = 3_600_000;

test(
  "over compact tables in the order of their codes the engine and the reference give the same bytes",
  { timeout },
  () => {
    let said = 0;
    holdsForCases((drawn) => {
      for (const direction of directions) {
        const ordered = inOrderOfCodes(drawn, direction);
        const findings: Finding[] = [];
        const { rulebook, lines, files } = ordered;
        const expected = asBytes(referenceEvaluate(ordered));
        for (const says of [unsaid, saying]) {
          const tables = [...compactTables(ordered)].map(([name, data]) => [name, says(data)] as const);
          said += tables.filter(([, data]) => saysSecond(data)).length;
          findings.length = 0;
          const account = evaluate({
            rulebook,
            charges: chargesFromLines(lines, files, rulebook.fields),
            tables: new Map(tables),
            onFindings: (some) => findings.push(...some),
          });
          expect(asBytes({ ...account, findings })).toBe(expected);
        }
      }
    }, 1 / 3);
    expect(said).toBeGreaterThan(0);
  },
);

/** Whether rows rise by the second code within the first, or fall: what a table says of that is wrong then. */
const directions = [1, -1] as const;

/** The case with the rows of each table sorted by their first cells, those with an empty one taken out. */
function inOrderOfCodes(drawn: Case, direction: (typeof directions)[number]): Case {
  const sorted = (rows: readonly (readonly Cell[])[]): (readonly Cell[])[] =>
    rows
      .filter((row) => row.slice(0, 2).every((cell) => cell !== null))
      .sort((left, right) => compareCells(left[0], right[0]) || direction * compareCells(left[1], right[1]));
  return {
    ...drawn,
    rulebook: {
      ...drawn.rulebook,
      tables: drawn.rulebook.tables.map((table): Table => {
        const { source } = table;
        return source.kind === "rows" ? { ...table, source: { kind: "rows", rows: sorted(source.rows) } } : table;
      }),
    },
    tables: new Map([...drawn.tables].map(([name, rows]) => [name, sorted(rows)])),
  };
}

function compareCells(left: Cell | undefined, right: Cell | undefined): number {
  return compareBytes(String(left), String(right));
}

/** Every table, written ones too. */
function compactTables(drawn: Case): Map<string, TableData> {
  const written = drawn.rulebook.tables.filter(({ source }) => source.kind === "rows");
  const all = [...fileTables(drawn).values(), ...written.map(tableData)];
  return new Map(all.map((data) => [data.name, compact(data)]));
}

function compact(data: TableData): TableData {
  const columns = new Map([...data.columns].map(([name, column]) => [name, compactColumn(column, data.count)]));
  const folded = { ...data, columns };
  expect(rowsOf(folded)).toEqual(rowsOf(data));
  return folded;
}

const unsaid = (data: TableData): TableData => data;

/** The table with what it says of the order of its rows: by the first column of texts, and by the next one within it. */
function saying(data: TableData): TableData {
  let first: TextCells | null = null;
  let said = 0;
  const columns = [...data.columns].map(([name, { type, cells }]) => {
    if (said === 2 || cells.kind !== "text" || cells.ids.some((id) => cells.values[id] === undefined)) {
      return [name, { type, cells }] as const;
    }
    said += 1;
    const order: RowOrder = first === null ? { kind: "first", starts: startsOf(cells) } : { kind: "second" };
    first ??= cells;
    return [name, { type, cells: { ...cells, order } }] as const;
  });
  return isInOrder(first) ? { ...data, columns: new Map(columns) } : data;
}

function saysSecond({ columns }: TableData): boolean {
  return [...columns.values()].some(({ cells }) => cells.kind === "text" && cells.order?.kind === "second");
}

function isInOrder(cells: TextCells | null): boolean {
  return cells === null || cells.ids.every((id, row) => row === 0 || id >= (cells.ids[row - 1] ?? 0));
}

function startsOf({ ids, values }: TextCells): Int32Array {
  return Int32Array.from({ length: values.length + 1 }, (_, value) => ids.filter((id) => id < value).length);
}

function compactColumn({ type, cells }: TableColumn, count: number): TableColumn {
  const rows = Array.from({ length: count }, (_, row) => row);
  switch (cells.kind) {
    case "text": {
      const values = [...new Set(cells.values)].sort(compareBytes);
      const ids = Uint16Array.from(rows, (row) => {
        const text = cellTextAt(cells, row);
        return text === null ? values.length : values.indexOf(text);
      });
      return { type, cells: { kind: "text", ids, values } };
    }
    case "number": {
      const values = [...new Set(rows.map((row) => cellNumberAt(cells, row)))];
      const ids = Uint8Array.from(rows, (row) =>
        values.findIndex((value) => Object.is(value, cellNumberAt(cells, row))),
      );
      return { type, cells: { kind: "number", ids, values: Float64Array.from(values) } };
    }
    case "date": {
      const days = [...new Set(rows.map((row) => cellDayAt(cells, row)))];
      const ids = Uint8Array.from(rows, (row) => days.indexOf(cellDayAt(cells, row)));
      return { type, cells: { kind: "date", ids, days: Int32Array.from(days) } };
    }
  }
}
