/** What the tests of a rulebook come to, run once for each state of it. */
import type { TestOutcome } from "@edict/engine";
import { runTestsInSteps } from "@edict/engine";
import type { Analysis, PlacedTest } from "@edict/language";
import { lowerInSteps, placeAt } from "@edict/language";
import type { Rulebook } from "@edict/rulebook";
import type { OpenRulebook } from "../rulebooks/open-rulebook.js";
import { tablesOf } from "./table-files.js";

/** The outcomes by the place of their tests. */
export type Outcomes = ReadonlyMap<string, TestOutcome>;

const settled = new WeakMap<Analysis, Outcomes | null>();

/** Longest stretch of work, in milliseconds, before requests get their turn. */
const turn = 10;

/**
 * Runs the tests of a checked rulebook, in steps that give way to whatever comes in between; null where it has errors or
 * a table that cannot be read here, and where it is left since `isWanted` no longer says so.
 */
export async function outcomesOf(
  rulebook: OpenRulebook,
  checked: Analysis,
  isWanted: () => boolean,
): Promise<Outcomes | null> {
  const before = settled.get(checked);
  if (before !== undefined) return before;
  const compiled = await compiledOf(checked, isWanted);
  if (compiled === "left") return null;
  const tables = compiled === null ? null : await tablesOf(rulebook, compiled);
  const found = compiled === null || tables === null ? null : await walked(runTestsInSteps(compiled, tables), isWanted);
  if (found === "left") return null;
  const outcomes =
    found && new Map(found.map((outcome) => [`${outcome.test.at.file}:${outcome.test.at.line}`, outcome]));
  settled.set(checked, outcomes);
  return outcomes;
}

const compiledBefore = new WeakMap<Analysis, Rulebook | null>();

/** The compiled rulebook, worked out in steps as well; null where it has errors. */
export async function compiledOf(checked: Analysis, isWanted: () => boolean): Promise<Rulebook | null | "left"> {
  const before = compiledBefore.get(checked);
  if (before !== undefined) return before;
  const compiled = await walked(lowerInSteps(checked), isWanted);
  if (compiled !== "left") compiledBefore.set(checked, compiled);
  return compiled;
}

/** Walks through steps as far as it is wanted. */
async function walked<R>(steps: Generator<undefined, R>, isWanted: () => boolean): Promise<R | "left"> {
  for (;;) {
    await nextTurn();
    if (!isWanted()) return "left";
    for (const start = performance.now(); performance.now() - start < turn;) {
      const step = steps.next();
      if (step.done === true) return step.value;
    }
  }
}

function nextTurn(): Promise<void> {
  return new Promise((go) => {
    setImmediate(go);
  });
}

/** The outcomes where the tests of this state have been run already. */
export function knownOutcomes(checked: Analysis): Outcomes | null {
  return settled.get(checked) ?? null;
}

/** The outcome of one test. */
export function outcomeOf(
  outcomes: Outcomes,
  analysis: Analysis,
  { path, start }: Pick<PlacedTest, "path" | "start">,
): TestOutcome | null {
  const source = analysis.files.get(path)?.source;
  return source === undefined ? null : (outcomes.get(`${path}:${placeAt(source, start).line}`) ?? null);
}
