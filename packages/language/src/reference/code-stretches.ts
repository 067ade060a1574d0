/**
 * The codes of a rulebook, cut where anything that is said of them changes: each stretch is one code, or neighbours of
 * which the rulebook says the very same. So a range of a thousand codes is one stretch, and a code that a rule names
 * within it is another.
 */
import { compareBytes } from "@edict/rulebook";
import type { Blocks } from "../names/sets/blocks.js";
import { codeSpans } from "../names/sets/blocks.js";
import type { Block } from "../names/sets/settle.js";
import { always } from "../names/sets/settle.js";

/** Codes of which the same holds. */
export interface CodeStretch<Owner> {
  readonly first: string;
  readonly last: string;
  /** How many codes that are. */
  readonly size: number;
  readonly start: string;
  readonly end: string;
  /** Who holds them, with the blocks (one for each stretch of days) that do. */
  readonly held: readonly { readonly owner: Owner; readonly blocks: Blocks }[];
}

/** The stretches of all codes that somebody holds, in the order of the codes. */
export function codeStretches<Owner>(
  owners: readonly { readonly owner: Owner; readonly blocks: Blocks }[],
): readonly CodeStretch<Owner>[] {
  const all = owners.flatMap(({ blocks }) => blocks);
  const cuts = [...new Set(all.flatMap(({ start, end }) => [start, end]))].sort(compareBytes);
  const places = new Map(cuts.map((cut, index) => [cut, index]));
  const held: { owner: Owner; blocks: Block[] }[][] = cuts.map(() => []);
  for (const { owner, blocks } of owners) {
    for (const block of blocks) {
      const end = places.get(block.end) ?? 0;
      for (let at = places.get(block.start) ?? 0; at < end; at++) {
        const here = held[at];
        const last = here?.at(-1);
        if (last?.owner === owner) last.blocks.push(block);
        else here?.push({ owner, blocks: [block] });
      }
    }
  }
  return cuts
    .flatMap((start, at): readonly CodeStretch<Owner>[] => {
      const end = cuts[at + 1];
      const here = held[at] ?? [];
      if (end === undefined || here.length === 0) return [];
      const [span] = codeSpans([{ start, end, ...always }]);
      if (span === undefined) return [];
      const size = Number(end.slice(2)) - Number(start.slice(2));
      return [{ first: span.first, last: span.last, size, start, end, held: here }];
    })
    .sort((left, right) => compareBytes(left.first, right.first));
}
