// A person writes a rule from nothing: what is offered is chosen, and only the title and the words of the authority are
// typed. Then its tests are made by the light bulb, and the line above the rule says that they pass.
import { strict as assert } from "node:assert";

export const chooseARule = {
  name: "choose-a-rule",
  workspace: "clinic",
  steps: {
    "a whole rule is offered at the start of a line": async (window) => {
      await window.openFile("first.edict");
      await window.press("Control+End");
      await window.choose("rule: bundle");
      assert.match(await window.text(), /^rule PLAN-2 "title"\n  effective 2026-01-01\n  because NCCI/m);
    },
    "its places are gone through with the tab key": async (window) => {
      await window.press("Tab");
      await window.type("A plan includes the images of its day");
      await window.press("Tab", "Tab");
      await window.type("images on the day of the plan");
      await window.press("Tab", "Tab");
      assert.match(await window.text(), /^rule PLAN-2 "A plan includes the images of its day"\n/m);
    },
    "the codes are chosen": async (window) => {
      // The list comes by itself where something has to be chosen.
      await window.take("Simulation");
      await window.press("Tab");
      await window.take("77301");
      await window.press("Tab");
      await window.picture("choosing");
      await window.take("on the same day");
      assert.match(await window.text(), /^  bundle Simulation into 77301 on the same day\n/m);
    },
    "nothing is wrong with the rule": async (window) => {
      await window.press("Escape", "Escape");
      await window.status(/2 rules, 1 test · no problems/);
      await window.picture("chosen");
    },
    "its tests are made by the light bulb": async (window) => {
      await window.press("Control+Home", "Control+f");
      await window.type("PLAN-2");
      await window.press("Escape");
      await window.change("tests of PLAN-2 from its boundary");
      await window.status(/2 rules, [2-9] tests/);
    },
    "they pass, as the line above the rule says": async (window) => {
      await window.sees(".codelens-decoration", "passed");
      await window.picture("tested");
    },
    "the mouse on the rule's name tells it in plain words": async (window) => {
      await window.press("Control+Home");
      await window.hover("PLAN-2", "simulation");
      await window.picture("for-the-readme");
    },
  },
};
