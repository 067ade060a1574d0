import { expect, test } from "vitest";
import { chargesFromLines, explain, findingsOf } from "@edict/engine";
import { fileTables } from "./engine-run.js";
import { holdsForCases } from "./runs.js";

test("explanations agree with the run: the same findings, and the last step says so", () => {
  holdsForCases((drawn) => {
    const { rulebook, lines, files } = drawn;
    const charges = chargesFromLines(lines, files, rulebook.fields);
    const tables = fileTables(drawn);
    const explained = Array.from({ length: charges.count }, (_, line) =>
      explain({ rulebook, charges, tables, line, rule: null }),
    );
    for (const { verdict, steps, finding } of explained.flat()) {
      expect(finding !== null).toBe(verdict === "finding");
      expect(steps.at(-1)?.passed, JSON.stringify(steps)).toBe(verdict === "finding");
    }
    const findings = findingsOf({ rulebook, charges, tables });
    expect(explained.flat().flatMap(({ finding }) => finding ?? [])).toEqual(findings);
  }, 0.1);
});
