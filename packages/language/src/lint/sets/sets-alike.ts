/** Two sets that hold the same: when a code is added to one of them, the other stays behind. */
import type { NamedDeclaration, Placed } from "../../names/declared.js";
import { allOf } from "../../names/declared.js";
import { stretchOf } from "../../source/source.js";
import { bookLint } from "../lint.js";

export const setsAlike = bookLint(
  {
    code: "sets-alike",
    severity: "warning",
    message: (p: { name: string; other: string }) =>
      `${p.name} holds what ${p.other} holds; use one of them, or write the one as the other where they mean different things`,
  },
  (book, found) => {
    for (const kind of ["codes", "diagnoses", "modifiers"] as const) {
      const known = new Map<string, Placed<NamedDeclaration>>();
      for (const { source, node } of allOf(book.declared, kind)) {
        const set = book.sets[kind].get(node.name.text);
        if (set === undefined || !set.sure || set.blocks.length === 0) continue;
        // `codes Planning = OtherPlanning` says itself that they are one, and follows every change.
        const [only] = node.set.items;
        const isAnother = only?.value.kind === "word" && book.declared.has(only.value.text);
        if (isAnother && node.set.items.length === 1 && node.set.except.length === 0) continue;
        const key = JSON.stringify(set.blocks);
        const first = known.get(key);
        if (first === undefined) {
          known.set(key, { source, node });
          continue;
        }
        const related = [{ at: stretchOf(first.source, first.node.name), text: "the other set" }];
        found(stretchOf(source, node.name), { name: node.name.text, other: first.node.name.text }, { related });
      }
    }
  },
);
