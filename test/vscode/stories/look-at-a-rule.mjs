// A person reads a rule in plain words, has a test's line explained, looks at the graph, and opens a declaration from it.
import { strict as assert } from "node:assert";

/** The page of the panel that is in front. */
const page = (window) =>
  window.page.frameLocator("iframe.webview:visible").last().frameLocator("iframe").locator("#page");

const lineWith = (window, text) => window.page.locator(".editor-instance .view-line", { hasText: text }).first();

export const lookAtARule = {
  name: "look-at-a-rule",
  workspace: "clinic",
  steps: {
    "a rule is read in plain words": async (window) => {
      await window.openFile("planning.edict");
      await window.status(/1 rule, 1 test · no problems/);
      await lineWith(window, "within 30 days").click();
      await window.command("Edict: Read the Rule in Plain Words");
      await page(window).getByText("on the same day or up to 30 days after it").first().waitFor();
      await page(window).getByText("passed").first().waitFor();
      await window.picture("plain-words");
    },
    "the words follow what is typed": async (window) => {
      await lineWith(window, "within 30 days").click();
      await window.press("End", ...Array.from({ length: 5 }, () => "ArrowLeft"), "Backspace", "Backspace");
      await window.type("45");
      await page(window).getByText("up to 45 days after it").first().waitFor();
      await window.press("Control+z", "Control+z", "Control+z", "Control+z");
      await page(window).getByText("up to 30 days after it").first().waitFor();
      await window.command("View: Close All Editors in Group");
    },
    "a line of a test is explained": async (window) => {
      await window.openFile("planning.edict");
      await lineWith(window, "day 2").click();
      await window.command("Edict: Explain the Test Line at the Caret");
      await page(window).getByText("77290 on 2026-01-06").first().waitFor();
      assert.match(await page(window).textContent(), /PLAN-1[^]*finding[^]*statement/);
      await window.picture("explained");
    },
    "the explanation follows the caret to an expectation": async (window) => {
      await lineWith(window, "expect nothing else").click();
      await page(window).getByText("expect nothing else").first().waitFor();
    },
    "the graph is drawn, and a click opens a declaration": async (window) => {
      await lineWith(window, "bundle Simulation").click();
      await window.command("Edict: Show the Rulebook as a Graph");
      await page(window).locator("svg.graph text", { hasText: "codes Simulation" }).waitFor();
      await window.picture("graph");
      await page(window).locator("svg.graph text", { hasText: "codes Simulation" }).click();
      await window.page.locator(".tab", { hasText: "codes.edict" }).first().waitFor();
    },
  },
};
