/**
 * Rules with one slip. A clause that a rule hands on to its overrides is one clause of the text, and so it is changed in
 * all of them at once; what an override says itself is changed there alone.
 */
import type { Check, Clauses, Condition, IsoDate, Override, Reach, Rule } from "@edict/rulebook";
import { conditionWords } from "../explain/condition-words.js";
import { checkEdits } from "./checks.js";
import { linksOf, sequenceEdits } from "./sequence.js";
import { conditionEdits } from "./conditions.js";
import type { Change, Edit } from "./edit.js";
import { edit, lifted, liftedItems } from "./edit.js";
import { isFindable } from "./findable.js";
import type { Surroundings } from "./items.js";
import type { Mutant, MutatedClause } from "./mutant.js";
import { reachEdits } from "./reach.js";

/** The clauses whose slips a test can notice; messages, citations and outcomes are not among what a test expects. */
type Key = "payers" | "settings" | "effective" | "checks" | "when" | "unless";

const clauseOfKey: { readonly [K in Key]: MutatedClause } = {
  payers: "for",
  settings: "in",
  effective: "effective",
  checks: "statement",
  when: "when",
  unless: "unless",
};

const keys: readonly Key[] = ["payers", "settings", "effective", "checks", "when", "unless"];

/** Clauses as they would be with the slip. */
type Changed = Partial<Pick<Clauses, Key>>;

/** Every rule that differs from this one by one slip. */
export function ruleMutants(rule: Rule, around: Surroundings): readonly Mutant[] {
  const declaration = { kind: "rule", name: rule.id, at: rule.at } as const;
  const mutant = (at: Rule["at"], clause: MutatedClause, change: Change, changed: Rule): Mutant => ({
    declaration,
    at,
    clause,
    change,
    rules: [changed],
    rulebook: null,
  });
  const own = keys.flatMap((key) =>
    clauseEdits(rule.clauses, key, around).map(({ value, change }) =>
      mutant(rule.at, clauseOfKey[key], change, withOwn(rule, key, value)),
    ),
  );
  const ofOverrides = rule.overrides.flatMap((override, at) => [
    mutant(override.at, "whole", left("override", override.label), {
      ...rule,
      overrides: rule.overrides.toSpliced(at, 1),
    }),
    ...overrideEdits(rule, override, around).map(({ key, value, change }) =>
      mutant(override.at, clauseOfKey[key], change, { ...rule, overrides: rule.overrides.with(at, value) }),
    ),
  ]);
  const ofWaivers = rule.waivers.flatMap((waiver, at) => [
    mutant(waiver.at, "whole", left("waiver", waiver.label), { ...rule, waivers: rule.waivers.toSpliced(at, 1) }),
    ...reachKeys.flatMap((key) =>
      clauseEdits(waiver.reach, key, around, (date) => isInForce(rule, date)).map(({ value, change }) =>
        mutant(waiver.at, clauseOfKey[key], change, {
          ...rule,
          waivers: rule.waivers.with(at, { ...waiver, reach: { ...waiver.reach, ...value } }),
        }),
      ),
    ),
  ]);
  return [...own, ...ofOverrides, ...ofWaivers];
}

const reachKeys = ["payers", "settings", "effective"] as const;

function left(what: string, label: string): Change {
  return edit(null, `${what} ${label}`, `no ${what}`).change;
}

/** Whether the rule, or an override of it, can hold on a date: where not, there is nothing to waive. */
function isInForce({ clauses, overrides }: Rule, date: IsoDate): boolean {
  return [clauses, ...overrides.map((override) => override.clauses)].some(({ effective }) => {
    const [from, to] = [effective?.from, effective?.to];
    return (from?.kind !== "date" || from.date <= date) && (to?.kind !== "date" || date <= to.date);
  });
}

/** The slips in one clause. `isLookedAt`: whether a line of a date can matter at all. */
function clauseEdits(
  clauses: Reach | Clauses,
  key: Key,
  around: Surroundings,
  isLookedAt: (date: IsoDate) => boolean = (date) => !("checks" in clauses) || isFindable(clauses, date, around),
): readonly Edit<Changed>[] {
  switch (key) {
    case "payers":
      return lifted(reachEdits(clauses).payers, (payers) => ({ payers }));
    case "settings":
      return lifted(reachEdits(clauses).settings, (settings) => ({ settings }));
    case "effective":
      return lifted(reachEdits(clauses, isLookedAt).effective, (effective) => ({ effective }));
    case "checks":
      if (!("checks" in clauses)) return [];
      return lifted(checksEdits(clauses.checks, around), (checks) => ({ checks }));
    case "when":
    case "unless":
      return "checks" in clauses ? lifted(optionalEdits(clauses[key], key, around), (value) => ({ [key]: value })) : [];
  }
}

function checksEdits(checks: readonly Check[], around: Surroundings): readonly Edit<readonly Check[]>[] {
  const links = linksOf(checks);
  return links === null ? liftedItems(checks, (check) => checkEdits(check, around)) : sequenceEdits(links, around);
}

function optionalEdits(
  condition: Condition | null,
  keyword: "when" | "unless",
  around: Surroundings,
): readonly Edit<Condition | null>[] {
  if (condition === null) return [];
  const whole = edit<Condition | null>(null, `${keyword} ${conditionWords(condition)}`, `no ${keyword}`, {
    shownBy: `a line of which that is ${keyword === "when" ? "false" : "true"}`,
  });
  return [whole, ...conditionEdits(condition, around)];
}

/** The rule with a clause of its own changed, also where its overrides keep it. */
function withOwn(rule: Rule, key: Key, changed: Changed): Rule {
  const overrides = rule.overrides.map((override): Override =>
    isOwn(rule, override, key) ? override : { ...override, clauses: { ...override.clauses, ...changed } },
  );
  return { ...rule, clauses: { ...rule.clauses, ...changed }, overrides };
}

/** Whether an override says the clause itself, or says something else. */
function isOwn({ clauses }: Rule, override: Override, key: Key): boolean {
  const differs = JSON.stringify(clauses[key]) !== JSON.stringify(override.clauses[key]);
  switch (key) {
    case "payers":
    case "settings":
      return differs || override.reach[key].length > 0;
    case "effective":
      return differs || override.reach.effective !== null;
    case "checks":
    case "when":
    case "unless":
      return differs;
  }
}

function overrideEdits(
  rule: Rule,
  override: Override,
  around: Surroundings,
): readonly { readonly key: Key; readonly value: Override; readonly change: Change }[] {
  return keys
    .filter((key) => isOwn(rule, override, key))
    .flatMap((key) =>
      clauseEdits(override.clauses, key, around).map(({ value, change }) => ({
        key,
        change,
        value: changedOverride(rule, override, key, value),
      })),
    );
}

/** Where an override no longer says for whom or where it is, the rule's own clause holds there. */
function changedOverride(rule: Rule, override: Override, key: Key, changed: Changed): Override {
  switch (key) {
    case "payers":
    case "settings": {
      const names = changed[key] ?? [];
      const merged = names.length === 0 ? rule.clauses[key] : names;
      return {
        ...override,
        reach: { ...override.reach, [key]: names },
        clauses: { ...override.clauses, [key]: merged },
      };
    }
    case "effective": {
      const effective = changed.effective ?? null;
      return {
        ...override,
        // A rulebook may give an override dates that are not those it reaches by.
        reach: isSaidOnce(override) ? { ...override.reach, effective } : override.reach,
        clauses: { ...override.clauses, effective },
      };
    }
    case "checks":
    case "when":
    case "unless":
      return { ...override, clauses: { ...override.clauses, ...changed } };
  }
}

/** Whether an override's dates are those by which it reaches, as rule text has it. */
function isSaidOnce({ reach, clauses }: Override): boolean {
  return JSON.stringify(reach.effective) === JSON.stringify(clauses.effective);
}
