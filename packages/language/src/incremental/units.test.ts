import { expect, test } from "vitest";
import { lintedAt, lookedAt } from "./testing/looked-at.js";

const rule = (id: string, set: string): string => `rule ${id} "t"\n  because M\n  forbid ${set}\n  deny\n`;
const files = new Map([
  ["codes.edict", "codes A = 77301\ncodes B = A, 77402\ncodes C = 77427\n"],
  ["rules.edict", `authority M "Manual"\n${rule("R-1", "A")}${rule("R-2", "B")}${rule("R-3", "C")}`],
  ["tests.edict", `test "t"\n  given starting 2026-01-05\n  day 1 77301\n  expect R-1 on 77301 day 1\n`],
]);

test("where nothing changed nothing is looked at", () => {
  expect(lookedAt(files, "rules.edict", (text) => text)).toBe(0);
});

test("a comment in a file of sets leaves the rules alone", () => {
  expect(lookedAt(files, "codes.edict", (text) => `# sets\n${text}`)).toBe(3);
});

test("a set that changed is looked at with all that names it, also by another set", () => {
  // The three sets of the file, and the rules of A and B.
  expect(lookedAt(files, "codes.edict", (text) => text.replace("77301", "77301, 77338"))).toBe(5);
});

test("a set that comes to the same as before is no change to what names it by another", () => {
  // Only what names B itself: it is written otherwise.
  expect(lookedAt(files, "codes.edict", (text) => text.replace("A, 77402", "77402, A"))).toBe(4);
});

test("a rule is looked at with the tests that name it", () => {
  expect(lookedAt(files, "rules.edict", (text) => text.replace("forbid A", "forbid B"))).toBe(4);
});

test("no lint of a declaration or a rule goes through the whole rulebook", () => {
  const error = new Map([...files, ["error.edict", "codes Wrong = Unknown\n"]]);
  // The one declaration of the file; a lint that goes through everything would be asked again of every other one too.
  expect(lintedAt(error, "error.edict", (text) => `${text}\n`)).toBe(1);
});

test("a list of valid codes that says the same leaves the rules alone, and one that says something else does not", () => {
  // With an error no lint goes through the whole rulebook, and only units are counted.
  const list =
    "table Valid lists valid codes\n  | code  |\n  | 77301 |\n  | 77402 |\n  | 77427 |\ncodes Wrong = Unknown\n";
  const all = new Map([...files, ["list.edict", list]]);
  expect(lintedAt(all, "list.edict", (text) => `# codes\n${text}`)).toBe(2);
  const more = lintedAt(all, "list.edict", (text) => text.replace("77427", "77428"));
  expect(more).toBeGreaterThan(2 + 3 + 3);
});
