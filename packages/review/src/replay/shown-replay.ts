/**
 * A replay as it may be shown. What leaves for a pull request holds rule names and counts alone, and no count that concerns
 * fewer than eleven people, as CMS publishes none. A small cell is left out of every total, so that no total less the
 * others tells of it; and what is counted once over several cells is rounded, so that it does not tell of a small overlap.
 */
import type { LineOfFile, Replay, ReplayCell, Turn, Turned } from "./replay.js";
import { turns } from "./replay.js";

/** The least count of people that is shown. */
export const leastShown = 11;

/** `about`: rounded. `fewer`: fewer than `leastShown`, and not none. */
export type ShownCount =
  { readonly kind: "exact" | "about"; readonly count: number } | { readonly kind: "fewer"; readonly than: number };

export interface ShownAmount {
  readonly kind: "exact" | "about";
  readonly amount: number;
  /** Lines without an amount are not in it. */
  readonly ofAllLines: boolean;
}

export interface ShownTurned {
  /** Lines that turned; null where they are not shown. */
  readonly lines: ShownCount | null;
  /** Null where they are not shown, or no line names a claim. */
  readonly claims: ShownCount | null;
  readonly patients: ShownCount;
  /** Null where it is not shown, or no line has an amount. */
  readonly amount: ShownAmount | null;
}

/** `findings` is the count of `lines`: a rule raises one finding at most on each. */
export interface ShownCell extends ShownTurned {
  readonly rule: string;
  readonly turn: Turn;
  /** Nothing where a replay is shown to others. */
  readonly examples: readonly LineOfFile[];
}

/** The findings of one turn in all cells that are shown. */
export interface ShownFindings {
  readonly turn: Turn;
  readonly findings: number;
  /** How many cells are too small to be shown, and are not in it. */
  readonly smallCells: number;
}

export interface ShownReplay {
  readonly cells: readonly ShownCell[];
  readonly findings: readonly ShownFindings[];
  /** Over all cells that are shown; null where none is. */
  readonly total: ShownTurned | null;
}

/** To whom: `others`, such as the readers of a pull request; `author`, who has the charge files. */
export type ShownTo = "others" | "author";

export function shownReplay(replay: Replay, to: ShownTo): ShownReplay {
  const all = replay.all();
  const isSmall = ({ patients }: ReplayCell): boolean => to === "others" && patients < leastShown;
  const large = all.filter((cell) => !isSmall(cell));
  const isOne = large.length === 1 || to === "author";
  return {
    cells: all.map((cell) => ({
      rule: cell.rule,
      turn: cell.turn,
      ...(isSmall(cell) ? smallCell : shownTurned(cell, to, false)),
      examples: to === "author" ? cell.examples : [],
    })),
    findings: turns.map((turn) => {
      const ofTurn = large.filter((cell) => cell.turn === turn);
      return {
        turn,
        findings: ofTurn.reduce((sum, { lines }) => sum + lines, 0),
        smallCells: all.filter((cell) => cell.turn === turn).length - ofTurn.length,
      };
    }),
    total: large.length === 0 ? null : shownTurned(replay.turned(large), to, !isOne),
  };
}

/** A count by itself, such as of rows. */
export function shownAlone(count: number, to: ShownTo): ShownCount {
  return shownCount(count, to, false);
}

/** Even its findings are not counted: ten patients may have hundreds. */
const smallCell: ShownTurned = {
  lines: null,
  claims: null,
  patients: { kind: "fewer", than: leastShown },
  amount: null,
};

function shownTurned(turned: Turned, to: ShownTo, isRounded: boolean): ShownTurned {
  const { lines, claims, patients, amount, patientsPriced, allPriced } = turned;
  const showsAmount = amount !== null && (to === "author" || patientsPriced >= leastShown);
  return {
    lines: shownCount(lines, to, isRounded),
    claims: claims === null ? null : shownCount(claims, to, isRounded),
    patients: shownCount(patients, to, isRounded),
    amount: showsAmount
      ? { kind: isRounded ? "about" : "exact", amount: isRounded ? rounded(amount) : amount, ofAllLines: allPriced }
      : null,
  };
}

/** Rounded up to tens, as in a baseline. */
function shownCount(count: number, to: ShownTo, isRounded: boolean): ShownCount {
  if (to === "others" && count > 0 && count < leastShown) return { kind: "fewer", than: leastShown };
  return isRounded ? { kind: "about", count: Math.ceil(count / 10) * 10 } : { kind: "exact", count };
}

/** To two figures. */
function rounded(amount: number): number {
  return Number(amount.toPrecision(2));
}
