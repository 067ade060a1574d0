/** Random sets of clauses: who, where and when, a statement, `when`, `unless` and an outcome. */
import type { Clauses, Effective, Reach } from "@edict/rulebook";
import fc from "fast-check";
import type { Arbitrary } from "fast-check";
import { maybeCondition } from "./conditions.js";
import { because, outcome, suggestion } from "./outcomes.js";
import { date, mostlyNone, oneOf, orNull } from "./plain.js";
import type { Statement } from "./statements.js";
import { statements } from "./statements.js";
import type { TableName } from "./vocabulary.js";
import { columnsOf, payers, settings } from "./vocabulary.js";

/** Bounds in time; in a table rule sometimes those of the row. */
export function effective(table: TableName | null): Arbitrary<Effective> {
  const dated = date.map((day) => ({ kind: "date" as const, date: day }));
  const names = columnsOf(table, "date");
  const byRow = names.length === 0 ? [] : [oneOf(names).map((column) => ({ kind: "row" as const, column }))];
  const bound = fc.oneof(dated, ...byRow);
  return fc.record({ from: orNull(bound, 40), to: orNull(bound, 40) });
}

const weights: readonly (readonly [TableName | null, number])[] = [
  [null, 3],
  ["Pairs", 2],
  ["Covered", 2],
];

/** Clauses of every shape, of rules with and without a table. */
export const clauses: Arbitrary<Clauses> = fc.oneof(
  ...weights.flatMap(([table, times]) =>
    statements(table).map((statement) => ({
      arbitrary: clausesWith(table, statement),
      weight: times * statement.weight,
    })),
  ),
);

function clausesWith(table: TableName | null, { checks, inPairs, fills }: Statement): Arbitrary<Clauses> {
  return fc
    .record({
      reach: reach(table),
      because,
      checks,
      when: maybeCondition({ table, inPairs }, 75),
      unless: maybeCondition({ table, inPairs }, 75),
      outcome: outcome(table, fills),
      suggest: orNull(suggestion(table, fills), 40),
    })
    .map(({ reach, ...own }) => ({ ...reach, table, ...own }));
}

function reach(table: TableName | null): Arbitrary<Reach> {
  return fc.record({
    payers: mostlyNone(payers, 3, 80),
    settings: mostlyNone(settings, 2, 88),
    effective: orNull(effective(table), 75),
  });
}
