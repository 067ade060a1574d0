/** Rows that are read where they stand say what they say when they are read cell by cell. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { importPairs } from "./import-pairs.js";
import { importPtp, ptpSource } from "./import-ptp.js";
import { importing } from "./testing/imported.js";

const imported = importing(importPtp, "ptp.csv");
const importedByCell = importing((request) => {
  const { plainReaderOf, ...byCell } = ptpSource;
  expect(plainReaderOf).toBeDefined();
  return importPairs(request, byCell);
}, "ptp.csv");

const head = "Column 1\tColumn 2\told\tEffective\tDeletion\tModifier\tPTP Edit Rationale";

// A row that is good stands first: one that is blank could be of the header still.
const fileOf = (rows: readonly string[]): Buffer =>
  Buffer.from(["a notice", head, "77334\t77332\t\t20240101\t*\t1\tx", ...rows, ""].join("\r\n"), "utf8");

const cell = (...cells: string[]): fc.Arbitrary<string> => fc.constantFrom(...cells);
const code = cell("77301", "0001A", "G6015", "Z9999", "g6015", " 77301", "7730", "773011", "A12B3", "", '"77301"');
const day = cell("20240101", "20231231", "20240230", "18991231", "2024-01-01", "*", "", "20240101 ", "2024010x");
const row = fc
  .tuple(
    code,
    code,
    cell("", "*"),
    day,
    day,
    cell("0", "1", "9", "2", "", "10"),
    cell("some reason", "a, b", " a", "é ü", "=a", 'a "b"', ""),
    cell("", "\t", "\tx", "\r"),
  )
  .map((cells) => cells.slice(0, 7).join("\t") + (cells[7] ?? ""));

test("whatever the cells, with rationales and without", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 30 }), fc.boolean(), async (rows, rationale) => {
      const [inPlace, byCell] = [
        await imported({ "a.txt": fileOf(rows) }, { rationale }),
        await importedByCell({ "a.txt": fileOf(rows) }, { rationale }),
      ];
      expect(inPlace.table).toBe(byCell.table);
      expect(inPlace.done.counts).toEqual(byCell.done.counts);
      expect(inPlace.done.rejectedRows).toEqual(byCell.done.rejectedRows);
    }),
    { numRuns: 50 },
  );
});

test("a line that goes on in the next piece of a file, and one that has no break at its end", async () => {
  // Pieces have a megabyte, so this file has several, and lines stand across their borders.
  const rows = Array.from({ length: 60_000 }, (_, index) => {
    const [first, second] = [10000 + (index % 300), 20000 + Math.floor(index / 300)];
    return `${first}\t${second}\t\t20240101\t*\t${index % 2}\tthe same reason for each`;
  });
  const whole = fileOf(rows);
  const { done, table } = await imported({ "a.txt": whole.subarray(0, whole.length - 2) });
  expect(done.counts).toMatchObject({ rows: 60_001, written: 60_001 });
  expect(table.split("\n").length).toBe(60_003);
  expect(table).toBe((await importedByCell({ "a.txt": fileOf(rows) })).table);
});
