import { test } from "vitest";
import { referenceEvaluate } from "../reference/index.js";
import { asBytes, runEngine } from "./engine-run.js";
import { holdsForCases } from "./runs.js";

test("the engine and the reference give the same bytes", { timeout: 3_600_000 }, () => {
  holdsForCases((drawn) => {
    const [engine, reference] = [asBytes(runEngine(drawn)), asBytes(referenceEvaluate(drawn))];
    if (engine !== reference) throw new Error(firstDifference(engine, reference));
  });
});

/** The first line of each that the other does not have there. */
function firstDifference(engine: string, reference: string): string {
  const [left, right] = [engine.split("\n"), reference.split("\n")];
  const at = left.findIndex((line, index) => line !== right[index]);
  const index = at === -1 ? left.length : at;
  return `engine:    ${left[index] ?? "nothing more"}\nreference: ${right[index] ?? "nothing more"}`;
}
