import { expect, test } from "vitest";
import type { HierarchyCall } from "./call-hierarchy.js";
import { hierarchyItemAt, incomingCalls, outgoingCalls } from "./call-hierarchy.js";
import { analysed } from "./testing/analysed.js";

/** Who uses what is at the caret, and what it uses: `title xN`. */
function hierarchy(
  written: string,
): { readonly incoming: readonly string[]; readonly outgoing: readonly string[] } | null {
  const { analysis, path, offset } = analysed(written);
  const item = hierarchyItemAt(analysis, path, offset);
  if (item === null) return null;
  const titles = (calls: readonly HierarchyCall[]): readonly string[] =>
    calls.map((call) => `${call.item.kind} ${call.item.title} x${call.at.length}`);
  return {
    incoming: titles(incomingCalls(analysis, item.path, item.whole.start)),
    outgoing: titles(outgoingCalls(analysis, item.path, item.whole.start)),
  };
}

const rulebook = (caret: (text: string) => string): string =>
  caret(`
codes Simulation = 77280
codes All = Simulation, 77301
payer Aetna = "AETNA"
table Most
  | code  | units |
  | 77300 | 10    |
rule R-1 "a rule"
  for Aetna
  bundle Simulation into 77301 having (code in All and not code in Simulation) that follows
  deny
rule R-2 "another"
  for each row of Most
  limit row.code to row.units units per day
  deny
override R-1 for Aetna
  bundle Simulation into All on the same day
test "a test"
  given payer Aetna, starting 2026-03-02
  day 1 77301
  expect no R-1
`);

test("a set: who names it, and the sets within it", () => {
  expect(hierarchy(rulebook((text) => text.replace("Simulation,", "Simu<|>lation,")))).toEqual({
    incoming: ["codes All x1", "rule R-1 x2", "override override R-1 x1"],
    outgoing: [],
  });
  expect(hierarchy(rulebook((text) => text.replace("codes All", "codes A<|>ll")))).toEqual({
    incoming: ["rule R-1 x1", "override override R-1 x1"],
    outgoing: ["codes Simulation x1"],
  });
});

test("a rule: its overrides and tests, and all that it names", () => {
  expect(hierarchy(rulebook((text) => text.replace("rule R-1", "rule R<|>-1")))).toEqual({
    incoming: ["override override R-1 x1", "test a test x1"],
    outgoing: ["payer Aetna x1", "codes Simulation x2", "codes All x1"],
  });
  expect(hierarchy(rulebook((text) => text.replace("rule R-2", "rule R<|>-2")))?.outgoing).toEqual(["table Most x3"]);
});

test("a test is an item by its title, and a statement's words are none", () => {
  expect(hierarchy(rulebook((text) => text.replace('"a test"', '"a t<|>est"')))?.outgoing).toEqual([
    "payer Aetna x1",
    "rule R-1 x1",
  ]);
  expect(hierarchy(rulebook((text) => text.replace("bundle", "bun<|>dle")))).toBeNull();
});
