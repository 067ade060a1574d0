/**
 * Mutation testing of a rulebook: one slip of the pen after another, and whether some test of the rules would notice.
 * Slips that can change nothing are not made (`docs/mutation-testing.md` says which), and none that a test does not
 * look at: messages, citations, suggestions.
 */
import type { Place, Rulebook, TableData } from "@edict/rulebook";
import { compareBytes } from "@edict/rulebook";
import { Bench } from "./bench.js";
import { datesSeen, isSeenBy } from "./dates-seen.js";
import type { RuleFacts, SetParts } from "./declarations.js";
import { declarationMutants } from "./declarations.js";
import type { Surroundings } from "./items.js";
import type { Mutant, MutatedDeclaration } from "./mutant.js";
import { ruleMutants } from "./rules.js";
import { usesOf } from "./uses.js";

/** Of one rule or other declaration: how many slips were made in it, and which no test notices. */
export interface MutationScore {
  readonly declaration: MutatedDeclaration;
  readonly mutants: number;
  readonly survivors: readonly Survivor[];
}

/** A slip that no test notices. */
export type Survivor = Pick<Mutant, "at" | "clause" | "change">;

export interface MutateOptions {
  /** Only the slips in this rule and in what it rests on. */
  readonly rule: string | null;
  /** Which sets are written in which. Without, each set is taken as if all its items were written out. */
  readonly parts?: SetParts;
  /** Told after each mutant how many of them are done. */
  readonly onStep?: (done: number, all: number) => void;
}

/** Makes every slip and runs the tests on it; the scores in the order of the declarations in the files. The tests must all pass without. */
export function mutate(
  rulebook: Rulebook,
  tables: ReadonlyMap<string, TableData>,
  { rule, parts = noParts, onStep }: MutateOptions,
): readonly MutationScore[] {
  const bench = new Bench(rulebook, tables);
  const mutants = mutantsOf(rulebook, rule, parts);
  const scores = new Map<string, { declaration: MutatedDeclaration; mutants: number; survivors: Survivor[] }>();
  for (const [index, { declaration, at, clause, change, rules, rulebook: changed }] of mutants.entries()) {
    const key = `${declaration.kind} ${declaration.name}`;
    const score = scores.get(key) ?? { declaration, mutants: 0, survivors: [] };
    scores.set(key, score);
    score.mutants += 1;
    if (bench.firstThatTurns(rules, changed) === null) score.survivors.push({ at, clause, change });
    onStep?.(index + 1, mutants.length);
  }
  return [...scores.values()].sort((left, right) => inOrder(left.declaration.at, right.declaration.at));
}

const noParts: SetParts = { codes: new Map(), diagnoses: new Map(), modifiers: new Map() };

/** Every mutant of a rulebook, or those that concern one rule. */
export function mutantsOf(rulebook: Rulebook, rule: string | null, parts: SetParts = noParts): readonly Mutant[] {
  const facts = rulebook.rules.map((one): RuleFacts => ({
    rule: one,
    uses: usesOf(one, rulebook),
    seen: datesSeen(one),
  }));
  const asked = facts.filter((one) => rule === null || one.rule.id === rule);
  const spans = <Span>(
    sets: readonly { readonly name: string; readonly spans: readonly Span[] }[],
  ): ((name: string) => readonly Span[]) => {
    const byName = new Map(sets.map((set) => [set.name, set.spans]));
    return (name) => byName.get(name) ?? [];
  };
  const around: Surroundings = {
    codes: spans(rulebook.codes),
    diagnoses: spans(rulebook.diagnoses),
    modifiers: spans(rulebook.modifiers),
    isSeen: () => true,
  };
  const ofRules = asked.flatMap((one) =>
    ruleMutants(one.rule, { ...around, isSeen: (from, until) => isSeenBy(one.seen, from, until) }),
  );
  const ofDeclarations = declarationMutants(rulebook, facts, around, parts).filter(
    ({ declaration, rules }) => rule === null || (declaration.kind !== "rule" && rules.some(({ id }) => id === rule)),
  );
  return [...ofRules, ...ofDeclarations];
}

function inOrder(left: Place, right: Place): number {
  return compareBytes(left.file, right.file) || left.line - right.line || left.column - right.column;
}
