/** Adds the `effective` that a rule lacks, with the date that the file's other rules give most often. */
import { compareBytes } from "@edict/rulebook";
import type { RuleDeclaration } from "../../ast/nodes.js";
import type { ActionPlace, CodeAction } from "./code-action.js";
import { edit, withHoles } from "./code-action.js";
import { placeOfClause } from "./insert-clause.js";

/** Where no rule of the file has a date, there has to stand one until the analyst writes theirs. */
const placeholderDate = "2026-01-01";

/** One action, for a rule without dates; of a table that has a column of dates, by its rows. */
export function effectiveDates(place: ActionPlace): readonly CodeAction[] {
  const { declaration, analysis, file } = place;
  if (declaration?.kind !== "rule" || declaration.clauses.some(({ kind }) => kind === "effective")) return [];
  const { offset, before, after } = placeOfClause(file.source, declaration, "effective");
  const column = dateColumn(place, declaration);
  const date = column === null ? (usualDate(place) ?? placeholderDate) : `row.${column}`;
  const made = withHoles(`${before}effective `, { hole: date, number: 1 }, after);
  const mends = analysis.diagnostics.filter(
    ({ code, span }) =>
      code === "missing-effective" &&
      span.file === file.source.path &&
      span.start >= declaration.start &&
      span.start <= declaration.end,
  );
  const edits = [{ ...edit(place, { start: offset, end: offset }, made.text), holes: made.holes }];
  return [{ title: `add effective ${date}`, kind: "quickfix", preferred: true, mends, edits }];
}

/** The first column of dates of the table whose rows the rule reads. */
function dateColumn({ analysis }: ActionPlace, { clauses }: RuleDeclaration): string | null {
  for (const clause of clauses) {
    if (clause.kind !== "rows") continue;
    const columns = analysis.book.tables.get(clause.table.text)?.columns ?? [];
    return columns.find(({ type }) => type === "date")?.name ?? null;
  }
  return null;
}

/** The date from which most rules of the file hold; of several, the latest. */
function usualDate({ file }: ActionPlace): string | null {
  const times = new Map<string, number>();
  for (const declaration of file.node.declarations) {
    if (declaration.kind !== "rule") continue;
    for (const clause of declaration.clauses) {
      if (clause.kind !== "effective" || clause.from?.kind !== "date-literal") continue;
      times.set(clause.from.text, (times.get(clause.from.text) ?? 0) + 1);
    }
  }
  const ranked = [...times].sort(([left, few], [right, many]) => many - few || compareBytes(right, left));
  return ranked[0]?.[0] ?? null;
}
