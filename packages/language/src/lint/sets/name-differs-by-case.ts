/** Two names that differ in capitals alone: whoever writes the one when the other is meant is never told. */
import type { NamedDeclaration, Placed } from "../../names/declared.js";
import { stretchOf } from "../../source/source.js";
import { bookLint } from "../lint.js";

export const nameDiffersByCase = bookLint(
  {
    code: "name-differs-by-case",
    severity: "warning",
    message: (p: { name: string; other: string }) =>
      `${p.name} and ${p.other} differ in capitals alone; give one of them another name`,
  },
  (book, found) => {
    const known = new Map<string, Placed<NamedDeclaration>>();
    for (const { source, node } of book.declared.values()) {
      const key = node.name.text.toLowerCase();
      const first = known.get(key);
      if (first === undefined) {
        known.set(key, { source, node });
        continue;
      }
      const related = [{ at: stretchOf(first.source, first.node.name), text: "the other name" }];
      found(stretchOf(source, node.name), { name: node.name.text, other: first.node.name.text }, { related });
    }
  },
);
