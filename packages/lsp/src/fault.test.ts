import { expect, test } from "vitest";
import { faultText } from "./fault.js";

test("a fault says where in our code, and nothing of a text or of the machine", () => {
  const said = faultText("textDocument/hover", new TypeError('"P1" of patients.csv'));
  expect(said).toMatch(/^internal fault, please report: TypeError in textDocument\/hover at .*fault\.test\.ts:\d+:\d+/);
  expect(said).not.toMatch(/P1|packages/);
});
