// A person tries a rule on a charge file, looks at the findings, changes the rule, and saves.
import { strict as assert } from "node:assert";

/** The page in the panel: a frame in a frame. */
const page = (window) => window.page.frameLocator("iframe.webview").frameLocator("iframe").locator("#page");

const lens = (window) => window.page.locator(".editor-instance .codelens-decoration a");

export const tryOnCharges = {
  name: "try-on-charges",
  workspace: "clinic",
  steps: {
    "a click on the lens asks for a charge file": async (window) => {
      await window.openFile("planning.edict");
      await window.status(/1 rule, 1 test · no problems/);
      // The lenses are shown anew once the tests have been run.
      await window.sees(".editor-instance .codelens-decoration", "(passed)");
      await window.page.waitForTimeout(500);
      await lens(window).filter({ hasText: "what would this hit?" }).click();
      const input = window.page.locator(".quick-input-widget input").first();
      await input.waitFor();
      await window.page.locator(".quick-input-list .monaco-list-row", { hasText: "charges.csv" }).click();
    },
    "the panel shows the findings, and what was not looked at": async (window) => {
      await page(window).getByText("2 findings in 1 patient; it looked at 3 lines.").waitFor();
      await page(window).getByText("9 rows, of which 8 evaluated, 0 netted, 1 rejected").waitFor();
      assert.equal(await page(window).locator("svg.timeline").count(), 2);
    },
    "the lens counts them": async (window) => {
      await lens(window).filter({ hasText: "2 findings in 1 patient, 1 line not evaluated" }).waitFor();
      await window.picture("try-on-charges");
    },
    "while the rule is edited the page says that it is outdated, and a save tries it again": async (window) => {
      await window.page.locator(".editor-instance .view-line", { hasText: "within 30 days" }).click();
      await window.press(
        "End",
        "ArrowLeft",
        "ArrowLeft",
        "ArrowLeft",
        "ArrowLeft",
        "ArrowLeft",
        "Backspace",
        "Backspace",
      );
      await window.type("90");
      await window.press("Control+s");
      await page(window).getByText("3 findings in 2 patients").waitFor();
      const counted = lens(window).filter({ hasText: "3 findings in 2 patients, 1 line not evaluated" });
      await counted.waitFor();
      // The editor tells of the saved file once more, through the disk; that makes nothing old.
      await window.page.waitForTimeout(3000);
      assert.equal(await counted.textContent(), "3 findings in 2 patients, 1 line not evaluated");
    },
  },
};
