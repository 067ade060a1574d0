/** Which sets are written in which, for whoever asks what a slip in one of them reaches. */
import type { Analysis } from "../../analyse.js";
import { allOf } from "../declared.js";
import type { SetKind } from "./blocks.js";
import { isValue } from "./blocks.js";

/** Of each set, the sets that stand in it by name; not those after its `except`, nor what has dates there. */
export type SetsWithin = { readonly [K in SetKind]: ReadonlyMap<string, readonly string[]> };

export function setsWithin({ book }: Analysis): SetsWithin {
  const of = (kind: SetKind): ReadonlyMap<string, readonly string[]> =>
    new Map(
      allOf(book.declared, kind).map(({ node }) => [
        node.name.text,
        node.set.items.flatMap(({ value, from, until }) =>
          value.kind === "word" && from === null && until === null && !isValue(kind, value.text) ? [value.text] : [],
        ),
      ]),
    );
  return { codes: of("codes"), diagnoses: of("diagnoses"), modifiers: of("modifiers") };
}
