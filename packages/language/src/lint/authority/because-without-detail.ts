/** A manual has hundreds of pages. The detail says which sentence of it the rule rests on. */
import { stretchOf } from "../../source/source.js";
import { declarationLint } from "../lint.js";

export const becauseWithoutDetail = declarationLint(
  {
    code: "because-without-detail",
    severity: "info",
    message: (p: { name: string }) => `nothing says what of ${p.name} the rule rests on; add "…" after it`,
  },
  ["rule", "override", "waive"],
  (_, { source, node }, found) => {
    for (const clause of node.clauses) {
      if (clause.kind !== "because" || clause.detail !== null) continue;
      found(stretchOf(source, clause), { name: clause.authority.text });
    }
  },
);
