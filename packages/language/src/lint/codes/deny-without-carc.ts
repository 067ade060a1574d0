/** A denial without its reason code cannot be held against a payer's remittance, nor worked by code. */
import { stretchOf } from "../../source/source.js";
import { declarationLint } from "../lint.js";

export const denyWithoutCarc = declarationLint(
  {
    code: "deny-without-carc",
    severity: "info",
    message: () => "this denies without a reason code; write deny as CARC … and the code that the payer would give",
  },
  ["rule", "override"],
  (_, { source, node }, found) => {
    for (const clause of node.clauses) {
      if (clause.kind !== "outcome" || clause.severity !== "deny" || clause.carc !== null) continue;
      found(stretchOf(source, { start: clause.start, end: clause.start + clause.severity.length }), {});
    }
  },
);
