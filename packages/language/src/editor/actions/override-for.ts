/** Starts an override of a rule for one of the payers that its `for` names: its own statement, to be changed. */
import { isStatement } from "../../names/versions.js";
import type { ActionPlace, CodeAction } from "./code-action.js";
import { edit, withHoles } from "./code-action.js";
import { lineBelow } from "./insert-clause.js";

/** At most one action, at a payer. */
export function overrideFor(place: ActionPlace): readonly CodeAction[] {
  const { analysis, file, declaration, nodes, range } = place;
  if (declaration?.kind !== "rule" || declaration.broken) return [];
  const clause = declaration.clauses.find(({ kind }) => kind === "for");
  const payer = nodes.at(-1);
  const statement = declaration.clauses.find(isStatement);
  if (clause === undefined || payer?.kind !== "name-reference" || payer.start < clause.start || payer.end > clause.end)
    return [];
  const rule = declaration.name.text;
  const parts = analysis.book.rules.find((one) => one.rule.node.name.text === rule);
  // Another override might reach the same lines.
  if (statement === undefined || parts === undefined || parts.overrides.length + parts.waivers.length > 0) return [];
  if (range.end > payer.end) return [];
  const { text } = file.source;
  const name = text.slice(payer.start, payer.end);
  const { offset, before, after } = lineBelow(file.source, declaration.end, "");
  const hole = text.slice(statement.start, statement.end);
  const made = withHoles(`${before}\noverride ${rule} for ${name}\n  `, { hole, number: 1 }, after);
  return [
    {
      title: `override ${rule} for ${name}`,
      kind: "refactor.rewrite",
      preferred: false,
      mends: [],
      edits: [{ ...edit(place, { start: offset, end: offset }, made.text), holes: made.holes }],
    },
  ];
}
