/** A row whose dates run backwards, in a table rule that reads them: it holds on no day. */
import { stretchOf } from "../../source/source.js";
import { tableOf } from "../../names/versions.js";
import { versionLint } from "../lint.js";

export const rowNeverInForce = versionLint(
  {
    code: "row-never-in-force",
    severity: "warning",
    message: (p: { from: string; to: string; rule: string }) =>
      `this row would begin on ${p.from} and end on ${p.to}, so ${p.rule} never reads it; mend its dates`,
  },
  (book, version, found) => {
    const { effective } = version.clauses;
    const table = tableOf(book, version);
    if (effective === null || table === null || table === "unknown") return;
    const { from, to } = effective.node;
    const { source, node } = table.declaration;
    if (from?.kind !== "row-reference" || to?.kind !== "row-reference" || node.source.kind !== "written-table") return;
    const [first, last] = [from, to].map(({ column }) => table.columns.findIndex(({ name }) => name === column.text));
    for (const row of node.source.rows) {
      const [begins, ends] = [row.cells[first ?? -1]?.text ?? "", row.cells[last ?? -1]?.text ?? ""];
      if (begins === "" || ends === "" || begins <= ends) continue;
      found(stretchOf(source, row), { from: begins, to: ends, rule: version.parts.rule.node.name.text });
    }
  },
);
