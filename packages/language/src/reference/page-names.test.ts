import fc from "fast-check";
import { expect, test } from "vitest";
import { pageNames } from "./page-names.js";

test("a page is named after its rule", () => {
  expect([...pageNames("rule", ["RO-101", "NCCI-PTP"])]).toEqual([
    ["NCCI-PTP", "rule/ncci-ptp"],
    ["RO-101", "rule/ro-101"],
  ]);
});

test("ids that differ in case only have two pages", () => {
  expect([...pageNames("rule", ["ro-1", "RO-1", "Ro-1"]).values()]).toEqual([
    "rule/ro-1",
    "rule/ro-1.2",
    "rule/ro-1.3",
  ]);
});

test.each([
  ["CON", "rule/id-con"],
  ["../../etc/passwd", "rule/etc-passwd"],
  ["", "rule/id-"],
  ["ä", "rule/id-"],
])("%j is no danger to a disk", (id, page) => {
  expect(pageNames("rule", [id]).get(id)).toBe(page);
});

test("whatever the ids, each has a page of its own on every disk", () => {
  const ids = fc.uniqueArray(fc.oneof(fc.string(), fc.stringMatching(/^[abAB][12]?(?:\.2)?-?$/)));
  fc.assert(
    fc.property(ids, (all) => {
      const pages = [...pageNames("rule", all).values()];
      expect(new Set(pages.map((page) => page.toLowerCase())).size).toBe(all.length);
      for (const page of pages) expect(page).toMatch(/^rule\/[a-z0-9_-]+(?:\.\d+)?$/);
      expect([...pageNames("rule", all.toReversed())]).toEqual([...pageNames("rule", all)]);
    }),
  );
});
