import { expect, test } from "vitest";
import type { RuleGraph } from "./rule-graph.js";
import { graphAround, graphNodeAt, ruleGraph } from "./rule-graph.js";
import { analysed } from "./testing/analysed.js";

const files = `authority M "manual"
codes Simulation = 77280
codes All = Simulation, 77301
payer Aetna = "AETNA"
table T
  | code  | units |
  | 77300 | 10    |
rule R-<|>1 "one"
  because M
  bundle All into 77301
  deny
override R-1 for Aetna
  hold
rule R-2 "two"
  for each row of T
  limit row.code to row.units units per day
  deny
--- tests.edict
test "a test"
  given payer Aetna, starting 2026-03-02
  day 1  77280
  expect no R-1
`;

const { analysis, path, offset } = analysed(files);
const graph = ruleGraph(analysis);

function said({ nodes, edges }: RuleGraph): readonly string[] {
  const labels = new Map(nodes.map(({ id, label }) => [id, label]));
  return edges.map(({ user, used }) => `${labels.get(user)} > ${labels.get(used)}`);
}

test("each declaration with what it uses", () => {
  expect(graph.nodes.map(({ label }) => label)).toEqual(
    expect.arrayContaining(["M", "Simulation", "All", "R-1", "override R-1", "R-2", "a test"]),
  );
  expect(said(graph)).toEqual([
    "All > Simulation",
    "R-1 > M",
    "R-1 > All",
    "override R-1 > R-1",
    "override R-1 > Aetna",
    "R-2 > T",
    "a test > Aetna",
    "a test > R-1",
  ]);
});

test("around a rule stands what it uses, in turn, and what changes and tests it", () => {
  const around = graphAround(graph, graphNodeAt(analysis, path, offset) ?? "");
  expect(around.nodes.map(({ label }) => label)).toEqual(["M", "Simulation", "All", "R-1", "override R-1", "a test"]);
});

test("a set reaches rules through other sets, and no further", () => {
  const id = graph.nodes.find(({ label }) => label === "Simulation")?.id ?? "";
  expect(graphAround(graph, id).nodes.map(({ label }) => label)).toEqual(["Simulation", "All", "R-1"]);
});
