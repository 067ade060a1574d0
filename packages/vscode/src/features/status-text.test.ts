import { expect, test } from "vitest";
import { statusText } from "./status-text.js";

const none = { errors: 0, warnings: 0 };

test("a rulebook without problems", () => {
  const status = statusText("running", { rules: 1, tests: 12 }, none);
  expect(status.text).toBe("$(law) 1 rule, 12 tests · no problems");
  expect(status.isWarning).toBe(false);
});

test("errors and warnings are counted apart", () => {
  const status = statusText("running", { rules: 3, tests: 1 }, { errors: 1, warnings: 2 });
  expect(status.text).toBe("$(error) 3 rules, 1 test · 1 error, 2 warnings");
  expect(status.isWarning).toBe(false);
});

test("a folder that is not trusted says what is not read", () => {
  const counts = { rules: 1, tests: 0 };
  expect(statusText("running", counts, none, false).tooltip).toContain("no file outside of it is read");
  expect(statusText("running", counts, none).tooltip).not.toContain("trusted");
});

test("without counts the problems are still said", () => {
  expect(statusText("running", null, none).text).toBe("$(law) no problems");
});

test("a server that does not run says so, whatever is counted", () => {
  expect(statusText("off", null, none).tooltip).toContain("not running");
  expect(statusText("starting", { rules: 3, tests: 1 }, none).text).toContain("loading");
  expect(statusText("stopped", null, { errors: 3, warnings: 0 }).isWarning).toBe(true);
});
