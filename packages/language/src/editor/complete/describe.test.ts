import { expect, test } from "vitest";
import { analysed } from "../testing/analysed.js";
import { describe } from "./describe.js";

const { analysis } = analysed(`# Plans of every kind.
codes Plan = 77301, 77306..77307 until 2025-12-31
codes All = Plan, 77402
rule R-1 "a plan and its code"
  effective 2026-01-01
  forbid 77301
  deny
`);

test("a name comes with its comment and its declaration", () => {
  expect(describe(analysis, "Plan")).toBe(
    "Plans of every kind.\n\n```edict\ncodes Plan = 77301, 77306..77307 until 2025-12-31\n```",
  );
  expect(describe(analysis, "R-1")).toMatch(/^\*\*a plan and its code\*\*\n\n```edict\nrule R-1/);
});

test("a code comes with the sets that hold it, their dates and the rules that name it", () => {
  expect(describe(analysis, "77306")).toBe("- in Plan until 2025-12-31\n- in All until 2025-12-31");
  expect(describe(analysis, "77301-26")).toBe("- in Plan\n- in All\n- named by R-1 “a plan and its code”");
  expect(describe(analysis, "99213")).toBe(null);
  expect(describe(analysis, "bundle")).toBe(null);
});
