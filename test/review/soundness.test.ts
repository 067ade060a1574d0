/**
 * What a review says of two rulebooks, held to what they find: random rulebooks, random edits, random charges. `same`
 * must never differ, `stricter` must find all that was found, `looser` nothing that was not, and a case must show it.
 */
import process from "node:process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { printCase, randomCase } from "../random/index.js";
import { heldAgainstCharges } from "./mismatches.js";
import type { Edit } from "./random-edits.js";
import { idleEdit, randomEdit } from "./random-edits.js";

const numRuns = Number(process.env["EDICT_FUZZ"] ?? 120);
const seed = Number(process.env["EDICT_SEED"] ?? 1);
const timeout = 3_600_000;

/** How often each verdict was given. Throws at the first that does not hold, with the rulebooks and the charges. */
function verdictsOf(edits: fc.Arbitrary<Edit>, runs: number): ReadonlyMap<string, number> {
  const verdicts = new Map<string, number>();
  let run = 0;
  const property = fc.property(randomCase, edits, (drawn, edit) => {
    run++;
    const head = edit(drawn);
    const held = heldAgainstCharges(drawn, head);
    for (const verdict of held.verdicts) verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
    if (held.mismatches.length > 0) {
      const shown = `${printCase(drawn)}\nhead:\n${printCase({ ...drawn, ...head })}`;
      throw new Error(`EDICT_SEED=${seed}, case ${run}:\n${shown}\n${held.mismatches.join("\n")}`);
    }
  });
  fc.assert(property, { seed, numRuns: runs, endOnFailure: true });
  return verdicts;
}

test("what a review says holds for random edits and random charges", { timeout }, () => {
  const verdicts = verdictsOf(randomEdit, numRuns);
  // The edits reach every answer, so that each was held to something.
  for (const verdict of ["same", "stricter", "looser", "unknown", "both ways"]) {
    expect(verdicts.get(verdict) ?? 0, verdict).toBeGreaterThan(0);
  }
});

test("lists in another order and sets of another name change nothing", { timeout }, () => {
  expect([...verdictsOf(fc.constant(idleEdit), Math.ceil(numRuns / 4)).keys()]).toEqual(["same"]);
});
