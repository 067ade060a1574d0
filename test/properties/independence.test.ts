import { expect, test } from "vitest";
import type { Case } from "../random/index.js";
import { asBytes, runEngine } from "./engine-run.js";
import { holdsForCases } from "./runs.js";

const timeout = 3_600_000;

test("the same case twice gives the same bytes", { timeout }, () => {
  holdsForCases((drawn) => {
    expect(asBytes(runEngine(drawn))).toBe(asBytes(runEngine(drawn)));
  }, 1 / 6);
});

test("the order of patients in the input does not matter", { timeout }, () => {
  holdsForCases((drawn) => {
    const patients = [...new Set(drawn.lines.map((line) => line.patient))];
    const together = patients.reverse().flatMap((patient) => drawn.lines.filter((line) => line.patient === patient));
    expect(asBytes(runEngine({ ...drawn, lines: together }))).toBe(asBytes(runEngine(drawn)));
  }, 1 / 6);
});

test("a patient's findings do not depend on other patients", { timeout }, () => {
  holdsForCases((drawn) => {
    const patients = [...new Set(drawn.lines.map((line) => line.patient))];
    const apart = patients.flatMap((patient) => {
      const lines = drawn.lines.filter((line) => line.patient === patient);
      return runEngine({ ...drawn, lines }).findings.map((finding) => JSON.stringify(finding));
    });
    const together = runEngine(drawn).findings.map((finding) => JSON.stringify(finding));
    expect(apart.sort()).toEqual(together.sort());
  }, 1 / 6);
});

test("a rule's findings do not depend on other rules", { timeout }, () => {
  holdsForCases((drawn) => {
    const apart = drawn.rulebook.rules.flatMap((rule) => {
      const alone: Case = { ...drawn, rulebook: { ...drawn.rulebook, rules: [rule] } };
      return runEngine(alone).findings.map((finding) => JSON.stringify(finding));
    });
    const together = runEngine(drawn).findings.map((finding) => JSON.stringify(finding));
    expect(apart.sort()).toEqual(together.sort());
  }, 1 / 6);
});
