/**
 * Reads one field of a file's rows: from its cells into its store. A reader reads first and keeps later, since a row is
 * kept only where all of its fields could be read.
 */
import { noDate } from "@edict/rulebook";
import { Memo } from "../columns/memo.js";
import type { DateForm } from "../values/dates.js";
import { readDiagnosis, readList, readModifier } from "../values/lists.js";
import { Unreadable, unreadable } from "../values/unreadable.js";
import { rowReasons } from "../diagnostics.js";
import type { Read } from "./field-kind.js";
import type { DateStore, ListStore, NumberStore, TextStore } from "./stores.js";

/** A cell that cannot be read: its place in the row and why. */
export interface Refusal {
  readonly column: number | null;
  readonly reason: string;
}

/** Reads a field of a row, and keeps what was read last. */
export interface FieldReader {
  readonly read: (cells: readonly string[]) => Refusal | null;
  readonly keep: () => void;
}

/** The reader of dates also tells the day that was read last, for what depends on two dates, and can change it. */
export interface DateReader extends FieldReader {
  readonly day: () => number;
  readonly change: (day: number) => void;
  readonly column: number;
}

/** What a blank cell of a field that every line needs is refused with. */
function blank(field: string, column: number): Refusal {
  return { column, reason: unreadable(rowReasons, "blank-field", { field }).reason };
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

/** A field of text. */
export function textReader(request: ReaderRequest<TextStore, string>, read: Read<string> | null): FieldReader {
  const { field, column, store, fallback, required } = request;
  const otherwise = fallback === null ? -1 : store.texts.idOf(fallback);
  const refusal = required && fallback === null ? blank(field, column) : null;
  const plain = (cell: string): number => {
    const text = cell.trim();
    return text === "" ? otherwise : store.texts.idOf(text);
  };
  const remembered = new Memo<number | Unreadable>((cell) => {
    const text = cell.trim();
    const value = text === "" ? null : (read?.(text) ?? text);
    return value === null ? otherwise : value instanceof Unreadable ? value : store.texts.idOf(value);
  });
  let last = otherwise;
  let lastCell = "";
  return {
    read: (cells) => {
      const cell = cells[column] ?? "";
      // Rows of one patient, claim or payer often stand together.
      if (cell !== lastCell) {
        const id = cell === "" ? otherwise : read === null ? plain(cell) : remembered.get(cell);
        if (id instanceof Unreadable) return { column, reason: id.reason };
        [last, lastCell] = [id, cell];
      }
      return last === -1 ? refusal : null;
    },
    keep: () => store.ids.push(last),
  };
}

/** A field of numbers. */
export function numberReader(request: ReaderRequest<NumberStore, number>, read: Read<number>): FieldReader {
  const { column, store } = request;
  const otherwise = request.fallback ?? NaN;
  let last = NaN;
  return {
    read: (cells) => {
      const text = (cells[column] ?? "").trim();
      const value = text === "" ? otherwise : read(text);
      if (value instanceof Unreadable) return { column, reason: value.reason };
      last = value;
      return null;
    },
    keep: () => store.values.push(last),
  };
}

/** A field of dates. */
export function dateReader(request: ReaderRequest<DateStore, number>, form: DateForm): DateReader {
  const { field, column, store, fallback, required } = request;
  const otherwise = fallback ?? noDate;
  const refusal = required && fallback === null ? blank(field, column) : null;
  let last = noDate;
  return {
    column,
    read: (cells) => {
      const text = (cells[column] ?? "").trim();
      const day = text === "" ? otherwise : form.read(text);
      if (day instanceof Unreadable) return { column, reason: day.reason };
      last = day;
      return day === noDate ? refusal : null;
    },
    keep: () => store.days.push(last),
    day: () => last,
    change: (day) => {
      last = day;
    },
  };
}

/** A field of lists, from one cell or several. */
export function listReader(request: {
  readonly of: "modifiers" | "diagnoses";
  readonly columns: readonly number[];
  readonly splitBy: string | null;
  readonly store: ListStore;
  readonly fallback: readonly string[];
}): FieldReader {
  const { columns, store, splitBy } = request;
  const readPart = request.of === "modifiers" ? readModifier : readDiagnosis;
  const otherwise = store.lists.idOf(request.fallback);
  const parts = new Memo((cell) => readList(cell, splitBy, readPart));
  // Of one cell, the list's id is remembered; of several, the parts of each.
  const single = new Memo<number | Unreadable>((cell) => {
    const list = parts.get(cell);
    return list instanceof Unreadable ? list : list.length === 0 ? otherwise : store.lists.idOf(list);
  });
  const [only, second] = columns;
  let last = -1;

  function readOne(cells: readonly string[], column: number): Refusal | null {
    const cell = cells[column] ?? "";
    const id = cell === "" ? otherwise : single.get(cell);
    if (id instanceof Unreadable) return { column, reason: id.reason };
    last = id;
    return null;
  }

  function readSeveral(cells: readonly string[]): Refusal | null {
    let filled = -1;
    let several = false;
    for (const column of columns) {
      if ((cells[column] ?? "") === "") continue;
      several = filled !== -1;
      if (several) break;
      filled = column;
    }
    if (!several) return readOne(cells, filled);
    const list: string[] = [];
    for (const column of columns) {
      const cell = cells[column] ?? "";
      const part = cell === "" ? [] : parts.get(cell);
      if (part instanceof Unreadable) return { column, reason: part.reason };
      for (const value of part) list.push(value);
    }
    last = list.length === 0 ? otherwise : store.lists.idOf(list);
    return null;
  }

  return {
    read: (cells) => (second === undefined ? readOne(cells, only ?? -1) : readSeveral(cells)),
    keep: () => store.ids.push(last),
  };
}
