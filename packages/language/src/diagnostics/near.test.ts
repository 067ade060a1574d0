import { expect, test } from "vitest";
import { nearest, slips } from "./near.js";

test("a slip of one letter, a swap and a wrong case are near", () => {
  expect(nearest("Simulaton", ["Planning", "Simulation"])).toBe("Simulation");
  expect(nearest("bundel", ["bundle", "because"])).toBe("bundle");
  expect(nearest("medicare", ["Medicare", "Medicaid"])).toBe("Medicare");
});

test("a word far from all candidates has no neighbour", () => {
  expect(nearest("Aetna", ["for", "and", "any", "day"])).toBeNull();
  expect(nearest("it", ["in", "is"])).toBeNull();
});

test("equal distances are settled by bytes, whatever the order", () => {
  expect(nearest("RO-10", ["RO-102", "RO-101"])).toBe("RO-101");
  expect(nearest("RO-10", ["RO-101", "RO-102"])).toBe("RO-101");
});

test("slips weigh case half and a swap once", () => {
  expect(slips("Rule", "rule")).toBe(0.5);
  expect(slips("ab", "ba")).toBe(1);
  expect(slips("", "abc")).toBe(3);
});
