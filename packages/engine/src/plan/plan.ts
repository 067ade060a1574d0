/**
 * The plan of a run: every rule compiled, from the rulebook, its tables and the fields that the files have, before the
 * first line is there. What follows from a code, a payer or another value of a dictionary is worked out where a batch
 * first brings it; what is left for a patient's lines is reading whole numbers.
 */
import type { ChargeFile, Charges, NotEvaluated, Rulebook, TableData } from "@edict/rulebook";
import { compareBytes } from "@edict/rulebook";
import type { LinesPlan } from "./check-plan.js";
import type { Choices } from "./choices.js";
import { choicesOf } from "./choices.js";
import type { EpisodePlan } from "./episode-plan.js";
import { episodesOf } from "./episode-plan.js";
import type { Names } from "./names.js";
import { namesOf } from "./names.js";
import { missingNeeds } from "./needs.js";
import type { PairIndex } from "./pair-index.js";
import { expectLines } from "./pair-index.js";
import type { RulePlan } from "./rule-plan.js";
import { compileRule, driversOf } from "./rule-plan.js";

export interface Plan {
  readonly names: Names;
  /** Sorted by id; those that cannot be evaluated are not among them. */
  readonly rules: readonly RulePlan[];
  readonly notEvaluated: readonly NotEvaluated[];
  readonly choices: Choices;
  readonly episodes: readonly EpisodePlan[];
  readonly lines: readonly LinesPlan[];
  /** Of each choice: 1 where a patient's lines of it are ever asked for; of others it is enough to know that there are some. */
  readonly gathered: Uint8Array;
  /** Of each choice: 1 where its lines are asked for, or wake a rule. */
  readonly heeded: Uint8Array;
  /** Of each choice: the rules that look at its lines. */
  readonly rulesOfChoice: readonly (readonly RulePlan[])[];
  /** The rules that look at lines of any code, or of the many codes of a table: no line is asked whether it wakes them. */
  readonly rulesOfAny: readonly RulePlan[];
  /** The tables of pairs. */
  readonly pairs: readonly PairIndex[];
}

/** `files` are all of the run; `only`: a rule's id, to plan nothing but it. */
export function planOf(
  rulebook: Rulebook,
  files: readonly ChargeFile[],
  tables: ReadonlyMap<string, TableData>,
  only: string | null = null,
): Plan {
  const names = namesOf(rulebook, tables);
  const choices = choicesOf(names);
  const episodes = episodesOf(names, choices);
  const lines: LinesPlan[] = [];
  const rules: RulePlan[] = [];
  const notEvaluated: NotEvaluated[] = [];
  const sorted = rulebook.rules
    .filter((rule) => only === null || rule.id === only)
    .sort((left, right) => compareBytes(left.id, right.id));
  for (const rule of sorted) {
    const needs = missingNeeds(rule.needs, files);
    if (needs.length > 0) notEvaluated.push({ rule: rule.id, needs });
    else rules.push(compileRule(rule, rules.length, { names, choices, episodes, lines }));
  }
  const gathered = gatheredOf(lines, episodes.all, choices.all.length);
  const rulesOfChoice = choices.all.map((): RulePlan[] => []);
  const rulesOfAny: RulePlan[] = [];
  for (const rule of rules) {
    const drivers = new Set(
      rule.versions.flatMap((version) => version.checks.flatMap(driversOf)).map((driver) => driver.choice.widest),
    );
    const isOften = [...drivers].some(({ id, any }) => any || (gathered[id] === 0 && isLong(lines, id)));
    if (isOften) rulesOfAny.push(rule);
    else for (const { id } of drivers) rulesOfChoice[id]?.push(rule);
  }
  return {
    names,
    rules,
    notEvaluated,
    choices,
    episodes: episodes.all,
    lines,
    gathered,
    heeded: gathered.map((one, id) => (rulesOfChoice[id]?.length === 0 ? one : 1)),
    rulesOfChoice,
    rulesOfAny,
    pairs: rules.flatMap(({ versions }) => versions.flatMap(({ rows }) => (rows.kind === "pairs" ? [rows.index] : []))),
  };
}

/** A table of so many codes that nearly every patient has one of them. */
let manyCodes = 1024;

/** For tests, which want small tables taken for such. Returns what it was. */
export function setManyCodes(codes: number): number {
  const before = manyCodes;
  manyCodes = codes;
  return before;
}

function isLong(lines: readonly LinesPlan[], id: number): boolean {
  return lines.some(({ choice }) => choice.widest.id === id && (choice.cells?.values.length ?? 0) >= manyCodes);
}

function gatheredOf(lines: readonly LinesPlan[], episodes: readonly EpisodePlan[], count: number): Uint8Array {
  const gathered = new Uint8Array(count);
  for (const { choice, having } of lines) if (choice.cells === null || having !== null) gathered[choice.widest.id] = 1;
  for (const { choice } of episodes) gathered[choice.id] = 1;
  return gathered;
}

/** Turns a plan to the next batch: its columns, and what rules say of the codes that are new. */
export function takeBatch({ names, choices, heeded, pairs }: Plan, charges: Charges): void {
  names.take(charges);
  choices.take(charges.code.values, heeded);
  for (const index of pairs) expectLines(index, charges.count, charges.code.values.length);
}
