/** Random checks of the three kernels. */
import type {
  Allowance,
  Amount,
  Check,
  CompanionTest,
  CountCheck,
  Group,
  LineCheck,
  Lines,
  Measure,
  Pick,
  Scope,
  Window,
} from "@edict/rulebook";
import fc from "fast-check";
import type { Arbitrary } from "fast-check";
import { maybeCondition, rowCondition, condition } from "./conditions.js";
import { byTable, duration, oneOf, orNull, someOf } from "./plain.js";
import { codeChoice, oneColumn } from "./sets.js";
import type { TableName } from "./vocabulary.js";

export const episodes = ["CaseRate", "Course"] as const;

/** Fields by which lines are held together: those that many lines share, and any. */
const shared = ["claim", "provider", "code", "modifiers", "payer", "place"];
const fields = [
  ...shared,
  ...["diagnoses", "primary diagnosis", "age", "fractions", "planned", "tumor_site", "units", "plan", "setting"],
];
const together: Arbitrary<readonly string[]> = fc.oneof(
  { withCrossShrink: true },
  { arbitrary: fc.constant([]), weight: 13 },
  { arbitrary: someOf(shared, 1, 1), weight: 4 },
  { arbitrary: someOf(fields, 2, 1), weight: 2 },
);

const measure: Arbitrary<Measure> = oneOf(["units", "lines", "days"]);
const pick: Arbitrary<Pick> = oneOf(["each", "each", "first", "last"]);

const lines = byTable((table): Arbitrary<Lines> =>
  fc.record({ codes: codeChoice(table), having: maybeCondition({ table, inPairs: false }, 80) }),
);

/** An amount of at least something; in a table rule sometimes a cell. */
function amount(table: TableName | null, values: readonly number[]): Arbitrary<Amount> {
  const number = oneOf(values).map((value): Amount => ({ kind: "number", value }));
  const columns = table === "Covered" ? (values.includes(0) ? ["most", "every"] : ["every"]) : [];
  if (columns.length === 0) return number;
  return fc.oneof(
    number,
    oneOf(columns).map((column): Amount => ({ kind: "row", column })),
  );
}

export const lineCheck = byTable((table): Arbitrary<LineCheck> => {
  const requires = fc.oneof(fc.constant(null), condition({ table, inPairs: false }), rowCondition);
  return fc.record({ kind: fc.constant("line" as const), pick, subject: lines(table), requires });
});

const window: Arbitrary<Window> = fc.oneof(
  fc.constant<Window>({ direction: "either", min: { count: 0, unit: "days" }, max: { count: 0, unit: "days" } }),
  fc.record({
    direction: oneOf(["before", "after", "either"] as const),
    min: fc.oneof(
      { arbitrary: fc.constant({ count: 0, unit: "days" as const }), weight: 3 },
      { arbitrary: fc.constant({ count: 1, unit: "days" as const }), weight: 2 },
      { arbitrary: duration(1), weight: 1 },
    ),
    max: orNull(duration(2), 30),
  }),
);

/** At least one word of scope. */
const scope: Arbitrary<Scope> = fc
  .record({
    windows: fc.oneof(
      { arbitrary: fc.constant([]), weight: 3 },
      { arbitrary: fc.tuple(window), weight: 6 },
      { arbitrary: fc.tuple(window, window), weight: 1 },
    ),
    episode: orNull(oneOf(episodes), 70),
    same: together,
    otherwise: window,
  })
  .map(({ windows, episode, same, otherwise }) => ({
    windows: windows.length + same.length === 0 && episode === null ? [otherwise] : windows,
    episode,
    same,
  }));

/** `present`: it reads `when` and `unless` with each companion. */
export const presentCheck = byTable((table) => companionCheck(table, fc.constant<CompanionTest>({ kind: "present" })));

/** `bundle row.column2 into row.column1`, as a table of pairs is written: each row names one code and one other. */
export const pairsCheck: Arbitrary<Check> = fc
  .record({
    scope,
    own: maybeCondition({ table: null, inPairs: false }, 80),
    having: maybeCondition({ table: "Pairs", inPairs: false }, 70),
    turned: fc.boolean(),
  })
  .map(({ scope, own, having, turned }) => {
    const [one, other] = turned ? ["column1", "column2"] : ["column2", "column1"];
    return {
      kind: "companion",
      pick: "each",
      subject: { codes: oneColumn(one), having: own },
      companion: { codes: oneColumn(other), having },
      scope,
      finds: { kind: "present" },
    };
  });

/** `at-least`: likewise. */
export const atLeastCheck = byTable((table) =>
  companionCheck(
    table,
    fc.record({ kind: fc.constant("at-least" as const), amount: amount(table, [1, 2, 3, 0.5]), measure }),
  ),
);

/** `absent`: also each link of a sequence. */
export const absentCheck = byTable((table) => companionCheck(table, fc.constant<CompanionTest>({ kind: "absent" })));

/** `fewer-than` */
export const fewerThanCheck = byTable((table) =>
  companionCheck(
    table,
    fc.record({ kind: fc.constant("fewer-than" as const), amount: amount(table, [0, 1, 2, 3, 5.5]), measure }),
  ),
);

function companionCheck(table: TableName | null, finds: Arbitrary<CompanionTest>): Arbitrary<Check> {
  return fc.record({
    kind: fc.constant("companion" as const),
    pick,
    subject: lines(table),
    companion: lines(table),
    scope,
    finds,
  });
}

const group: Arbitrary<Group> = fc.record({
  by: fc.oneof(
    oneOf([{ kind: "line" }, { kind: "day" }, { kind: "claim" }, { kind: "patient" }] as const),
    oneOf(episodes).map((episode) => ({ kind: "episode" as const, episode })),
    duration(1).map((length) => ({ kind: "window" as const, length })),
  ),
  and: together,
});

const allowance = byTable((table): Arbitrary<Allowance> => {
  const forEvery = fc.record({
    amount: amount(table, [1, 2, 5, 0.3, 0]),
    measure,
    lines: lines(table),
    remainder: orNull(amount(table, [0, 1, 2, 0.2]), 50),
    atLeast: orNull(amount(table, [0, 1, 2]), 60),
  });
  return fc.record({ amount: amount(table, [0, 1, 1, 2, 3, 0.6, 2.5]), forEvery: orNull(forEvery, 50) });
});

/** `limit` */
export const limitCheck = byTable((table) => countCheck(table, "more"));

/** `expect` */
export const expectCheck = byTable((table) => countCheck(table, "fewer"));

function countCheck(table: TableName | null, finds: CountCheck["finds"]): Arbitrary<Check> {
  return fc.record({
    kind: fc.constant("count" as const),
    finds: fc.constant(finds),
    subject: lines(table),
    measure,
    allowance: allowance(table),
    per: group,
    allLines: finds === "more" ? fc.boolean() : fc.constant(false),
  });
}
