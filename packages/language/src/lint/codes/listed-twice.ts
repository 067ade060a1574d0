/** The same item twice in one list: the second was most likely to be another. */
import { onOneLine, stretchOf } from "../../source/source.js";
import { listing, listsIn } from "../facts/lists.js";
import { takingOut } from "../fixes/list-items.js";
import { declarationLint } from "../lint.js";

export const listedTwice = declarationLint(
  {
    code: "listed-twice",
    severity: "warning",
    message: (p: { item: string }) => `${p.item} stands in this list twice; take one out, or write what was meant`,
  },
  listing,
  (_, { source, node }, found) => {
    for (const { items } of listsIn(node)) {
      const known = new Set<string>();
      for (const [index, item] of items.entries()) {
        const shown = onOneLine(source, item);
        if (known.has(shown))
          found(stretchOf(source, item), { item: shown }, { fixes: takingOut(source, items, index) });
        known.add(shown);
      }
    }
  },
);
