/**
 * A changed rule, cell by cell: for each payer, setting and stretch of days that some clause tells apart, the version
 * that held before and the one that holds now, and how what they find stands to each other.
 */
import type { Direction } from "../compare/direction.js";
import { both } from "../compare/direction.js";
import { compareFinds } from "../compare/finds.js";
import type { Book } from "../normal/book.js";
import { changesOf } from "../normal/dated-set.js";
import type { KnownRows } from "../normal/rows.js";
import type { DaysPiece, PayerPiece, SettingPiece } from "./axes.js";
import { daysPieces, payerPieces, settingPieces } from "./axes.js";
import type { Version, Versions } from "./versions.js";

export interface Cell {
  readonly payer: PayerPiece;
  readonly setting: SettingPiece;
  readonly days: DaysPiece;
  /** Null where the rule is off. */
  readonly base: Version | null;
  readonly head: Version | null;
  readonly direction: Direction;
  /** The clauses here are as they were; lines elsewhere that a count adds to these are not. */
  readonly byOthers: boolean;
}

export function cellsOf(base: Versions, head: Versions, books: readonly [Book, Book], rows: KnownRows): Cell[] {
  const payers = payerPieces([...base.payers, ...head.payers], declaredPayers(books));
  const settings = settingPieces([...base.settings, ...head.settings], declaredSettings(books));
  const days = daysPieces([...base.starts, ...head.starts, ...subjectChanges(base), ...subjectChanges(head)]);
  const known = new Map<string, Direction>();
  const cells: Cell[] = [];
  for (const payer of payers) {
    for (const setting of settings) {
      for (const piece of days) {
        const [before, after] = [base.at(payer, setting, piece), head.at(payer, setting, piece)];
        const key = `${String(placeOf(base, before))} ${String(placeOf(head, after))} ${String(piece.first)}`;
        const direction = known.get(key) ?? directionOf(before, after, piece, rows);
        known.set(key, direction);
        cells.push({ payer, setting, days: piece, base: before, head: after, direction, byOthers: false });
      }
    }
  }
  return withOthers(base.byRow || head.byRow ? cells.map(unproven) : cells);
}

/** Where a line stands: what says under which clauses it is looked at. */
export interface Place {
  readonly day: number;
  readonly payer: string | null;
  readonly setting: string | null;
  readonly place: string | null;
  readonly bill: string | null;
}

/** Whether a line there stands under the versions of the cell, on a day of the cell. */
export function isInCell(
  { base, head, days }: Cell,
  { day, payer, setting, place, bill }: Place,
  [before, after]: readonly [Versions, Versions],
): boolean {
  const text = payer?.toLowerCase() ?? null;
  const at = [
    { text, names: [], declared: null },
    { setting, place, bill, names: [] },
    { first: day, last: day },
  ] as const;
  return days.first <= day && day <= days.last && before.at(...at) === base && after.at(...at) === head;
}

function directionOf(base: Version | null, head: Version | null, days: DaysPiece, rows: KnownRows): Direction {
  if (base === null) return head === null ? "same" : "more";
  if (head === null) return "fewer";
  return compareFinds(base.normal.finds, head.normal.finds, days, rows);
}

/**
 * A count runs over all lines that its version looks at. Where it now looks at others too, a line whose own clauses are
 * as they were can go past, or no longer go past, what is allowed.
 */
function withOthers(cells: readonly Cell[]): Cell[] {
  const known = new Map<string, Direction>();
  return cells.map((cell) => {
    const { base, head } = cell;
    if (base === null || head === null || !runsOverOthers(base) || !runsOverOthers(head)) return cell;
    // Lines of other days are in no group by days.
    const day = isByDay(base) && isByDay(head) ? cell.days.first : null;
    const key = JSON.stringify([base.override, head.override, String(day)]);
    const others = known.get(key) ?? othersOf(base, head, day, cells);
    known.set(key, others);
    return {
      ...cell,
      direction: both(cell.direction, others),
      byOthers: cell.direction === "same" && others !== "same",
    };
  });
}

/** What lines that only one of the two versions looks at do to those that both look at. */
function othersOf(base: Version, head: Version, day: number | null, cells: readonly Cell[]): Direction {
  let [gains, loses] = [false, false];
  for (const other of cells) {
    if (day !== null && other.days.first !== day) continue;
    const [before, after] = [other.base === base, other.head === head];
    gains ||= after && !before;
    loses ||= before && !after;
  }
  return gains ? (loses ? "unknown" : "more") : loses ? "fewer" : "same";
}

/** An `expect` counts all lines, whatever its clauses say of them. */
function runsOverOthers({ normal }: Version): boolean {
  return normal.finds.checks.some(
    (check) => check.kind === "count" && check.finds === "more" && check.per.by.kind !== "line",
  );
}

function isByDay({ normal }: Version): boolean {
  return normal.finds.checks.every((check) => check.kind !== "count" || check.per.by.kind === "day");
}

/** Dates of rows say where an override holds: no day alone can tell. */
function unproven(cell: Cell): Cell {
  return { ...cell, direction: "unknown" };
}

/** Days from which the subjects of some version are others. */
function subjectChanges({ all }: Versions): readonly number[] {
  return all.flatMap(({ normal }) => normal.finds.checks.flatMap(({ subject }) => changesOf(subject.codes.set)));
}

function placeOf({ all }: Versions, version: Version | null): number {
  return version === null ? -1 : all.indexOf(version);
}

function declaredPayers(books: readonly Book[]): readonly string[] {
  return books.flatMap(({ rulebook }) => rulebook.payers.map(({ name }) => name));
}

function declaredSettings(books: readonly Book[]): Parameters<typeof settingPieces>[1] {
  return books.flatMap((book) => book.rulebook.settings.map(({ name }) => ({ name, meaning: book.settings([name]) })));
}
