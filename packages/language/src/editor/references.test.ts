import { expect, test } from "vitest";
import { linkedEditingAt } from "./linked-editing.js";
import { highlightsAt, referencesAt } from "./references.js";
import { analysed } from "./testing/analysed.js";
import { shown } from "./testing/shown.js";

const rulebook = `
codes Simulation = 77280
rule R-1 "a rule"
  forbid Simu<|>lation with 77301 on the same day
  deny
--- other.edict
codes All = Simulation, 77301
`;

test("references with the declaration and without", () => {
  const { analysis, path, offset } = analysed(rulebook);
  const found = (declaration: boolean): readonly string[] =>
    (referencesAt(analysis, path, offset, { declaration }) ?? []).map((span) => shown(analysis, span.file, span));
  expect(found(true)).toEqual(["other.edict:1 Simulation", "rules.edict:2 Simulation", "rules.edict:4 Simulation"]);
  expect(found(false)).toEqual(["other.edict:1 Simulation", "rules.edict:4 Simulation"]);
  expect(referencesAt(analysis, path, 0, { declaration: true })).toBeNull();
});

test("highlights stay in their file and tell what declares", () => {
  const { analysis, path, offset } = analysed(rulebook);
  const found = (highlightsAt(analysis, path, offset) ?? []).map(
    ({ kind, ...at }) => `${kind} ${shown(analysis, path, at)}`,
  );
  expect(found).toEqual(["write rules.edict:2 Simulation", "read rules.edict:4 Simulation"]);
});

/** The places that are typed at once. */
function linked(written: string): readonly string[] | null {
  const { analysis, path, offset } = analysed(written);
  return linkedEditingAt(analysis, path, offset)?.map((at) => shown(analysis, path, at)) ?? null;
}

const table = "table Most\n  | co<|>de | units |\n  | 77300 | 10 |\n";
const rule =
  'rule R-1 "a rule"\n  for each row of Most\n  limit row.code to row.units units per day\n  deny "{row.code}"\n';

test("a column is typed at once with its uses, where all stand in one file", () => {
  expect(linked(table + rule)).toEqual(["rules.edict:2 code", "rules.edict:6 code", "rules.edict:7 code"]);
  expect(linked(`${table}--- other.edict\n${rule}`)).toBeNull();
  expect(linked('table Most from "m.csv"\n  co<|>de code, units number\n' + rule)).toBeNull();
  expect(linked("codes Simu<|>lation = 77280\ncodes All = Simulation\n")).toBeNull();
});
