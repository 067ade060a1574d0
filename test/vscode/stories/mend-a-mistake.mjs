// A person mistypes a name, sees it, and takes what mends it.
import { strict as assert } from "node:assert";

export const mendAMistake = {
  name: "mend-a-mistake",
  workspace: "clinic",
  steps: {
    "a rule is typed, and its lines indent by themselves": async (window) => {
      await window.openFile("first.edict");
      await window.press("Control+End");
      await window.line('rule PLAN-9 "No simulation without a plan"');
      await window.line("effective 2026-01-01");
      await window.line('because NCCI "our reading"');
      await window.line("forbid Simulaton");
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
    "Alt+F8 goes to the mistake, and Ctrl+. offers what mends it": async (window) => {
      await window.page.locator(".editor-instance .monaco-editor .view-lines").first().click();
      await window.press("Alt+F8", "Escape", "Control+.");
      await window.sees(".action-widget", "Simulation");
      await window.picture("fix-offered");
      await window.press("Enter");
      await window.waves("error", 0);
      assert.match(await window.text(), /forbid Simulation\n/);
    },
    "the status item says that nothing is wrong": async (window) => {
      await window.status(/2 rules, 1 test · no problems/);
      await window.picture("mended");
    },
  },
};
