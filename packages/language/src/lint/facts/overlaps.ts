/** Which of many stretches of codes overlap, without looking at each with each. */
import type { Block } from "../../names/sets/settle.js";
import { lastWhile } from "../../source/last-while.js";

/** A block with the number of its owner. */
export interface Owned extends Block {
  readonly owner: number;
}

/** More than any rulebook needs; one of nothing but bundles of everything must not take minutes. */
const mostPairs = 200_000;

/** Calls `met` for each pair of one on the left and one on the right that share a code, whatever their dates. */
export function overlaps(
  left: readonly Owned[],
  right: readonly Owned[],
  met: (left: Owned, right: Owned) => void,
): void {
  const sorted = [...right].sort((one, other) => (one.start < other.start ? -1 : one.start > other.start ? 1 : 0));
  // The farthest end of all up to a place: beyond it nothing before reaches.
  const reach: string[] = [];
  for (const { end } of sorted) {
    const before = reach.at(-1) ?? "";
    reach.push(end > before ? end : before);
  }
  let pairs = 0;
  for (const block of left) {
    for (
      let at = lastWhile(sorted, ({ start }) => start < block.end);
      at >= 0 && (reach[at] ?? "") > block.start;
      at--
    ) {
      const other = sorted[at];
      if (other === undefined || other.end <= block.start) continue;
      if (++pairs > mostPairs) return;
      met(block, other);
    }
  }
}
