/** A row of a written table that stands there twice: the second was most likely to be another. */
import { stretchOf } from "../../source/source.js";
import { lineOf } from "../fixes/whole-lines.js";
import { declarationLint } from "../lint.js";

export const rowTwice = declarationLint(
  {
    code: "row-twice",
    severity: "warning",
    message: () => "this row stands in the table twice; take one out, or write what was meant",
  },
  ["table"],
  (_, { source, node }, found) => {
    if (node.source.kind !== "written-table") return;
    const known = new Set<string>();
    for (const row of node.source.rows) {
      const key = JSON.stringify(row.cells.map(({ text }) => text));
      const at = stretchOf(source, row);
      // Which of two equal rows a finding names would change with the first; the second is never named.
      if (known.has(key))
        found(at, {}, { fixes: [{ title: "take the second out", edits: [{ at: lineOf(at), text: "" }] }] });
      known.add(key);
    }
  },
);
