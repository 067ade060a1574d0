import { mutantsOf, mutate, runTests } from "@edict/engine";
import type { Change, Mutant, MutatedDeclaration } from "@edict/engine";
import { compile } from "@edict/language";
import type { Rulebook } from "@edict/rulebook";
import { printRulebook, readRulebook } from "@edict/rulebook";
import { expect, test } from "vitest";
import { memoryHost } from "../hosts/memory-host.js";
import { holdsForCases } from "./runs.js";

test("a mutant is another rulebook, and one that can be read", { timeout: 3_600_000 }, () => {
  holdsForCases(({ rulebook }) => {
    const original = printRulebook(rulebook);
    for (const mutant of mutantsOf(rulebook, null)) {
      const printed = printRulebook(mutated(rulebook, mutant));
      const said = words(mutant.declaration, mutant.change);
      expect(printed === original ? `${said} changes nothing` : null).toBeNull();
      const read = readRulebook(JSON.parse(printed));
      if ("problems" in read) throw new Error(`${said}: ${read.problems.join("\n")}`);
    }
  }, 1 / 30);
});

const rules = `codes Simulation = 77280, 77290
codes Delivery = 77402, 77412, 77385 until 2025-12-31
codes Radiation = Simulation, Delivery, 77301, 77336
modifiers Apart = 59, XS
payer Medicare = "MEDICARE"
payer Aetna = "AETNA"
setting hospital = place 19, 22
episode Course of Radiation ends after 60 days idle
table Units
  | code  | units |
  | 77336 | 1     |
  | 77301 | 2     |

rule PLAN "a simulation is part of the plan"
  for Medicare in hospital
  effective 2024-01-01
  bundle Simulation into 77301 that follows within 30 days in the same Course
  unless modifier in Apart on either line
  deny

override PLAN for Aetna
  bundle Simulation into 77301 that follows within 14 days

waive PLAN for Medicare effective 2026-07-01

rule UNITS "units of a day"
  for each row of Units
  limit row.code to row.units units per day all lines
  deny

rule FRACTIONS "two weeks of fractions"
  limit Delivery to 2 units for every 1 unit of 77336 but at least 1 per Course
  deny

rule ORDER "a plan before treatment"
  first Delivery requires 77301 before in the same Course
  deny

test "thirty days"
  given payer Medicare, place 22, starting 2026-03-02
  day 1   77290
  day 31  77301
  expect PLAN on 77290 day 1
  expect nothing else

test "thirty-one days, and a modifier"
  given payer Medicare, place 22, starting 2026-03-02
  day 1   77290
  day 20  77280-59
  day 32  77301
  expect no PLAN

test "two lines of physics on a day"
  given starting 2026-03-02
  day 1   77336-26
  day 1   77336
  expect UNITS on 77336-26 day 1
  expect UNITS on 77336 day 1

test "four fractions of a week"
  given starting 2026-03-02
  day 1   77301
  day 2   77402
  day 2   77336
  day 3   77412
  day 4   77412
  expect FRACTIONS on 77412 day 4
  expect nothing else
`;

test("a mutant is noticed where, and only where, one of all tests fails over the whole rulebook that it is", () => {
  const { rulebook } = compile(["a.edict"], memoryHost(new Map([["a.edict", rules]])));
  if (rulebook === null) throw new Error("the rules of this test have no errors");
  const survivors = mutate(rulebook, new Map(), { rule: null }).flatMap(({ declaration, survivors: all }) =>
    all.map(({ change }) => words(declaration, change)),
  );
  const passing = mutantsOf(rulebook, null)
    .filter((mutant) => runTests(mutated(rulebook, mutant), new Map()).every(({ passed }) => passed))
    .map(({ declaration, change }) => words(declaration, change));
  expect(survivors.length).toBeGreaterThan(20);
  expect([...survivors].sort()).toEqual([...passing].sort());
});

function mutated(rulebook: Rulebook, { rules: changed, rulebook: whole }: Mutant): Rulebook {
  const byId = new Map(changed.map((rule) => [rule.id, rule]));
  return { ...(whole ?? rulebook), rules: rulebook.rules.map((rule) => byId.get(rule.id) ?? rule) };
}

function words({ name }: MutatedDeclaration, { from, to }: Change): string {
  return `${name}: ${from} → ${to}`;
}
