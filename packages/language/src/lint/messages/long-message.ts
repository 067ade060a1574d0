/** A message that no worklist shows whole: what to do stands at its end, where it is cut. */
import { stretchOf } from "../../source/source.js";
import { declarationLint } from "../lint.js";

/** Signs that a column of a worklist shows, generously. */
const most = 200;

export const longMessage = declarationLint(
  {
    code: "long-message",
    severity: "info",
    message: (p: { length: number; most: number }) =>
      `the message has ${p.length} signs, and worklists cut it; say it in ${p.most}, and put the reason into because`,
  },
  ["rule", "override"],
  (_, { source, node }, found) => {
    for (const clause of node.clauses) {
      if (clause.kind !== "outcome" || clause.message === null) continue;
      const { length } = clause.message.text;
      if (length > most) found(stretchOf(source, clause.message), { length, most });
    }
  },
);
