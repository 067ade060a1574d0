/** What the tests of a rulebook come to, run once for each state of it. */
import type { TestOutcome } from "@edict/engine";
import { runTests } from "@edict/engine";
import type { Analysis, PlacedTest } from "@edict/language";
import { lower, placeAt } from "@edict/language";
import type { OpenRulebook } from "../rulebooks/open-rulebook.js";
import { tablesOf } from "./table-files.js";

/** The outcomes by the place of their tests. */
export type Outcomes = ReadonlyMap<string, TestOutcome>;

const ran = new WeakMap<Analysis, Promise<Outcomes | null>>();
const settled = new WeakMap<Analysis, Outcomes>();

/** Runs the tests of a checked rulebook; null where it has errors or a table that cannot be read here. */
export function outcomesOf(rulebook: OpenRulebook, checked: Analysis): Promise<Outcomes | null> {
  const before = ran.get(checked);
  if (before !== undefined) return before;
  const running = run(rulebook, checked);
  ran.set(checked, running);
  return running;
}

/** The outcomes where the tests of this state have been run already. */
export function knownOutcomes(checked: Analysis): Outcomes | null {
  return settled.get(checked) ?? null;
}

/** The outcome of one test. */
export function outcomeOf(outcomes: Outcomes, analysis: Analysis, { path, start }: PlacedTest): TestOutcome | null {
  const source = analysis.files.get(path)?.source;
  return source === undefined ? null : (outcomes.get(`${path}:${placeAt(source, start).line}`) ?? null);
}

async function run(rulebook: OpenRulebook, checked: Analysis): Promise<Outcomes | null> {
  const compiled = lower(checked);
  const tables = compiled === null ? null : await tablesOf(rulebook, compiled);
  if (compiled === null || tables === null) return null;
  const outcomes = runTests(compiled, tables);
  const byPlace = new Map(outcomes.map((outcome) => [`${outcome.test.at.file}:${outcome.test.at.line}`, outcome]));
  settled.set(checked, byPlace);
  return byPlace;
}
