import { noDate, parseIsoDate } from "@edict/rulebook";
import type { TableData } from "@edict/rulebook";
import { expect, test } from "vitest";
import { KnownRows, rowsOfTable, rowsOfTableData } from "./rows.js";

test("columns that keep each cell once are read by their rows", () => {
  const data: TableData = {
    name: "T",
    count: 3,
    columns: new Map([
      ["code", { type: "code", cells: { kind: "text", ids: Uint8Array.of(1, 0, 9), values: ["77280", "77301"] } }],
      [
        "most",
        { type: "number", cells: { kind: "number", ids: Uint8Array.of(1, 1, 0), values: Float64Array.of(4, 10) } },
      ],
      [
        "since",
        {
          type: "date",
          cells: {
            kind: "date",
            ids: Uint8Array.of(0, 1, 0),
            days: Int32Array.of(parseIsoDate("2026-03-02") ?? 0, noDate),
          },
        },
      ],
    ]),
  };
  const { cell } = rowsOfTableData(data);
  expect([0, 1, 2].map((row) => [0, 1, 2].map((column) => cell(row, column)))).toEqual([
    ["77301", "10", "2026-03-02"],
    ["77280", "10", ""],
    ["", "4", "2026-03-02"],
  ]);
});

test("rows in another order are the same rows; a number is not the text that looks like it", () => {
  const known = new KnownRows();
  const id = (type: "number" | "text", ...cells: readonly string[]): number =>
    known.idOf(
      rowsOfTable(
        { columns: [{ name: "x", type, header: null }] },
        cells.map((cell) => [type === "number" ? Number(cell) : cell]),
      ),
      ["x"],
    );
  expect(known.compare(id("text", "1", "2"), id("text", "2", "1"))).toBe("same");
  expect(known.compare(id("text", "1"), id("text", "2", "1"))).toBe("more");
  expect(known.compare(id("text", "2", "1"), id("text", "1"))).toBe("fewer");
  expect(known.compare(id("text", "1"), id("text", "2"))).toBe("other");
  expect(known.compare(id("text", "1"), id("number", "1"))).toBe("other");
});
