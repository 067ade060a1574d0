/**
 * An item that another item of the list holds: a code of a range or of a set that is named beside it, a diagnosis that
 * is more specific than one in the list. It adds nothing, and whoever takes the other out believes that it is gone.
 */
import type { SetItem } from "../../ast/nodes.js";
import type { Block } from "../../names/sets/settle.js";
import { stretchOf } from "../../source/source.js";
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
      for (const [item, other] of covered(book, list)) {
        // The same words twice are another lint's business.
        if (shown(item) === shown(other)) continue;
        const company = { fixes: takingOut(source, list.items, item) };
        found(stretchOf(source, item), { item: shown(item), other: shown(other) }, company);
      }
    }
  },
);

interface OwnedBlock extends Block {
  readonly owner: number;
}

/** The items whose every block lies within one of another item, each with the first such item. */
function covered(book: Book, { kind, items }: ItemList): readonly (readonly [SetItem, SetItem])[] {
  const blocks = items.map((item) => blocksOfItem(book, kind, item));
  const owned = blocks.flatMap((own, owner) => own.map((block): OwnedBlock => ({ ...block, owner })));
  owned.sort((left, right) =>
    left.start < right.start ? -1 : left.start > right.start ? 1 : left.end < right.end ? 1 : -1,
  );
  const left = blocks.map(({ length }) => length);
  const within = new Map<number, number>();
  let open: OwnedBlock[] = [];
  for (let first = 0; first < owned.length;) {
    const start = owned[first]?.start ?? "";
    let next = first;
    while (owned[next]?.start === start) next++;
    const same = owned.slice(first, next);
    open = [...open.filter(({ end }) => end > start), ...same];
    for (const block of same) {
      const other = open.find((one) => one.owner !== block.owner && holds(one, block));
      if (other === undefined) continue;
      left[block.owner] = (left[block.owner] ?? 0) - 1;
      if (!within.has(block.owner)) within.set(block.owner, other.owner);
    }
    first = next;
  }
  return items.flatMap((item, index): (readonly [SetItem, SetItem])[] => {
    const other = items[within.get(index) ?? -1];
    return left[index] === 0 && other !== undefined ? [[item, other]] : [];
  });
}

/** Whether one block holds another; of two equal ones the first holds the second. */
function holds(one: OwnedBlock, block: OwnedBlock): boolean {
  if (one.start > block.start || one.end < block.end || one.from > block.from || one.until < block.until) return false;
  const equal =
    one.start === block.start && one.end === block.end && one.from === block.from && one.until === block.until;
  return !equal || one.owner < block.owner;
}
