// A person runs the tests of a rulebook, breaks one, and sees what was expected and what was found.
export const runTheTests = {
  name: "run-the-tests",
  workspace: "clinic",
  steps: {
    "the test is in the tree of tests": async (window) => {
      await window.openFile("planning.edict");
      await window.status(/1 rule, 1 test · no problems/);
      await window.command("Testing: Focus on Test Explorer View");
      await window.sees(".test-explorer .monaco-list-row", "planning.edict");
    },
    "all tests are run, and pass": async (window) => {
      await window.command("Edict: Run All Tests of the Rulebooks");
      await window.page.locator(".editor-instance .codicon-testing-passed-icon").first().waitFor();
      await window.picture("tests-passed");
    },
    "what is edited is outdated, and fails from the lens": async (window) => {
      await window.page.locator(".editor-instance .view-line", { hasText: "expect PLAN-1 on 77290" }).click();
      await window.press("End", "Backspace");
      await window.type("1");
      await window.page.locator(".editor-instance .codelens-decoration a", { hasText: "run test" }).last().click();
      await window.page.locator(".editor-instance .codicon-testing-failed-icon").first().waitFor();
    },
    "what was expected and what was found stand beside it": async (window) => {
      await window.sees(".editor-instance", "PLAN-1 on 77290 2026-01-05 is expected and was not found");
      await window.page.locator(".test-error-content-widget").first().click();
      await window.page.locator(".peekview-widget").first().waitFor();
      await window.sees(".peekview-widget .view-line", "expected");
      await window.picture("tests-failed");
    },
  },
};
