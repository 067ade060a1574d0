/**
 * An item that another item of the list holds: a code of a range or of a set that is named beside it, a diagnosis that
 * is more specific than one in the list. It adds nothing, and whoever takes the other out believes that it is gone.
 */
import type { SetItem } from "../../ast/nodes.js";
import { always } from "../../names/sets/settle.js";
import { stretchOf } from "../../source/source.js";
import type { Owned } from "../facts/overlaps.js";
import type { ItemList } from "../facts/lists.js";
import { blocksOfItem, listing, listsIn } from "../facts/lists.js";
import { takingOut } from "../fixes/list-items.js";
import { declarationLint } from "../lint.js";
import type { Book } from "../../names/book.js";

export const alreadyInTheList = declarationLint(
  {
    code: "already-in-the-list",
    severity: "warning",
    message: (p: { item: string; other: string }) =>
      `${p.item} is in the list already, within ${p.other}; take it out, or write what was meant`,
  },
  listing,
  (book, { source, node }, found) => {
    const shown = ({ start, end }: SetItem): string => source.text.slice(start, end).replace(/\s+/g, " ");
    for (const list of listsIn(node)) {
      if (list.items.length < 2) continue;
      for (const [item, other, index] of covered(book, list)) {
        // The same words twice are another lint's business.
        if (shown(item) === shown(other)) continue;
        const company = { fixes: takingOut(source, list.items, index) };
        found(stretchOf(source, item), { item: shown(item), other: shown(other) }, company);
      }
    }
  },
);

/** The items whose every block lies within one of another item, each with the first such item. */
function covered(book: Book, { kind, items }: ItemList): readonly (readonly [SetItem, SetItem, number])[] {
  const blocks = items.map((item) => blocksOfItem(book, kind, item));
  const owned = blocks.flatMap((own, owner) => own.map((block): Owned => ({ ...block, owner })));
  // What holds another comes before it: it starts earlier, or ends later, or stands earlier in the list.
  owned.sort(
    (one, other) =>
      compare(one.start, other.start) ||
      compare(other.end, one.end) ||
      one.from - other.from ||
      other.until - one.until ||
      one.owner - other.owner,
  );
  if (reachOn(owned)) return [];
  const left = blocks.map(({ length }) => length);
  const within = new Map<number, number>();
  const widest = new Map<string, Widest>();
  for (const block of owned) {
    const own = `${block.from} ${block.until}`;
    const other = [...heldBy(widest, own)].flatMap(([days, found]) => {
      const one = found.first.owner === block.owner ? found.second : found.first;
      return one !== null && (days === own || holdsDays(one, block)) && one.end >= block.end ? [one] : [];
    })[0];
    widen(widest, own, block);
    if (other === undefined) continue;
    left[block.owner] = (left[block.owner] ?? 0) - 1;
    if (!within.has(block.owner)) within.set(block.owner, other.owner);
  }
  return items.flatMap((item, index): (readonly [SetItem, SetItem, number])[] => {
    const other = items[within.get(index) ?? -1];
    return left[index] === 0 && other !== undefined ? [[item, other, index]] : [];
  });
}

/** True where each block ends behind all that come before it, as nearly always: then none holds another. */
function reachOn(owned: readonly Owned[]): boolean {
  return owned.every(({ end }, at) => at === 0 || end > (owned[at - 1]?.end ?? ""));
}

/** Of the blocks so far with the same dates, the two of different items that reach farthest. */
interface Widest {
  readonly first: Owned;
  readonly second: Owned | null;
}

/** Lists of more different dates than this are compared by equal dates, and with what is not dated. */
const mostDates = 16;

function heldBy(widest: ReadonlyMap<string, Widest>, own: string): Iterable<readonly [string, Widest]> {
  if (widest.size <= mostDates) return widest;
  return [`${always.from} ${always.until}`, own].flatMap((days): (readonly [string, Widest])[] => {
    const found = widest.get(days);
    return found === undefined ? [] : [[days, found]];
  });
}

function holdsDays(one: Owned, block: Owned): boolean {
  return one.from <= block.from && block.until <= one.until;
}

function widen(widest: Map<string, Widest>, days: string, block: Owned): void {
  const known = widest.get(days);
  if (known === undefined) widest.set(days, { first: block, second: null });
  else if (block.end > known.first.end) {
    widest.set(days, { first: block, second: known.first.owner === block.owner ? known.second : known.first });
  } else if (known.first.owner !== block.owner && (known.second === null || block.end > known.second.end)) {
    widest.set(days, { first: known.first, second: block });
  }
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
