// A person mistypes a name, sees it, and reads what to do.
import { strict as assert } from "node:assert";

export const mendAMistake = {
  name: "mend-a-mistake",
  workspace: "clinic",
  steps: {
    "a rule is typed, and its lines indent by themselves": async (window) => {
      await window.openFile("first.edict");
      await window.press("Control+End");
      await window.type('rule PLAN-9 "No simulation without a plan"\n');
      await window.type("effective 2026-01-01\n");
      await window.press("Escape");
      await window.type('because NCCI "our reading"\n');
      await window.press("Escape");
      await window.type("forbid Simulaton\n");
      await window.press("Escape");
      await window.type('hold "{code} on {date} has no plan"');
      await window.press("Escape");
      assert.match(
        await window.text(),
        /^rule PLAN-9 "No simulation without a plan"\n  effective 2026-01-01\n  because NCCI/m,
      );
    },
    "the name that nobody declared has a wavy line": async (window) => {
      await window.waves("error", 1);
      await window.picture("mistake");
    },
    "the problems list says what to do": async (window) => {
      await window.command("Show the Problems of the Rulebook");
      await window.sees(".markers-panel", "did you mean Simulation?");
    },
    "the status item counts rules, tests and the problem": async (window) => {
      await window.status(/2 rules, 1 test · 1 error/);
    },
  },
};
