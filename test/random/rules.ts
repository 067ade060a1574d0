/** Random rules, with overrides and waivers whose reaches never meet. */
import type { Effective, Override, Reach, Rule, Waiver } from "@edict/rulebook";
import fc from "fast-check";
import type { Arbitrary } from "fast-check";
import { clauses, effective } from "./clauses.js";
import { because } from "./outcomes.js";
import { mostlyNone, oneOf, orNull, place } from "./plain.js";
import { payers, settings } from "./vocabulary.js";

/** A rule but for its id and its needs, which follow from the rest. */
export type Draft = Omit<Rule, "id" | "needs">;

const stretches: readonly Effective[] = [
  { from: null, to: { kind: "date", date: "2026-02-01" } },
  { from: { kind: "date", date: "2026-02-02" }, to: { kind: "date", date: "2026-02-28" } },
  { from: { kind: "date", date: "2026-03-02" }, to: null },
];

/** Reaches that never meet: payers whose names and aliases are far apart, or stretches of time one after the other. */
const reaches: Arbitrary<readonly Reach[]> = fc.oneof(
  { withCrossShrink: true },
  { arbitrary: fc.constant([]), weight: 5 },
  {
    arbitrary: fc
      .record({ settings: mostlyNone(settings, 2, 50), effective: orNull(effective(null), 30) })
      .map((own) => [{ payers: [], ...own }]),
    weight: 1,
  },
  {
    arbitrary: fc
      .record({
        third: oneOf(["Medicare", "Medicaid"]),
        settings: mostlyNone(settings, 1, 70),
        effective: orNull(effective(null), 70),
      })
      .map(({ third, ...own }) => ["Aetna", "Cigna", third].map((payer) => ({ payers: [payer], ...own }))),
    weight: 2,
  },
  {
    arbitrary: mostlyNone(payers, 2, 60).map((names) =>
      stretches.map((effective) => ({ payers: names, settings: [], effective })),
    ),
    weight: 2,
  },
);

/** What holds in a reach: the rule as written, other clauses, or nothing at all. */
type Change = (reach: Reach, at: number) => { readonly overrides: Override[]; readonly waivers: Waiver[] };

const change: Arbitrary<Change> = fc.oneof(
  { withCrossShrink: true },
  fc.constant<Change>(() => ({ overrides: [], waivers: [] })),
  fc
    .record({ at: place, because })
    .map((own): Change => (reach, at) => ({ overrides: [], waivers: [{ label: `waiver ${at}`, ...own, reach }] })),
  fc.tuple(place, clauses, fc.boolean()).map(([own, other, keeps]): Change => (reach, at) => {
    const merged = keeps ? other : { ...other, ...reach };
    return { overrides: [{ label: `override ${at}`, at: own, reach, clauses: merged }], waivers: [] };
  }),
);

/** A rule. */
export const draft: Arbitrary<Draft> = fc
  .tuple(clauses, place, reaches, fc.tuple(change, change, change), oneOf([false, false, true]))
  .map(([own, at, reaches, changes, byRow]) => {
    const changed = reaches.flatMap((reach, index) => changes[index]?.(reach, index) ?? []);
    const overrides = changed.flatMap(({ overrides }) => overrides);
    const waivers = changed.flatMap(({ waivers }) => waivers);
    const isByRow = byRow && !isByTime(reaches) && overrides.every(({ clauses }) => clauses.table === own.table);
    const column = own.table === "Pairs" ? "effective" : "planned";
    const bound = isByRow && own.table !== null ? { from: { kind: "row" as const, column }, to: null } : null;
    const bounded = <T extends { readonly reach: Reach }>(one: T): T =>
      bound === null ? one : { ...one, reach: { ...one.reach, effective: bound } };
    return {
      title: "a random rule",
      doc: null,
      at,
      clauses: own,
      overrides: overrides.map(bounded),
      waivers: waivers.map(bounded),
    };
  });

/** Stretches of time must stay as they are, or they would meet. */
function isByTime(reaches: readonly Reach[]): boolean {
  return reaches.some(({ effective }) => stretches.some((stretch) => stretch === effective));
}
