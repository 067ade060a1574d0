/** A source that no rule cites is left over, or the rule that rests on it is missing or cites another. */
import { stretchOf } from "../../source/source.js";
import { allOf } from "../../names/declared.js";
import { bookLint } from "../lint.js";

export const unusedAuthority = bookLint(
  {
    code: "unused-authority",
    severity: "warning",
    message: (p: { name: string }) => `no rule cites the authority ${p.name}; cite it, or take it out`,
  },
  ({ declared, files }, found) => {
    const cited = new Set<string>();
    for (const { node: file } of files) {
      for (const declaration of file.declarations) {
        if (!("clauses" in declaration)) continue;
        for (const clause of declaration.clauses) if (clause.kind === "because") cited.add(clause.authority.text);
      }
    }
    for (const { source, node } of allOf(declared, "authority")) {
      const name = node.name.text;
      if (!cited.has(name)) found(stretchOf(source, node.name), { name });
    }
  },
);
