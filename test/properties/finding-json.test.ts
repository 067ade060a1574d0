import { chargesFromLines, FindingJson, startEvaluation } from "@edict/engine";
import { expect, test } from "vitest";
import type { Dictionaries } from "./batched.js";
import { batchesOf } from "./batched.js";
import { fileTables, runEngine } from "./engine-run.js";
import { holdsForCases } from "./runs.js";
import type { Case } from "../random/index.js";

const timeout = 3_600_000;

test.each(["grow", "are new"] as const)(
  "findings of batches whose dictionaries %s are written as JSON.stringify writes them",
  { timeout },
  (dictionaries) => {
    holdsForCases((drawn) => {
      const expected = runEngine(drawn).findings.map((finding) => `${JSON.stringify(finding)}\n`);
      expect(written(drawn, dictionaries)).toBe(expected.join(""));
    }, 1 / 3);
  },
);

function written(drawn: Case, dictionaries: Dictionaries): string {
  const { rulebook, lines } = drawn;
  const charges = chargesFromLines(lines, drawn.files, rulebook.fields);
  const evaluation = startEvaluation({ rulebook, files: charges.files, tables: fileTables(drawn) });
  const pieces: Buffer[] = [];
  const json = new FindingJson((bytes) => pieces.push(Buffer.from(bytes)));
  for (const batch of batchesOf(charges, dictionaries)) {
    evaluation.batch(batch, (found) => {
      found.writeTo(json);
    });
  }
  json.flush();
  return Buffer.concat(pieces).toString();
}
