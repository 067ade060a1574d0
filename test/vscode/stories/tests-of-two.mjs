// Two rulebooks in one folder: each has its tests in the tree, and what fails in one says nothing of the other.
const row = (window, text) => window.page.locator(".test-explorer .monaco-list-row", { hasText: text }).first();

export const testsOfTwo = {
  name: "tests-of-two",
  workspace: "two-roots",
  steps: {
    "the tree of tests has both rulebooks": async (window) => {
      await window.page.locator(".explorer-folders-view .monaco-list-row", { hasText: "west" }).click();
      await window.openFile("tests.edict");
      await window.status(/1 rule, 1 test/);
      await window.command("Testing: Focus on Test Explorer View");
      await row(window, "east").waitFor();
      await row(window, "west").waitFor();
    },
    "one passes and the other fails": async (window) => {
      await window.command("Edict: Run All Tests of the Rulebooks");
      await row(window, "east").locator(".codicon-testing-passed-icon").waitFor();
      await row(window, "west").locator(".codicon-testing-failed-icon").waitFor();
      await window.picture("tests-of-two");
    },
  },
};
