/** Cells that were changed in the same way, put together as people speak of them: dates, payers, settings. */
import { compareBytes } from "@edict/rulebook";
import type { Cell } from "./cells/cells.js";
import type { DaysPiece } from "./cells/axes.js";
import type { Direction } from "./compare/direction.js";
import type { Witness } from "./witness/witness.js";

/** Where a rule means something else, and in which way. */
export interface Span {
  /** In order, apart. */
  readonly days: readonly DaysPiece[];
  /** Names of payers; `others` where the payers that no clause names are meant too. Null: all. */
  readonly payers: Who | null;
  readonly settings: Who | null;
  readonly verdict: Verdict;
  /** What holds there: null where the rule is off, else the override's reach in words, empty for the rule as written. */
  readonly base: string | null;
  readonly head: string | null;
  readonly byOthers: boolean;
  /** Cases that show it, computed and run; empty where none was found. */
  readonly witnesses: readonly Witness[];
  /** One of the cells, to find a case in. */
  readonly cell: Cell;
}

export interface Who {
  readonly names: readonly string[];
  readonly others: boolean;
}

export type Verdict = "same" | "stricter" | "looser" | "both ways" | "moved in time" | "unknown";

/** The cells that differ, as spans. */
export function spansOf(cells: readonly Cell[]): Span[] {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    if (cell.direction === "same") continue;
    const key = JSON.stringify([cell.direction, holding(cell.base), holding(cell.head), cell.byOthers]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [cell]);
    else group.push(cell);
  }
  const everyPayer = new Set(cells.map(({ payer }) => payer)).size;
  const everySetting = new Set(cells.map(({ setting }) => setting)).size;
  return [...groups.values()].flatMap((group) =>
    blocksOf(group).map(({ days, cells: block }): Span => {
      const payers = [...new Set(block.map(({ payer }) => payer))];
      const settings = [...new Set(block.map(({ setting }) => setting))];
      const [cell] = block;
      if (cell === undefined) throw new Error("a block has the cells that made it");
      return {
        days,
        payers: payers.length === everyPayer ? null : who(payers),
        settings: settings.length === everySetting ? null : who(settings),
        verdict: verdictOf(cell.direction),
        base: holding(cell.base),
        head: holding(cell.head),
        byOthers: cell.byOthers,
        witnesses: [],
        cell,
      };
    }),
  );
}

export function verdictOf(direction: Direction): Verdict {
  switch (direction) {
    case "same":
      return "same";
    case "more":
      return "stricter";
    case "fewer":
      return "looser";
    case "unknown":
      return "unknown";
  }
}

/** Of each payer and setting the days; then the payers and settings that have the same days, setting by setting. */
function blocksOf(cells: readonly Cell[]): { readonly days: readonly DaysPiece[]; readonly cells: readonly Cell[] }[] {
  const lines = grouped(cells, ({ payer, setting }) => JSON.stringify([payer, setting]));
  const bySetting = grouped(lines, (line) => JSON.stringify([line[0]?.payer, daysOf(line)]));
  const byPayer = grouped(bySetting, (some) =>
    JSON.stringify([some.map((line) => line[0]?.setting), daysOf(some[0] ?? [])]),
  );
  return byPayer.map((some) => ({ days: daysOf(some[0]?.[0] ?? []), cells: some.flat(2) }));
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

/** The days of some cells; stretches that follow on each other as one. */
export function daysOf(cells: readonly Cell[]): DaysPiece[] {
  const found: DaysPiece[] = [];
  for (const { days } of cells.toSorted((one, other) => one.days.first - other.days.first)) {
    const last = found.at(-1);
    if (last !== undefined && last.last + 1 === days.first)
      found[found.length - 1] = { first: last.first, last: days.last };
    else found.push(days);
  }
  return found;
}

/** The names of some payers or settings. */
export function who(pieces: readonly { readonly names: readonly string[] }[]): Who {
  return {
    names: [...new Set(pieces.flatMap(({ names }) => names))].sort(compareBytes),
    others: pieces.some(({ names }) => names.length === 0),
  };
}

function holding(version: Cell["base"]): string | null {
  return version === null ? null : (version.override ?? "");
}
