import { setFewLines, setManyCodes, setMostCompared, setMostInScope, setMostPairs } from "@edict/engine";
import { test } from "vitest";
import type { Case } from "../random/index.js";
import { referenceEvaluate } from "../reference/index.js";
import { asBytes, runEngine } from "./engine-run.js";
import { holdsForCases } from "./runs.js";

const timeout = 3_600_000;

test("the engine and the reference give the same bytes", { timeout }, () => {
  holdsForCases(agree);
});

test(
  "they do where the engine takes every patient for one with many lines, and every table for a long one",
  { timeout },
  () => {
    const [pairs, inScope] = [setMostPairs(0), setMostInScope(0)];
    const [compared, codes, few] = [setMostCompared(0), setManyCodes(1), setFewLines(0)];
    try {
      holdsForCases(agree);
    } finally {
      setMostPairs(pairs);
      setMostInScope(inScope);
      setMostCompared(compared);
      setManyCodes(codes);
      setFewLines(few);
    }
  },
);

/** More than the engine has room for at first. */
const copies = 4;

test("they do where all lines are one patient's, several times over, and taken for many", { timeout }, () => {
  const few = setFewLines(0);
  try {
    holdsForCases((drawn) => {
      const lines = Array.from({ length: copies }, () => drawn.lines).flat();
      agree({ ...drawn, lines: lines.map((line, at) => ({ ...line, patient: "P1", row: at + 2 })) });
    }, 0.2);
  } finally {
    setFewLines(few);
  }
});

function agree(drawn: Case): void {
  const [engine, reference] = [asBytes(runEngine(drawn)), asBytes(referenceEvaluate(drawn))];
  if (engine !== reference) throw new Error(firstDifference(engine, reference));
}

/** The first line of each that the other does not have there. */
function firstDifference(engine: string, reference: string): string {
  const [left, right] = [engine.split("\n"), reference.split("\n")];
  const at = left.findIndex((line, index) => line !== right[index]);
  const index = at === -1 ? left.length : at;
  return `engine:    ${left[index] ?? "nothing more"}\nreference: ${right[index] ?? "nothing more"}`;
}
