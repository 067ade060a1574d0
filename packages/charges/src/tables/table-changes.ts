/**
 * What another state of a table changes: for each key, on which days what is in force is not what it was. Histories are
 * compared and not rows, so that a row which was cut in two and says what it said is no change.
 */
import type { Cell, TableData } from "@edict/rulebook";
import { noDate } from "@edict/rulebook";
import type { ComparableColumn } from "./comparable-columns.js";
import { comparable } from "./comparable-columns.js";
import type { DifferingStretch, Spoken } from "./differing-stretches.js";
import { differingStretches } from "./differing-stretches.js";
import { KeyedRows } from "./keyed-rows.js";

/** What the columns of a table are for. */
export interface TableShape {
  /** What rows are known by, such as two codes. */
  readonly keys: readonly string[];
  /** What they say. */
  readonly values: readonly string[];
  /** Columns of dates: the first and the last day on which a row is in force; null where rows are always in force. */
  readonly from: string | null;
  readonly to: string | null;
}

/** `dates`: on days that are over as the table has it, a row was in force and now is not, or the other way round. */
export type ChangeKind = "added" | "ended" | "changed" | "dates";

/** Days on which the rows of a key do not say what they said. */
export interface TableChange {
  readonly kind: ChangeKind;
  /** A cell for each column of keys. */
  readonly key: readonly Cell[];
  /** The first day, and the last; `noDate` where there is none. */
  readonly from: number;
  readonly to: number;
  /** What the rows in force said: for each a cell for each column of values; empty where none was in force. */
  readonly was: readonly (readonly Cell[])[];
  readonly now: readonly (readonly Cell[])[];
  /** Of `changed`: the columns of values that say otherwise. */
  readonly columns: readonly string[];
}

/** How many keys the tables have, of those that are in force on a day that is compared. */
export interface KeyCounts {
  readonly old: number;
  readonly new: number;
  /** In force on the same days with the same values. */
  readonly same: number;
}

export interface TableComparison {
  readonly shape: TableShape;
  /** Days before this one are not compared; `noDate`: all are. */
  readonly since: number;
  /** Told each change, in the order of keys and days. */
  readonly onChange: (change: TableChange) => void;
}

/** Compares two states of a table, both of which have the columns of the shape. */
export function tableChanges(older: TableData, newer: TableData, comparison: TableComparison): KeyCounts {
  const { shape, since, onChange } = comparison;
  const column = (name: string): ComparableColumn => columnOf(older, newer, name);
  const columns = {
    keys: shape.keys.map(column),
    values: shape.values.map(column),
    from: shape.from === null ? null : column(shape.from),
    to: shape.to === null ? null : column(shape.to),
  };
  const [old, now] = [rowsOf(columns, older, 0), rowsOf(columns, newer, 1)];
  const counts = { old: 0, new: 0, same: 0 };
  while (!old.ended || !now.ended) {
    const order = old.ended ? 1 : now.ended ? -1 : old.compare(now);
    const known = order > 0 ? now : old;
    // Most keys are the same, and most tables are compared on all days.
    if (order === 0 && since === noDate && old.sameAs(now)) {
      counts.old++;
      counts.new++;
      counts.same++;
    } else {
      const was = order > 0 ? [] : spokenOf(old);
      const is = order < 0 ? [] : spokenOf(now);
      const stretches = differingStretches(was, is, since);
      const inForce = { was: inForceSince(was, since), now: inForceSince(is, since) };
      if (inForce.was) counts.old++;
      if (inForce.now) counts.new++;
      if (inForce.was && inForce.now && stretches.length === 0) counts.same++;
      for (const stretch of stretches) {
        const { from, to } = stretch;
        onChange({
          kind: kindOf(stretch, inForce),
          key: columns.keys.map(({ cellOf }, index) => cellOf(known.columns.keys[index]?.[known.first()] ?? noDate)),
          from,
          to,
          was: stretch.was.map((says) => cellsOf(says, columns.values)),
          now: stretch.now.map((says) => cellsOf(says, columns.values)),
          columns: otherwise(stretch, shape.values),
        });
      }
    }
    if (order <= 0) old.next();
    if (order >= 0) now.next();
  }
  return counts;
}

function columnOf(older: TableData, newer: TableData, name: string): ComparableColumn {
  const column = comparable([older.columns.get(name), newer.columns.get(name)]);
  if (column === null) throw new Error("both tables were read with the columns of the shape, so both have them");
  return column;
}

function rowsOf(
  columns: {
    readonly keys: readonly ComparableColumn[];
    readonly values: readonly ComparableColumn[];
    readonly from: ComparableColumn | null;
    readonly to: ComparableColumn | null;
  },
  table: TableData,
  place: number,
): KeyedRows {
  const of = ({ numbers }: ComparableColumn): ArrayLike<number> => numbers[place] ?? [];
  const { keys, values, from, to } = columns;
  return new KeyedRows(
    {
      keys: keys.map(of),
      values: values.map(of),
      from: from === null ? null : of(from),
      to: to === null ? null : of(to),
    },
    table.count,
  );
}

function spokenOf(rows: KeyedRows): readonly Spoken[] {
  const { from, to, values } = rows.columns;
  return rows.rows().map((row) => ({
    from: from?.[row] ?? noDate,
    to: to?.[row] ?? noDate,
    says: values.map((column) => column[row] ?? noDate),
  }));
}

function inForceSince(history: readonly Spoken[], since: number): boolean {
  return history.some(({ to }) => to === noDate || to >= since);
}

/** A key that is new was added, whatever its days; one that was there may only be in force on other days. */
function kindOf(
  { to, was, now }: DifferingStretch,
  inForce: { readonly was: boolean; readonly now: boolean },
): ChangeKind {
  if (was.length === 0) return to === noDate || !inForce.was ? "added" : "dates";
  if (now.length === 0) return to === noDate || !inForce.now ? "ended" : "dates";
  return "changed";
}

function cellsOf(says: readonly number[], values: readonly ComparableColumn[]): readonly Cell[] {
  return values.map(({ cellOf }, index) => cellOf(says[index] ?? noDate));
}

function otherwise({ was, now }: DifferingStretch, values: readonly string[]): readonly string[] {
  if (was.length === 0 || now.length === 0) return [];
  return values.filter((_, index) => {
    const cells = [was, now].map((said) => [...new Set(said.map((says) => says[index] ?? noDate))]);
    const [before = [], after = []] = cells;
    return before.length !== after.length || before.some((cell) => !after.includes(cell));
  });
}
