/**
 * Days on which nobody meant what now holds: between two stretches of a rule on which it is off, or on which it holds as
 * written between two of its overrides; and days on which two of its overrides reach the same lines.
 */
import type { Who } from "../spans.js";
import { who } from "../spans.js";
import type { DaysPiece } from "./axes.js";
import type { Cell } from "./cells.js";
import type { Cover, Versions } from "./versions.js";

export interface NewCover {
  /** A gap in the rule, a gap between its overrides, or lines that two of its overrides or waivers reach. */
  readonly kind: "gap" | "gap between overrides" | "double cover";
  readonly days: DaysPiece;
  /** As in a span. */
  readonly payers: Who | null;
  readonly settings: Who | null;
}

/** Those that head has and base had not, by day. */
export function newCovers(base: Versions, head: Versions, cells: readonly Cell[]): NewCover[] {
  const places = new Map<string, Cell[]>();
  for (const cell of cells) {
    const key = JSON.stringify([cell.payer, cell.setting]);
    const own = places.get(key);
    if (own === undefined) places.set(key, [cell]);
    else own.push(cell);
  }
  const found = new Map<
    string,
    { readonly kind: NewCover["kind"]; readonly days: DaysPiece; readonly cells: Cell[] }
  >();
  for (const line of places.values()) {
    for (const { kind, days, cell } of ofLine(line, base, head)) {
      const key = JSON.stringify([kind, days]);
      const own = found.get(key) ?? { kind, days, cells: [] };
      found.set(key, own);
      own.cells.push(cell);
    }
  }
  const everyPayer = new Set(cells.map(({ payer }) => payer)).size;
  const everySetting = new Set(cells.map(({ setting }) => setting)).size;
  return [...found.values()].map(({ kind, days, cells: own }) => {
    const payers = [...new Set(own.map(({ payer }) => payer))];
    const settings = [...new Set(own.map(({ setting }) => setting))];
    return {
      kind,
      days,
      payers: payers.length === everyPayer ? null : who(payers),
      settings: settings.length === everySetting ? null : who(settings),
    };
  });
}

/** For one payer in one setting, through all days. */
function ofLine(
  cells: readonly Cell[],
  base: Versions,
  head: Versions,
): { readonly kind: NewCover["kind"]; readonly days: DaysPiece; readonly cell: Cell }[] {
  const line = cells.toSorted((one, other) => one.days.first - other.days.first);
  const covers = ({ cover }: Versions): readonly Cover[] =>
    line.map(({ payer, setting, days }) => cover(payer, setting, days));
  const [before, after] = [kindsOf(covers(base)), kindsOf(covers(head))];
  const found: { readonly kind: NewCover["kind"]; readonly days: DaysPiece; readonly cell: Cell }[] = [];
  for (const [at, cell] of line.entries()) {
    const kind = after[at] ?? null;
    if (kind === null || kind === before[at]) continue;
    const last = found.at(-1);
    if (last?.kind === kind && last.days.last + 1 === cell.days.first)
      found[found.length - 1] = { ...last, days: { first: last.days.first, last: cell.days.last } };
    else found.push({ kind, days: cell.days, cell });
  }
  return found;
}

/** What each stretch is, by those before and behind it; null where it is as it should be. */
function kindsOf(covers: readonly Cover[]): (NewCover["kind"] | null)[] {
  return covers.map((cover, at) => {
    if (cover === "double") return "double cover";
    const before = covers.slice(0, at).findLast((other) => other !== cover) ?? null;
    const behind = covers.slice(at).find((other) => other !== cover) ?? null;
    if (before === null || behind === null) return null;
    if (cover === "off") return "gap";
    return cover === "written" && before === "override" && behind === "override" ? "gap between overrides" : null;
  });
}
