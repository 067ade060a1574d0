import { expect, test } from "vitest";
import { referenceNet } from "./credits.js";
import { line } from "./making.js";

const of = (units: number, rest = {}) => line("2026-03-02", "77301", { units, ...rest });

test("a credit cancels the latest line before it with as many units", () => {
  expect(referenceNet([of(1), of(2), of(1), of(-1)], [])).toEqual({ netted: [2, 3], rejected: [] });
});

test("no line is cancelled twice, and a credit with nothing to cancel is rejected", () => {
  expect(referenceNet([of(1), of(-1), of(-1), of(-2)], [])).toEqual({ netted: [0, 1], rejected: [2, 3] });
});

test("a credit may stand before the line that it cancels", () => {
  expect(referenceNet([of(-1), of(1), of(1)], [])).toEqual({ netted: [0, 1], rejected: [] });
});

test("patient, date, code and modifiers must be the same; claim and order of modifiers do not matter", () => {
  expect(referenceNet([of(1, { patient: "P2" }), of(-1)], [])).toEqual({ netted: [], rejected: [1] });
  const two = [of(1, { modifiers: ["26", "59"], fields: { claim: "C1" } }), of(-1, { modifiers: ["59", "26"] })];
  expect(referenceNet(two, [])).toEqual({ netted: [0, 1], rejected: [] });
});

test("a credit of one source cancels nothing of another; without a source is a source", () => {
  const from = (units: number, record: string) => of(units, { fields: record === "" ? {} : { record } });
  const cancelled = { netted: [0, 1], rejected: [] };
  const alone = { netted: [], rejected: [1] };
  expect(referenceNet([from(1, "hospital"), from(-1, "hospital")], ["record"])).toEqual(cancelled);
  expect(referenceNet([from(1, ""), from(-1, "")], ["record"])).toEqual(cancelled);
  expect(referenceNet([from(1, "hospital"), from(-1, "department")], ["record"])).toEqual(alone);
  expect(referenceNet([from(1, "hospital"), from(-1, "")], ["record"])).toEqual(alone);
  expect(referenceNet([from(1, "hospital"), from(-1, "department")], [])).toEqual(cancelled);
});
