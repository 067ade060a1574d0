/** Tables in memory that all threads see, so that a table of millions of rows is there once. */
import type { CellIds, TableColumn, TableData, TextCells } from "@edict/rulebook";

/** The same tables; their numbers are not copied again when they are handed to a thread. */
export function sharedTables(tables: ReadonlyMap<string, TableData>): ReadonlyMap<string, TableData> {
  return new Map(
    [...tables].map(([name, table]) => {
      const columns = [...table.columns].map(([key, column]) => [key, sharedColumn(column)] as const);
      return [name, { ...table, columns: new Map(columns) }];
    }),
  );
}

function sharedColumn({ type, cells }: TableColumn): TableColumn {
  switch (cells.kind) {
    case "text":
      return { type, cells: { ...cells, ...sharedOrder(cells), ids: sharedCells(cells.ids) } };
    case "number":
      return { type, cells: { ...cells, ...sharedIds(cells), values: sharedNumbers(cells.values) } };
    case "date":
      return { type, cells: { ...cells, ...sharedIds(cells), days: sharedInts(cells.days) } };
  }
}

function sharedOrder({ order }: TextCells): Pick<TextCells, "order"> {
  return order?.kind === "first" ? { order: { kind: "first", starts: sharedInts(order.starts) } } : {};
}

function sharedIds({ ids }: { readonly ids?: CellIds }): { readonly ids?: CellIds } {
  return ids === undefined ? {} : { ids: sharedCells(ids) };
}

function sharedCells(ids: CellIds): CellIds {
  const memory = new SharedArrayBuffer(ids.byteLength);
  const copy = viewLike(ids, memory);
  copy.set(ids);
  return copy;
}

function viewLike(ids: CellIds, memory: SharedArrayBuffer): CellIds {
  if (ids instanceof Int32Array) return new Int32Array(memory);
  if (ids instanceof Uint32Array) return new Uint32Array(memory);
  return ids instanceof Uint16Array ? new Uint16Array(memory) : new Uint8Array(memory);
}

function sharedNumbers(numbers: Float64Array): Float64Array {
  const copy = new Float64Array(new SharedArrayBuffer(numbers.byteLength));
  copy.set(numbers);
  return copy;
}

function sharedInts(ints: Int32Array): Int32Array {
  const copy = new Int32Array(new SharedArrayBuffer(ints.byteLength));
  copy.set(ints);
  return copy;
}
