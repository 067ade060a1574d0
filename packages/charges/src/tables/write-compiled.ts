/** A table as the bytes of its compiled form. The same rows give the same bytes, whatever file they came from. */
import { crc32 } from "node:zlib";
import type { CellIds, Column, Table, TableColumn, TableData } from "@edict/rulebook";
import { cellDayAt, cellNumberAt, cellTextAt, compareBytes } from "@edict/rulebook";
import type { CompiledColumn } from "./compiled-table.js";
import { form, head, magic, placesOf } from "./compiled-table.js";

/** A column's distinct values and their bytes, and of each row an index; null where values stand row by row. */
interface Folded {
  readonly column: CompiledColumn;
  readonly values: Uint8Array;
  readonly ids: CellIds | null;
}

export function compiledTable({ columns }: Pick<Table, "columns">, data: TableData): Uint8Array {
  const folded = inOrder(
    columns.map((column) => {
      const found = data.columns.get(column.name);
      if (found === undefined) throw new Error(`a table was read with its columns; ${column.name} is not among them`);
      return foldedOf(column, found.cells, data.count);
    }),
  );
  const description = Buffer.from(JSON.stringify({ rows: data.count, columns: folded.map(({ column }) => column) }));
  const { places, length } = placesOf(
    { rows: data.count, columns: folded.map(({ column }) => column) },
    description.length,
  );
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  bytes.set(Buffer.from(magic, "latin1"));
  view.setUint32(head.form, form, true);
  view.setUint32(head.description, description.length, true);
  bytes.set(description, head.length);
  for (const [at, place] of places.entries()) {
    const one = folded[at];
    if (one === undefined) continue;
    bytes.set(one.values, place.values);
    if (one.ids !== null) bytes.set(new Uint8Array(one.ids.buffer, one.ids.byteOffset, one.ids.byteLength), place.ids);
  }
  view.setUint32(head.checksum, crc32(bytes.subarray(head.afterChecksum)), true);
  return bytes;
}

/** Says how the rows stand: by the first column of texts in whose order they are, and by another within it. */
function inOrder(folded: readonly Folded[]): readonly Folded[] {
  const first = folded.find((one) => isText(one) && rises(one, null));
  if (first === undefined || first.ids === null) return folded;
  const second = folded.find((one) => one !== first && isText(one) && rises(one, first));
  const starts = new Int32Array(first.column.values + 1);
  for (const [row, id] of first.ids.entries()) starts[id + 1] = row + 1;
  return folded.map((one) => {
    if (one === first) return { ...one, column: { ...one.column, order: "first" }, ids: starts };
    return one === second ? { ...one, column: { ...one.column, order: "second" } } : one;
  });
}

function isText({ column: { type } }: Folded): boolean {
  return type === "text" || type === "code" || type === "diagnosis";
}

/** No row is empty, and ids rise from row to row: among all rows, or among those that have the same value of another column. */
function rises({ column, ids }: Folded, within: Folded | null): boolean {
  if (ids === null || ids.length === 0) return false;
  for (let row = 0; row < ids.length; row++) {
    const id = ids[row] ?? 0;
    if (id >= column.values) return false;
    const isFirst = row === 0 || (within !== null && within.ids?.[row] !== within.ids?.[row - 1]);
    if (!isFirst && id < (ids[row - 1] ?? 0)) return false;
  }
  return true;
}

function foldedOf({ name, header, type }: Column, cells: TableColumn["cells"], rows: number): Folded {
  const described = { name: header ?? name, type };
  switch (cells.kind) {
    case "text": {
      const distinct = [...new Set(cells.values)].sort(compareBytes);
      const idOf = new Map(distinct.map((text, id) => [text, id]));
      const values = Buffer.from(JSON.stringify(distinct));
      const { width, ids } = idsOf(rows, distinct.length + 1, (row) => {
        const text = cellTextAt(cells, row);
        return text === null ? distinct.length : (idOf.get(text) ?? distinct.length);
      });
      return { column: { ...described, values: distinct.length, textBytes: values.length, width }, values, ids };
    }
    case "number": {
      const { distinct, width, ids } = numbersOf(rows, (row) => cellNumberAt(cells, row));
      const values = bytesOf(Float64Array.from(distinct));
      return { column: { ...described, values: distinct.length, textBytes: 0, width }, values, ids };
    }
    case "date": {
      const { distinct, width, ids } = numbersOf(rows, (row) => cellDayAt(cells, row));
      const values = bytesOf(Int32Array.from(distinct));
      return { column: { ...described, values: distinct.length, textBytes: 0, width }, values, ids };
    }
  }
}

/** More distinct numbers than two bytes count are not worth an index. */
const mostDistinct = 1 << 16;

/** The distinct numbers, NaN last; or those of each row, without an index, where there are too many. */
function numbersOf(
  rows: number,
  numberAt: (row: number) => number,
): { readonly distinct: readonly number[]; readonly width: number; readonly ids: CellIds | null } {
  const seen = new Set<number>();
  for (let row = 0; row < rows && seen.size <= mostDistinct; row++) seen.add(numberAt(row));
  if (seen.size > mostDistinct) {
    return { distinct: Array.from({ length: rows }, (_, row) => numberAt(row)), width: 0, ids: null };
  }
  const distinct = [...seen].sort((left, right) => (Number.isNaN(left) ? 1 : Number.isNaN(right) ? -1 : left - right));
  const idOf = new Map(distinct.map((number, id) => [number, id]));
  return { distinct, ...idsOf(rows, distinct.length, (row) => idOf.get(numberAt(row)) ?? 0) };
}

/** Indexes below `count`. */
function idsOf(
  rows: number,
  count: number,
  idAt: (row: number) => number,
): { readonly width: number; readonly ids: CellIds } {
  const ids = count <= 1 << 8 ? new Uint8Array(rows) : count <= 1 << 16 ? new Uint16Array(rows) : new Uint32Array(rows);
  for (let row = 0; row < rows; row++) ids[row] = idAt(row);
  return { width: ids.BYTES_PER_ELEMENT, ids };
}

function bytesOf(numbers: Float64Array | Int32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
