/** The same citation twice says nothing more, and a reader looks for the difference. */
import { stretchOf } from "../../source/source.js";
import { lineOf } from "../fixes/whole-lines.js";
import { declarationLint } from "../lint.js";

export const citationTwice = declarationLint(
  {
    code: "citation-twice",
    severity: "warning",
    message: (p: { name: string }) => `${p.name} is cited with the same words twice; keep one, or say what differs`,
  },
  ["rule", "override", "waive"],
  (_, { source, node }, found) => {
    const known = new Set<string>();
    for (const clause of node.clauses) {
      if (clause.kind !== "because") continue;
      const key = `${clause.authority.text}\n${clause.detail?.text ?? ""}`;
      if (!known.has(key)) {
        known.add(key);
        continue;
      }
      const at = stretchOf(source, clause);
      const fixes = [{ title: "take the second out", edits: [{ at: lineOf(at), text: "" }] }];
      found(at, { name: clause.authority.text }, { fixes });
    }
  },
);
