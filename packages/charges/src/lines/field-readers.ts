/**
 * Reads one field of many rows at once: from the cells of a batch into the field's column, whose new places are those of
 * the batch's records. Where a cell cannot be read the row is refused; it is taken out of all columns afterwards.
 */
import { noDate } from "@edict/rulebook";
import { bytesOf } from "../columns/byte-keys.js";
import { CellMemo, refused } from "../columns/cell-memo.js";
import { rowReasons } from "../diagnostics.js";
import { ColumnMemory } from "../kernel/column-memory.js";
import { gatherTexts } from "../kernel/gather-texts.js";
import type { RecordBatch } from "../records/record-batch.js";
import { isBlank } from "../records/record-batch.js";
import type { DateForm } from "../values/dates.js";
import { usualDates } from "../values/dates.js";
import type { PlainNumbers } from "../values/plain-numbers.js";
import { plainDay, plainNumber } from "../values/plain-numbers.js";
import { isPlainCode, readCode } from "../values/texts.js";
import { Unreadable, unreadable } from "../values/unreadable.js";
import type { Read } from "./field-kind.js";
import type { Refusal, Refusals } from "./refusals.js";
import type { DateStore, NumberStore, OwnTextStore, Store, TextStore } from "./stores.js";

/** Reads a field of a batch's records, the first of which is the line at `base`. */
export interface FieldReader {
  readonly read: (batch: RecordBatch, base: number, refusals: Refusals) => void;
  readonly store: Store;
  /** Forgets what it remembers of the store's dictionary, which is another one from now on. */
  readonly forget: () => void;
}

/** What every reader of single cells is made from. */
export interface ReaderRequest<S, V> {
  readonly field: string;
  /** The cell's place in the row; -1 where the file has no such column and only `fallback` counts. */
  readonly column: number;
  readonly store: S;
  /** What `--set` gives to a line whose cell is blank; null: nothing. */
  readonly fallback: V | null;
  /** True where a blank cell without a fallback rejects the row. */
  readonly required: boolean;
}

/** What a blank cell of a field that every line needs is refused with. */
function blank(field: string, column: number): Refusal {
  return { column, reason: unreadable(rowReasons, "blank-field", { field }).reason };
}

/** A field of text. */
export function textReader(request: ReaderRequest<TextStore, string>, read: Read<string> | null): FieldReader {
  const { field, column, store, fallback, required } = request;
  const idOfFallback = (): number => (fallback === null ? -1 : store.texts.idOf(fallback));
  let otherwise = idOfFallback();
  const refusal = required && fallback === null ? blank(field, column) : null;
  const remembered = new CellMemo((cell) => {
    const text = cell.trim();
    const value = text === "" ? null : (read?.(text) ?? text);
    return value === null ? -1 : value instanceof Unreadable ? value : store.texts.idOf(value);
  });
  const memory = new ColumnMemory();
  return {
    store,
    read: (batch, base, refusals) => {
      const { bytes, starts, ends, count, width } = batch;
      const { texts } = store;
      const ids = store.ids.room(base + count);
      if (column < 0) {
        ids.fill(otherwise, base, base + count);
        return;
      }
      const readCell = (record: number): number => {
        const start = starts[record * width + column] ?? 0;
        const end = ends[record * width + column] ?? 0;
        let id = -1;
        if (start < end) {
          const asItStands = read === null || (read === readCode && isPlainCode(bytes, start, end));
          id = asItStands ? texts.idOfCell(batch, start, end) : remembered.valueOf(batch, start, end);
          if (id === refused) refusals.refuse(record, { column, reason: remembered.reason });
        }
        if (id !== -1 || refusal === null) return id === -1 ? otherwise : id;
        refusals.refuse(record, refusal);
        return refused;
      };
      memory.ints(batch, column, refusal === null ? otherwise : null, readCell, ids, base);
    },
    forget: () => {
      memory.clear();
      remembered.clear();
      otherwise = idOfFallback();
    },
  };
}

/** A field of texts that hardly repeat; it refuses nothing, so that it is read when the rows that stay are known. */
export interface OwnTextReader {
  readonly keep: (batch: RecordBatch, kept: Int32Array, count: number) => void;
}

/** A field of texts that hardly repeat. */
export function ownTextReader(column: number, store: OwnTextStore, fallback: string | null): OwnTextReader {
  const otherwise = bytesOf(fallback ?? "");
  return {
    keep: (batch, kept, count) => {
      const { bytes, starts, ends, width, kernel: room } = batch;
      const { texts } = store;
      if (room !== null && room !== undefined && column >= 0 && count === batch.count && otherwise.length === 0) {
        gatherTexts(room, batch, column, texts);
        return;
      }
      for (let index = 0; index < count; index++) {
        const cell = (kept[index] ?? 0) * width + column;
        const start = column < 0 ? 0 : (starts[cell] ?? 0);
        const end = column < 0 ? 0 : (ends[cell] ?? 0);
        if (otherwise.length > 0 && isBlank(bytes, start, end)) texts.push(otherwise, 0, otherwise.length);
        else texts.push(batch, start, end);
      }
    },
  };
}

/** A field of numbers. */
export function numberReader(
  request: ReaderRequest<NumberStore, number>,
  read: Read<number>,
  plain: PlainNumbers,
): FieldReader {
  const { column, store } = request;
  const otherwise = request.fallback ?? NaN;
  const remembered = new CellMemo((cell) => {
    const text = cell.trim();
    return text === "" ? otherwise : read(text);
  });
  const memory = new ColumnMemory();
  return {
    store,
    read: (batch, base, refusals) => {
      const { bytes, starts, ends, count, width } = batch;
      const values = store.values.room(base + count);
      if (column < 0) {
        values.fill(otherwise, base, base + count);
        store.values.arePlain &&= otherwise >= 0;
        return;
      }
      const readCell = (record: number): number => {
        const start = starts[record * width + column] ?? 0;
        const end = ends[record * width + column] ?? 0;
        if (start === end) return otherwise;
        const number = plainNumber(bytes, start, end, plain);
        const value = Number.isNaN(number) ? remembered.valueOf(batch, start, end) : number;
        if (value === refused) refusals.refuse(record, { column, reason: remembered.reason });
        return value;
      };
      const arePlain = memory.numbers(batch, column, otherwise, plain, readCell, values, base);
      store.values.arePlain &&= arePlain;
    },
    forget: () => {
      memory.clear();
      remembered.clear();
    },
  };
}

/** A field of dates. */
export function dateReader(request: ReaderRequest<DateStore, number>, form: DateForm): FieldReader {
  const { field, column, store, fallback, required } = request;
  const otherwise = fallback ?? noDate;
  const refusal = required && fallback === null ? blank(field, column) : null;
  const usual = form === usualDates;
  const remembered = new CellMemo((cell) => {
    const text = cell.trim();
    return text === "" ? otherwise : form.read(text);
  });
  const memory = new ColumnMemory();
  return {
    store,
    read: (batch, base, refusals) => {
      const { bytes, starts, ends, count, width } = batch;
      const days = store.days.room(base + count);
      if (column < 0) {
        days.fill(otherwise, base, base + count);
        return;
      }
      const readCell = (record: number): number => {
        const start = starts[record * width + column] ?? 0;
        const end = ends[record * width + column] ?? 0;
        let day = otherwise;
        if (start < end) {
          day = usual ? plainDay(bytes, start, end) : noDate;
          if (day === noDate) day = remembered.valueOf(batch, start, end);
        }
        if (day === refused) refusals.refuse(record, { column, reason: remembered.reason });
        if (day !== noDate || refusal === null) return day;
        refusals.refuse(record, refusal);
        return refused;
      };
      const blank = refusal === null ? otherwise : null;
      if (usual) memory.days(batch, column, blank, readCell, days, base);
      else memory.ints(batch, column, blank, readCell, days, base);
    },
    forget: () => {
      memory.clear();
      remembered.clear();
    },
  };
}
