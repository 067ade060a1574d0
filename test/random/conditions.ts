/** Random conditions of every kind, on every field and side, with `and`, `or` and `not` around them. */
import type { Condition } from "@edict/rulebook";
import fc from "fast-check";
import type { Arbitrary } from "fast-check";
import { among } from "./among.js";
import { compared } from "./compared.js";
import { byTable, oneOf, orNull } from "./plain.js";
import type { TableName } from "./vocabulary.js";
import { allFields, tables } from "./vocabulary.js";

/** What a condition may speak of: the columns of a table, and the other line of a pair. */
export interface Speech {
  readonly table: TableName | null;
  readonly inPairs: boolean;
}

/** `a row of TABLE where …` speaks of the subject, and of the columns of its own table. */
export const rowCondition: Arbitrary<Condition> = fc.oneof(
  ...tables.map((table) =>
    fc.record({
      kind: fc.constant("row" as const),
      table: fc.constant(table),
      where: fc
        .array(simple(table, false), { minLength: 1, maxLength: 2, size: "max" })
        .map((of): Condition => (of.length === 1 && of[0] !== undefined ? of[0] : { kind: "all", of })),
    }),
  ),
);

const ofSubject = byTable((table) => nested(table, false, 2));
const inPairs = byTable((table) => nested(table, true, 2));

/** A condition of one line, or of one line or the other. */
export function condition(speech: Speech): Arbitrary<Condition> {
  return speech.inPairs ? inPairs(speech.table) : ofSubject(speech.table);
}

/** No condition so many times in a hundred. */
export function maybeCondition(speech: Speech, percent: number): Arbitrary<Condition | null> {
  return orNull(condition(speech), percent);
}

function nested(table: TableName | null, inPairs: boolean, depth: number): Arbitrary<Condition> {
  const own = simple(table, inPairs);
  const one = inPairs ? own : fc.oneof({ arbitrary: own, weight: 9 }, { arbitrary: rowCondition, weight: 1 });
  if (depth === 0) return one;
  const part = nested(table, inPairs, depth - 1);
  const parts = fc.array(part, { minLength: 1, maxLength: 3, size: "max" });
  return fc.oneof(
    { withCrossShrink: true },
    { arbitrary: one, weight: 5 },
    { arbitrary: fc.record({ kind: fc.constant("all" as const), of: parts }), weight: 1 },
    { arbitrary: fc.record({ kind: fc.constant("any" as const), of: parts }), weight: 2 },
    { arbitrary: fc.record({ kind: fc.constant("not" as const), of: part }), weight: 1 },
  );
}

function simple(table: TableName | null, inPairs: boolean): Arbitrary<Condition> {
  const side = inPairs ? oneOf(["subject", "other", "either"] as const) : fc.constant("subject" as const);
  return fc.oneof(
    { withCrossShrink: true },
    {
      arbitrary: fc.record({
        kind: fc.constant("presence" as const),
        field: oneOf([...allFields, "primary diagnosis"]),
        is: oneOf(["missing", "present"] as const),
        on: side,
      }),
      weight: 1,
    },
    { arbitrary: among(table, side), weight: 5 },
    { arbitrary: compared(table, side), weight: 4 },
  );
}
