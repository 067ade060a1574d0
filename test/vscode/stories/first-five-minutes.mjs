// A person who has nothing yet takes the sample, and sees that it is whole.
import { strict as assert } from "node:assert";

export const firstFiveMinutes = {
  name: "first-five-minutes",
  workspace: "empty",
  steps: {
    "the welcome page is closed": (window) => window.closeWelcome(),
    "the palette has the walkthrough, and it opens": async (window) => {
      await window.command("Edict: The First Five Minutes");
      await window.sees(".gettingStartedContainer", "A first rule in Edict");
      await window.sees(".gettingStartedContainer", "Mend what is marked");
      await window.picture("walkthrough");
    },
    "a new rulebook has a rule and its tests": async (window) => {
      await window.command("Edict: New Rulebook with a Sample Rule");
      await window.sees(".tab.active", "planning.edict");
      await window.sees(".tab", "tests.edict");
      assert.match(await window.text(), /bundle Simulation into 77301/);
    },
    "nothing in it is wrong": async (window) => {
      await window.status(/1 rule, 4 tests · no problems/);
      await window.picture("sample");
    },
    "a second time nothing is overwritten": async (window) => {
      await window.command("Edict: New Rulebook with a Sample Rule");
      // Where a version shows no message by itself, its list of messages has it.
      await window.command("Notifications: Show Notifications");
      await window.sees(".notifications-center", "nothing was written");
    },
  },
};
