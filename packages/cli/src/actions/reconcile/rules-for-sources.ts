/** Which of a rulebook's rules `edict reconcile` evaluates: those that compare sources, all of which are given. */
import type { ComparingRule } from "@edict/engine";
import { rulesBySources } from "@edict/engine";
import { tablesOf } from "@edict/language";
import type { Rulebook } from "@edict/rulebook";
import { compareBytes, sourceFields } from "@edict/rulebook";
import { UsageError } from "../../usage-error.js";

export interface RulesForSources {
  /** The rulebook with those rules alone, and the tables that they read. */
  readonly rulebook: Rulebook;
  /** Rules that compare a source which is not given, and those sources. */
  readonly setAside: readonly { readonly rule: string; readonly sources: readonly string[] }[];
  /** How many rules compare no sources. */
  readonly comparingNone: number;
}

/** Chooses the rules; what leaves none, and a source that no rule names, are mistakes in how the command was called. */
export function rulesForSources(rulebook: Rulebook, given: readonly string[]): RulesForSources {
  if (sourceFields(rulebook.fields).length === 0) {
    throw new UsageError("the rules have no field that says the source of a line; declare one: field record source");
  }
  const { comparing, others } = rulesBySources(rulebook);
  if (comparing.length === 0) {
    throw new UsageError('no rule compares sources; write one that says, for instance, having record = "charges"');
  }
  requireNamed(comparing, given);
  const absent = ({ sources }: ComparingRule): readonly string[] => sources.filter((source) => !given.includes(source));
  const chosen = comparing.filter((one) => absent(one).length === 0).map(({ rule }) => rule);
  if (chosen.length === 0) {
    throw new UsageError(
      `no rule compares only ${given.join(" and ")}; the rules compare ${pairsOf(comparing).join("; ")}`,
    );
  }
  // A table of millions of pairs is not read for rules that are not evaluated.
  const tables = new Set(chosen.flatMap((rule) => [...tablesOf(rule)]));
  return {
    rulebook: { ...rulebook, rules: chosen, tables: rulebook.tables.filter(({ name }) => tables.has(name)) },
    setAside: comparing.flatMap((one) =>
      absent(one).length === 0 ? [] : [{ rule: one.rule.id, sources: absent(one) }],
    ),
    comparingNone: others.length,
  };
}

/** A rule without a name is about any sources, so that any name may be meant. */
function requireNamed(comparing: readonly ComparingRule[], given: readonly string[]): void {
  if (comparing.some(({ sources }) => sources.length === 0)) return;
  const named = [...new Set(comparing.flatMap(({ sources }) => sources))].sort(compareBytes);
  const unknown = given.find((source) => !named.includes(source));
  if (unknown === undefined) return;
  throw new UsageError(`no rule names the source ${unknown}; the rules name ${named.join(", ")}`);
}

function pairsOf(comparing: readonly ComparingRule[]): readonly string[] {
  return [...new Set(comparing.map(({ sources }) => sources.join(" and ")))];
}
