/** Which sets hold a code, a diagnosis or a modifier. The rules that a code has to do with are in `rules-of-code.ts`. */
import type { Analysis } from "../analyse.js";
import type { SetKind } from "../names/sets/blocks.js";
import { blocksHolding } from "../names/sets/blocks.js";
import type { Block } from "../names/sets/settle.js";

/** A set that holds a value, and the stretch of its days that does. */
export interface Holder {
  readonly set: string;
  readonly block: Block;
}

/** The sets of a kind that hold a value, one entry for each stretch of days. */
export function setsHolding({ book }: Analysis, of: SetKind, value: string): readonly Holder[] {
  return [...book.sets[of]].flatMap(([set, { blocks }]) =>
    blocksHolding(of, blocks, value).map((block) => ({ set, block })),
  );
}
