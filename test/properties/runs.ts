/**
 * How many random cases a property is tried on. `npm test` tries a few hundred, always the same ones; `npm run fuzz`
 * many more. `EDICT_SEED` makes a run again.
 */
import process from "node:process";
import fc from "fast-check";
import type { Case } from "../random/index.js";
import { printCase, randomCase } from "../random/index.js";

const runs = Number(process.env["EDICT_FUZZ"] ?? 300);
const seed = Number(process.env["EDICT_SEED"] ?? 1);

/** Holds a property against random cases; a failure shows the smallest case that was found, and how to run it again. */
export function holdsForCases(check: (drawn: Case) => void, share = 1): void {
  const numRuns = Math.max(1, Math.round(runs * share));
  const result = fc.check(fc.property(randomCase, check), { seed, numRuns, endOnFailure: false });
  if (!result.failed) return;
  const [smallest] = result.counterexample ?? [];
  const said = result.errorInstance instanceof Error ? result.errorInstance.message : String(result.errorInstance);
  const text = smallest === undefined ? "" : printCase(smallest);
  throw new Error(
    `EDICT_SEED=${seed}, case ${result.numRuns}, made smaller ${result.numShrinks} times:\n${text}\n${said}`,
  );
}

/** The cases themselves, for what is counted over all of them. */
export function sampleCases(): Case[] {
  return fc.sample(randomCase, { seed, numRuns: runs });
}
