/**
 * A changed rule, cell by cell: for each payer, setting and stretch of days that some clause tells apart, the version
 * that held before and the one that holds now, and how what they find stands to each other.
 */
import type { Direction } from "../compare/direction.js";
import { both, byWithin, opposite } from "../compare/direction.js";
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
  const cells: Placed[] = [];
  for (const payer of payers) {
    for (const setting of settings) {
      for (const piece of days) {
        const [before, after] = [base.at(payer, setting, piece), head.at(payer, setting, piece)];
        const key = `${String(placeOf(base, before))} ${String(placeOf(head, after))} ${String(piece.first)}`;
        const direction = known.get(key) ?? directionOf(before, after, piece, rows);
        known.set(key, direction);
        cells.push({
          cell: { payer, setting, days: piece, base: before, head: after, direction, byOthers: false },
          under: [base.under(payer, setting, piece), head.under(payer, setting, piece)],
        });
      }
    }
  }
  // Dates of rows say where an override holds: no day alone can tell.
  const isProven = !base.byRow && !head.byRow;
  return withOthers(cells).map((cell) => (isProven ? cell : { ...cell, direction: "unknown" }));
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

type Pair = readonly [Version | null, Version | null];

/** A cell, and the versions that its lines stand under even where their clauses do not look at them. */
interface Placed {
  readonly cell: Cell;
  readonly under: Pair;
}

/**
 * A count runs over all lines that its version looks at, and that of an `expect` over all that stand under it. Where
 * these are others now, a line whose own clauses are as they were can go past what is allowed or fall short of what is
 * expected, or no longer.
 */
function withOthers(placed: readonly Placed[]): Cell[] {
  const known = new Map<Version, Map<Version, Map<number | null, Direction>>>();
  return placed.map(({ cell }) => {
    const { base, head } = cell;
    if (base === null || head === null || !runsOverOthers(base) || !runsOverOthers(head)) return cell;
    // Lines of other days are in no group by days.
    const day = isByDay(base) && isByDay(head) ? cell.days.first : null;
    const ofBase = known.get(base) ?? new Map<Version, Map<number | null, Direction>>();
    known.set(base, ofBase);
    const ofBoth = ofBase.get(head) ?? new Map<number | null, Direction>();
    ofBase.set(head, ofBoth);
    const others = ofBoth.get(day) ?? othersOf([base, head], day, placed);
    ofBoth.set(day, others);
    return {
      ...cell,
      direction: both(cell.direction, others),
      byOthers: cell.direction === "same" && others !== "same",
    };
  });
}

function othersOf(pair: readonly [Version, Version], day: number | null, placed: readonly Placed[]): Direction {
  const near = day === null ? placed : placed.filter(({ cell }) => cell.days.first === day);
  const some = (finds: "more" | "fewer"): boolean => pair.some((version) => countsOf(version, finds));
  return both(
    some("more")
      ? cameOrWent(
          pair,
          near.map(({ cell }) => [cell.base, cell.head]),
        )
      : "same",
    some("fewer")
      ? opposite(
          cameOrWent(
            pair,
            near.map(({ under }) => under),
          ),
        )
      : "same",
  );
}

/** Which lines the one of two versions has that the other has not: `more` where the second has all that the first has. */
function cameOrWent([base, head]: readonly [Version, Version], pairs: readonly Pair[]): Direction {
  const [came, went] = [
    pairs.some(([before, after]) => after === head && before !== base),
    pairs.some(([before, after]) => before === base && after !== head),
  ];
  return byWithin(!went, !came);
}

function runsOverOthers(version: Version): boolean {
  return countsOf(version, "more") || countsOf(version, "fewer");
}

function countsOf({ normal }: Version, finds: "more" | "fewer"): boolean {
  return normal.finds.checks.some(
    (check) => check.kind === "count" && check.finds === finds && check.per.by.kind !== "line",
  );
}

function isByDay({ normal }: Version): boolean {
  return normal.finds.checks.every((check) => check.kind !== "count" || check.per.by.kind === "day");
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
