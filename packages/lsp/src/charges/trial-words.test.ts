import { expect, test } from "vitest";
import type { TriedRule } from "./trial-messages.js";
import { trialWords } from "./trial-words.js";

const words = (tried: Partial<TriedRule>, rejected = 0, isOld = false): string => {
  const none = { findings: 0, patients: 0, subjects: 9, outsideEpisodes: 0, unusableRows: 0, needs: [] };
  const rule: TriedRule = { rule: "R-1", ...none, ...tried };
  const result = { kind: "done", rows: 1300, evaluated: 1300 - rejected, netted: 0, rejected, rules: [rule] } as const;
  return trialWords({ kind: "tried", result, isOld }, "R-1");
};

test("findings, patients, and all that was not evaluated", () => {
  expect(words({ findings: 12, patients: 3 }, 3)).toBe("12 findings in 3 patients, 3 lines not evaluated");
  expect(words({ findings: 1, patients: 1, outsideEpisodes: 1 })).toBe("1 finding in 1 patient, 1 line not evaluated");
  expect(words({})).toBe("no findings");
  expect(words({}, 1204)).toBe("no findings, 1,204 lines not evaluated");
});

test("a rule that did not look is no rule that found nothing", () => {
  expect(words({ needs: ["place", "bill"] })).toBe("not evaluated: no column for place, bill");
});

test("what was found before an edit is said to be old", () => {
  expect(words({}, 0, true)).toBe("no findings (before the last edit)");
  expect(trialWords({ kind: "not tried" }, "R-1")).toBe("what would this hit?");
});
