/** Two authorities with one title and one version are one source under two names; citations of it are then found by half. */
import type { AuthorityDeclaration } from "../../ast/nodes.js";
import type { Placed } from "../../names/declared.js";
import { allOf } from "../../names/declared.js";
import { stretchOf } from "../../source/source.js";
import { bookLint } from "../lint.js";

export const authorityTitleTwice = bookLint(
  {
    code: "authority-title-twice",
    severity: "warning",
    message: (p: { name: string; other: string }) =>
      `${p.name} has the title and the version of ${p.other}; cite one of them, or say what differs`,
  },
  ({ declared }, found) => {
    const known = new Map<string, Placed<AuthorityDeclaration>>();
    for (const placed of allOf(declared, "authority")) {
      const { source, node } = placed;
      const key = `${plain(node.title.text)}\n${plain(node.version?.text ?? "")}`;
      const first = known.get(key);
      if (first === undefined) {
        known.set(key, placed);
        continue;
      }
      const related = [{ at: stretchOf(first.source, first.node.name), text: "the other is declared here" }];
      found(stretchOf(source, node.title), { name: node.name.text, other: first.node.name.text }, { related });
    }
  },
);

/** Case and blanks make no other title. */
function plain(text: string): string {
  return text.toLowerCase().replace(/\s+/g, " ").trim();
}
