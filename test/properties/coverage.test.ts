/**
 * A property that is only ever tried on cases where nothing is found holds of everything. This counts, over the cases
 * that `npm test` tries, in how many each kind of thing had a hand in a finding, and fails where one never had.
 */
import { expect, test } from "vitest";
import type { Check, Clauses, Condition, Finding, Rule } from "@edict/rulebook";
import type { Case } from "../random/index.js";
import type { ReferenceAccount } from "../reference/index.js";
import { referenceEvaluate } from "../reference/index.js";
import { sampleCases } from "./runs.js";
import { without } from "./without.js";

const wanted = [
  ...["line: no condition", "line: requires", "line: requires a row"],
  ...["companion: present", "companion: absent"],
  ...["companion: at-least units", "companion: at-least lines", "companion: at-least days"],
  ...["companion: fewer-than units", "companion: fewer-than lines", "companion: fewer-than days"],
  ...["pick: each", "pick: first", "pick: last"],
  ...["scope: episode", "scope: same", "scope: before", "scope: after", "scope: either", "scope: two windows"],
  ...["more: units", "more: lines", "more: days", "fewer: units", "fewer: lines", "fewer: days"],
  ...["line", "day", "claim", "patient", "episode", "window"].flatMap((by) => [`more per ${by}`, `fewer per ${by}`]),
  ...["more: all lines", "more: all lines of a window", "more: ratio", "fewer: ratio", "count: and a field"],
  ...["all", "any", "not", "in", "compare", "presence", "row"].map((kind) => `condition: ${kind}`),
  ...["codes", "diagnoses", "modifiers", "payers", "settings", "bills", "plain"].map((kind) => `values: ${kind}`),
  ...["on: subject", "on: other", "on: either"],
  ...["for", "in", "effective", "when", "unless"],
  ...["an override", "a second check", "a row of a table", "a later row of a table"],
  ...["remove", "modifier", "replace", "units", "text"].map((kind) => `suggest: ${kind}`),
  ...["a rule not evaluated", "lines outside episodes", "unusable rows"],
];

test("every kind of check, clause and condition raises findings in the random cases", () => {
  const cases = sampleCases();
  const seen = new Map<string, number>();
  for (const drawn of cases) {
    for (const kind of new Set(kindsOf(drawn.rulebook.rules, referenceEvaluate(drawn)))) {
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
    }
  }
  expect(wanted.filter((kind) => !seen.has(kind))).toEqual([]);
  expect([...seen.keys()].filter((kind) => !wanted.includes(kind) && kind !== "any finding")).toEqual([]);
  expect(seen.get("any finding")).toBeGreaterThan(cases.length / 2);
});

test.each(Object.entries(without))("some random cases would say something else without: %s", (_, change) => {
  const findingsOf = (drawn: Case): string => JSON.stringify(referenceEvaluate(drawn).findings);
  expect(sampleCases().some((drawn) => findingsOf(change(drawn)) !== findingsOf(drawn))).toBe(true);
});

function kindsOf(
  rules: readonly Rule[],
  { findings, checks, notEvaluated, rules: accounts }: ReferenceAccount,
): string[] {
  return [
    ...(findings.length > 0 ? ["any finding"] : []),
    ...(notEvaluated.length > 0 ? ["a rule not evaluated"] : []),
    ...(accounts.some((account) => account.outsideEpisodes > 0) ? ["lines outside episodes"] : []),
    ...(accounts.some((account) => account.unusableRows > 0) ? ["unusable rows"] : []),
    ...findings.flatMap((finding, at) => {
      const check = checks[at];
      const rule = rules.find(({ id }) => id === finding.rule);
      if (check === undefined || rule === undefined) throw new Error("each finding has its rule and its check");
      const override = rule.overrides.find(({ label }) => label === finding.override);
      return [...ofFinding(finding), ...ofCheck(check), ...ofClauses(override?.clauses ?? rule.clauses, check)];
    }),
  ];
}

function ofFinding({ override, tableRow, suggestion }: Finding): string[] {
  return [
    ...(override === null ? [] : ["an override"]),
    ...(tableRow === null ? [] : ["a row of a table"]),
    ...(tableRow === null || tableRow < 3 ? [] : ["a later row of a table"]),
    ...(suggestion === null ? [] : [`suggest: ${suggestion.kind}`]),
  ];
}

function ofClauses({ payers, settings, effective, when, unless, checks }: Clauses, check: Check): string[] {
  return [
    ...(payers.length > 0 ? ["for"] : []),
    ...(settings.length > 0 ? ["in"] : []),
    ...(effective === null ? [] : ["effective"]),
    ...(when === null ? [] : ["when", ...ofCondition(when)]),
    ...(unless === null ? [] : ["unless", ...ofCondition(unless)]),
    ...(checks.indexOf(check) > 0 ? ["a second check"] : []),
  ];
}

function ofCheck(check: Check): string[] {
  const having = check.subject.having === null ? [] : ofCondition(check.subject.having);
  switch (check.kind) {
    case "line": {
      const { requires } = check;
      if (requires === null) return [...having, "line: no condition", `pick: ${check.pick}`];
      const kind = requires.kind === "row" ? "line: requires a row" : "line: requires";
      return [...having, kind, `pick: ${check.pick}`, ...ofCondition(requires)];
    }
    case "companion": {
      const { finds, scope } = check;
      return [
        ...having,
        `pick: ${check.pick}`,
        "measure" in finds ? `companion: ${finds.kind} ${finds.measure}` : `companion: ${finds.kind}`,
        ...scope.windows.map(({ direction }) => `scope: ${direction}`),
        ...(scope.windows.length > 1 ? ["scope: two windows"] : []),
        ...(scope.episode === null ? [] : ["scope: episode"]),
        ...(scope.same.length === 0 ? [] : ["scope: same"]),
      ];
    }
    case "count": {
      const { finds, measure, per, allLines, allowance } = check;
      return [
        ...having,
        `${finds}: ${measure}`,
        `${finds} per ${per.by.kind}`,
        ...(per.and.length > 0 ? ["count: and a field"] : []),
        ...(allowance.forEvery === null ? [] : [`${finds}: ratio`]),
        ...(allLines ? ["more: all lines"] : []),
        ...(allLines && per.by.kind === "window" ? ["more: all lines of a window"] : []),
      ];
    }
  }
}

function ofCondition(condition: Condition): string[] {
  const own = `condition: ${condition.kind}`;
  switch (condition.kind) {
    case "all":
    case "any":
      return [own, ...condition.of.flatMap(ofCondition)];
    case "not":
      return [own, ...ofCondition(condition.of)];
    case "in":
      return [own, `values: ${condition.values.kind}`, `on: ${condition.on}`];
    case "compare":
    case "presence":
      return [own, `on: ${condition.on}`];
    case "row":
      return [own, ...ofCondition(condition.where)];
  }
}
