/** Reads a field of lists, modifiers or diagnoses, from one cell of a row or from several. */
import { CellMemo, refused } from "../columns/cell-memo.js";
import { Memo } from "../columns/memo.js";
import { PairKeys } from "../columns/pair-keys.js";
import { ColumnMemory } from "../kernel/column-memory.js";
import { textOf } from "../records/record-batch.js";
import { readDiagnosis, readList, readModifier } from "../values/lists.js";
import { Unreadable } from "../values/unreadable.js";
import type { FieldReader } from "./field-readers.js";
import type { ListStore } from "./stores.js";

/** How the lists of a field are read. */
export interface ListRequest {
  readonly of: "modifiers" | "diagnoses";
  readonly columns: readonly number[];
  readonly splitBy: string | null;
  readonly store: ListStore;
  /** What `--set` gives to a line without any. */
  readonly fallback: readonly string[];
}

/** A field of lists. */
export function listReader(request: ListRequest): FieldReader {
  return request.columns.length > 1 ? severalCells(request) : oneCell(request);
}

/** Reads a cell as the id of its list, -1 where it is empty. Few parts make many lists, and are remembered. */
function readerOfLists({ of, splitBy, store }: ListRequest): (cell: string) => number | Unreadable {
  const parts = new Memo(of === "modifiers" ? readModifier : readDiagnosis);
  const readPart = (part: string): string | Unreadable => parts.get(part);
  return (cell) => {
    const list = readList(cell, splitBy, readPart);
    return list instanceof Unreadable ? list : store.lists.idOf(list);
  };
}

function oneCell(request: ListRequest): FieldReader {
  const { store } = request;
  const column = request.columns[0] ?? -1;
  let otherwise = store.lists.idOf(request.fallback);
  const read = readerOfLists(request);
  const remembered = new CellMemo(read);
  const memory = new ColumnMemory();
  return {
    store,
    read: (batch, base, refusals) => {
      const { bytes, starts, ends, count, width } = batch;
      const ids = store.ids.room(base + count);
      if (column < 0) {
        ids.fill(otherwise, base, base + count);
        return;
      }
      const readCell = (record: number): number => {
        const start = starts[record * width + column] ?? 0;
        const end = ends[record * width + column] ?? 0;
        const id = start < end ? remembered.valueOf(batch, start, end) : -1;
        if (id === refused) refusals.refuse(record, { column, reason: remembered.reason });
        return id === -1 ? otherwise : id;
      };
      // The kernel remembers cells too: what it does not know is nearly always new.
      const readNew = (record: number): number => {
        const start = starts[record * width + column] ?? 0;
        const end = ends[record * width + column] ?? 0;
        const id = start < end ? read(textOf(bytes, start, end)) : -1;
        if (!(id instanceof Unreadable)) return id === -1 ? otherwise : id;
        refusals.refuse(record, { column, reason: id.reason });
        return refused;
      };
      memory.ints(batch, column, otherwise, readCell, ids, base, readNew);
    },
    forget: () => {
      memory.clear();
      remembered.clear();
      otherwise = store.lists.idOf(request.fallback);
    },
  };
}

/**
 * Cells are joined one by one, and what a beginning and a cell make together is worked out once. A beginning of one cell
 * is its list's id; one of several is -2 and lower, by its pair of beginning and cell.
 */
function severalCells(request: ListRequest): FieldReader {
  const { columns, store } = request;
  let otherwise = store.lists.idOf(request.fallback);
  const remembered = new CellMemo(readerOfLists(request));
  let pairs = new PairKeys();
  const joined: (readonly string[])[] = [];
  const ids: number[] = [];
  const listOf = (beginning: number): readonly string[] =>
    (beginning < -1 ? joined[-2 - beginning] : store.lists.values[beginning]) ?? [];
  const join = (beginning: number, cell: number): number => {
    const pair = pairs.numberOf(beginning, cell);
    if (pair === joined.length) joined.push([...listOf(beginning), ...listOf(cell)]);
    return -2 - pair;
  };
  const idOf = (beginning: number): number => {
    if (beginning >= -1) return beginning;
    const pair = -2 - beginning;
    const id = ids[pair] ?? store.lists.idOf(listOf(beginning));
    ids[pair] = id;
    return id;
  };
  return {
    store,
    read: (batch, base, refusals) => {
      const { starts, ends, count, width } = batch;
      const column = store.ids.room(base + count);
      for (let record = 0; record < count; record++) {
        let list = -1;
        for (const place of columns) {
          const start = starts[record * width + place] ?? 0;
          const end = ends[record * width + place] ?? 0;
          if (start === end) continue;
          const id = remembered.valueOf(batch, start, end);
          if (id === refused) {
            refusals.refuse(record, { column: place, reason: remembered.reason });
            break;
          }
          if (id !== -1) list = list === -1 ? id : join(list, id);
        }
        column[base + record] = list === -1 ? otherwise : idOf(list);
      }
    },
    forget: () => {
      remembered.clear();
      pairs = new PairKeys();
      joined.length = 0;
      ids.length = 0;
      otherwise = store.lists.idOf(request.fallback);
    },
  };
}
