/**
 * When codes were valid: what the files of an import say, laid over what an older table said. No two rows of one code
 * share a day.
 */
import { compareBytes, noDate } from "@edict/rulebook";

/** From when to when a code is valid; each `noDate` where it is open. */
export interface CodeRow {
  readonly code: string;
  readonly effective: number;
  /** The last day. */
  readonly ended: number;
}

/** What becomes of a row that is read. */
export type Said = "new" | "repeated" | "overlaps";

/** What the files of an import say. */
export class SaidCodes {
  readonly rows = new Map<string, CodeRow[]>();

  /** A row without dates says only that there is such a code: another that says more takes its place. */
  add(row: CodeRow): Said {
    const known = this.rows.get(row.code);
    if (known === undefined) {
      this.rows.set(row.code, [row]);
      return "new";
    }
    if (isUndated(row) || known.some((other) => isSame(row, other))) return "repeated";
    const [only] = known;
    if (only !== undefined && isUndated(only)) {
      this.rows.set(row.code, [row]);
      return "repeated";
    }
    if (known.some((other) => doOverlap(row, other))) return "overlaps";
    known.push(row);
    return "new";
  }
}

/** How an older table is gone on with. */
export interface Onto {
  /** The first day on which the files hold; `noDate` where nobody said. */
  readonly day: number;
  /** The files are all there is: what they no longer name ends. */
  readonly complete: boolean;
}

export interface CodeHistory {
  /** In order of code and first day. */
  readonly rows: readonly CodeRow[];
  readonly older: {
    readonly again: number;
    readonly replaced: number;
    readonly kept: number;
    readonly keptOpen: number;
  };
}

/** The rows of a table: what is said now, and of the older table what it does not touch. Null where a day is missing. */
export function codeHistory(
  said: ReadonlyMap<string, readonly CodeRow[]>,
  older: readonly CodeRow[] | null,
  { day, complete }: Onto,
): CodeHistory | null {
  const rows: CodeRow[] = [];
  const counts = { again: 0, replaced: 0, kept: 0, keptOpen: 0 };
  const before = byCode(older ?? []);
  for (const [code, now] of said) {
    const known = before.get(code) ?? [];
    const goesOn = known.find(({ ended }) => ended === noDate);
    const [only] = now;
    if (only !== undefined && isUndated(only) && goesOn !== undefined) {
      rows.push(...known);
      counts.again++;
      counts.kept += known.length - 1;
      continue;
    }
    const wanted = only !== undefined && isUndated(only) && older !== null ? begun(code, known, day) : now;
    if (wanted === null) return null;
    rows.push(...wanted);
    for (const row of known) {
      if (wanted.some((other) => isSame(row, other))) counts.again++;
      else if (wanted.some((other) => doOverlap(row, other))) counts.replaced++;
      else {
        rows.push(row);
        counts.kept++;
      }
    }
  }
  for (const [code, known] of before) {
    if (said.has(code)) continue;
    for (const row of known) {
      if (complete && row.ended === noDate) {
        if (day === noDate) return null;
        counts.replaced++;
        if (row.effective === noDate || row.effective < day) rows.push({ ...row, ended: day - 1 });
        continue;
      }
      rows.push(row);
      counts.kept++;
      if (row.ended === noDate) counts.keptOpen++;
    }
  }
  return { rows: rows.toSorted(inOrder), older: counts };
}

/** A code that comes up without dates, and is not open: from the day of the files on, or as if it had never ended. */
function begun(code: string, known: readonly CodeRow[], day: number): readonly CodeRow[] | null {
  const last = known.toSorted(inOrder).at(-1);
  if (last === undefined) return [{ code, effective: day, ended: noDate }];
  if (day === noDate) return null;
  return [{ code, effective: last.ended < day ? day : last.effective, ended: noDate }];
}

function byCode(rows: readonly CodeRow[]): ReadonlyMap<string, readonly CodeRow[]> {
  const found = new Map<string, CodeRow[]>();
  for (const row of rows) {
    const known = found.get(row.code);
    if (known === undefined) found.set(row.code, [row]);
    else known.push(row);
  }
  return found;
}

function inOrder(one: CodeRow, other: CodeRow): number {
  return compareBytes(one.code, other.code) || one.effective - other.effective;
}

function isUndated({ effective, ended }: CodeRow): boolean {
  return effective === noDate && ended === noDate;
}

function isSame(one: CodeRow, other: CodeRow): boolean {
  return one.effective === other.effective && one.ended === other.ended;
}

function doOverlap(one: CodeRow, other: CodeRow): boolean {
  return beginsBefore(one, other) && beginsBefore(other, one);
}

function beginsBefore(one: CodeRow, other: CodeRow): boolean {
  return one.effective === noDate || other.ended === noDate || one.effective <= other.ended;
}
