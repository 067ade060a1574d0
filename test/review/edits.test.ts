/** Edits of rules with the verdict that a person gives; and each case that is shown, run once more through the rules' own tests. */
import type { RuleChange } from "@edict/review";
import { review, testText } from "@edict/review";
import { runTests } from "@edict/engine";
import type { Rulebook } from "@edict/rulebook";
import { expect, test } from "vitest";
import { rulebookOf } from "./compiled.js";
import type { Edit } from "./edits.js";
import { edits } from "./edits.js";
import { declarations } from "./rules-under-edit.js";

test("there are sixty edits, and fifteen of them change nothing", () => {
  expect(edits.length).toBeGreaterThanOrEqual(60);
  expect(edits.filter(({ verdict }) => verdict === "nothing").length).toBeGreaterThanOrEqual(15);
  expect(new Set(edits.map(({ name }) => name)).size).toBe(edits.length);
});

test.each(edits.map((edit) => [edit.name, edit] as const))("%s", (_, edit) => {
  const text = declarations + edit.rules;
  const [base, head] = [rulebookOf(text), rulebookOf(edited(text, edit))];
  const { changes } = review({ rulebook: base, tables: new Map() }, { rulebook: head, tables: new Map() });
  const change = changes.find(({ id }) => id === "R");
  expect(change?.verdict ?? "nothing").toBe(edit.verdict);
  if (change === undefined) return;
  holdsAsTests(change, text, base, edited(text, edit), head);
  if (edit.verdict === "stricter" || edit.verdict === "looser" || edit.verdict === "both ways")
    expect(change.spans.some(({ witnesses }) => witnesses.length > 0)).toBe(true);
});

/** What each version is said to find is an expectation that its own rulebook fulfils, and the other's does not. */
function holdsAsTests(change: RuleChange, baseText: string, base: Rulebook, headText: string, head: Rulebook): void {
  for (const { witnesses } of change.spans) {
    for (const [at, witness] of witnesses.entries()) {
      const { text, base: before, head: after } = testText("R", `case ${at}`, witness);
      const passes = (rules: string, expectation: string): boolean => {
        const rulebook = rulebookOf(`${rules}\n${text}\n  ${expectation}\n`);
        return runTests(rulebook, new Map()).every(({ passed }) => passed);
      };
      expect([passes(baseText, before), passes(headText, after)]).toEqual([true, true]);
      expect(before).not.toBe(after);
      expect([base.rules.length, head.rules.length]).toEqual([1, 1]);
    }
  }
}

function edited(text: string, { edit }: Edit): string {
  return edit.reduce((so, [from, to]) => {
    if (so.split(from).length !== 2) throw new Error(`what is replaced stands there once: ${from}`);
    return so.replace(from, () => to);
  }, text);
}
