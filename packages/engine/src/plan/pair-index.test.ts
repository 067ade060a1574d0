import type { RowOrder, TableColumn } from "@edict/rulebook";
import fc from "fast-check";
import { expect, test } from "vitest";
import { cellTexts } from "../columns/cells.js";
import { CellCodes } from "./cell-codes.js";
import type { PairIndex } from "./pair-index.js";
import { firstEntry, nextEntry, pairIndexOf, rowOfEntry } from "./pair-index.js";

/** Few codes, so that pairs repeat and one code has more rows than are looked through. */
const rows = fc.array(fc.tuple(fc.nat(9), fc.nat(60)), { minLength: 1, maxLength: 4000, size: "max" });

test("a pair has its rows and no others, in their order, however the table stands", () => {
  fc.assert(
    fc.property(rows, fc.constantFrom("as drawn", "by subject", "by companion"), fc.boolean(), (drawn, order, part) => {
      const table = drawn.sort((a, b) =>
        order === "as drawn" ? 0 : order === "by subject" ? a[0] - b[0] || a[1] - b[1] : a[1] - b[1] || a[0] - b[0],
      );
      const usable = part
        ? Uint8Array.from(table, ([subject, companion]) => ((subject + companion) % 3 === 0 ? 0 : 1))
        : null;
      const index = indexOf(table, usable);
      for (let subject = 0; subject < 10; subject++) {
        for (let companion = 0; companion <= 60; companion++) {
          const own = table.flatMap(([a, b], row) =>
            a === subject && b === companion && usable?.[row] !== 0 ? [row] : [],
          );
          expect(rowsOf(index, subject, companion)).toEqual(own);
        }
      }
    }),
    { numRuns: 30 },
  );
});

test("a pair has its rows where a table says in which order they stand, rightly or wrongly", () => {
  fc.assert(
    fc.property(rows, fc.constantFrom<0 | 1>(0, 1), fc.boolean(), (drawn, first, rightly) => {
      const second = first === 0 ? 1 : 0;
      const table = drawn.sort((a, b) => a[first] - b[first] || (rightly ? a[second] - b[second] : 0));
      const index = indexOf(table, null, first);
      expect(index.rows).toBe(null);
      for (let subject = 0; subject < 10; subject++) {
        for (let companion = 0; companion <= 60; companion++) {
          const own = table.flatMap(([a, b], row) => (a === subject && b === companion ? [row] : []));
          expect(rowsOf(index, subject, companion)).toEqual(own);
        }
      }
    }),
    { numRuns: 20 },
  );
});

/** `first`: the column in whose order the rows are said to stand. */
function indexOf(
  table: readonly (readonly [number, number])[],
  usable: Uint8Array | null,
  first: 0 | 1 | null = null,
): PairIndex {
  const [subjects, companions] = ([0, 1] as const).map((at) => {
    const data = column(table.map((row) => row[at]));
    const order = first === null ? null : orderBy(table, at, first);
    return new CellCodes({ ...cellTexts(data, table.length), order });
  });
  if (subjects === undefined || companions === undefined) throw new Error("a pair has two columns");
  const index = pairIndexOf(subjects, companions, usable);
  // The lines have every code.
  for (const codes of [subjects, companions]) {
    codes.expect(61);
    codes.values.forEach((value, cell) => codes.meet(Number(value), cell));
    codes.met(0, 61);
  }
  return index;
}

/** A column as a compiled table has it: ids are in the order of the values. */
function column(cells: readonly number[]): TableColumn {
  const values = [...new Set(cells)].sort((a, b) => a - b);
  const ids = Uint8Array.from(cells, (cell) => values.indexOf(cell));
  return { type: "code", cells: { kind: "text", ids, values: values.map(String) } };
}

function orderBy(table: readonly (readonly [number, number])[], at: 0 | 1, first: 0 | 1): RowOrder {
  return at === first ? { kind: "first", starts: startsOf(table, at) } : { kind: "second" };
}

/** Where the rows of each value of a column begin, which stand in its order. */
function startsOf(table: readonly (readonly [number, number])[], at: 0 | 1): Int32Array {
  const begins = table.flatMap((row, place) => (row[at] === table[place - 1]?.[at] ? [] : [place]));
  return Int32Array.from([...begins, table.length]);
}

function rowsOf(index: PairIndex, subject: number, companion: number): number[] {
  const [own, other] = [index.subjects.ofCode(subject), index.companions.ofCode(companion)];
  const found: number[] = [];
  let entry = own < 0 || other < 0 ? -1 : firstEntry(index, own, other);
  for (; entry >= 0; entry = nextEntry(index, entry, own, other)) found.push(rowOfEntry(index, entry));
  return found;
}
