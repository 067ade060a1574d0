import { chargesFromLines, startEvaluation } from "@edict/engine";
import type { Finding } from "@edict/rulebook";
import { expect, test } from "vitest";
import type { Case } from "../random/index.js";
import type { Dictionaries } from "./batched.js";
import { batchesOf } from "./batched.js";
import type { Answer } from "./engine-run.js";
import { asBytes, fileTables, runEngine } from "./engine-run.js";
import { holdsForCases } from "./runs.js";

const timeout = 3_600_000;

test.each(["grow", "are new"] as const)(
  "a run in batches whose dictionaries %s gives the same bytes",
  { timeout },
  (dictionaries) => {
    holdsForCases((drawn) => {
      expect(asBytes(runInBatches(drawn, dictionaries))).toBe(asBytes(runEngine(drawn)));
    }, 1 / 3);
  },
);

function runInBatches(drawn: Case, dictionaries: Dictionaries): Answer {
  const { rulebook, lines } = drawn;
  const charges = chargesFromLines(lines, drawn.files, rulebook.fields);
  const evaluation = startEvaluation({ rulebook, files: charges.files, tables: fileTables(drawn) });
  const findings: Finding[] = [];
  for (const batch of batchesOf(charges, dictionaries))
    evaluation.batch(batch, (found) => findings.push(...found.objects()));
  const { notEvaluated, rules } = evaluation.account();
  return { findings, notEvaluated, rules };
}
