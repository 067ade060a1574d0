import { expect, test } from "vitest";
import { clauses, foundRows, isText, line, lines, rowsFoundBy, rule, rulebook } from "./making.js";

const everyPlan = { kind: "line" as const, pick: "each" as const, subject: lines("77301"), requires: null };

test("forbid A finds each A line", () => {
  const some = [line("2026-03-02", "77301"), line("2026-03-02", "77300"), line("2026-03-01", "77301")];
  expect(rowsFoundBy(everyPlan, some)).toEqual([4, 2]);
});

test("each A requires a condition finds the lines for which it is false; a blank is false", () => {
  const check = { ...everyPlan, requires: isText("place", ["22"]) };
  const at = (place: string) => line("2026-03-02", "77301", { fields: { place } });
  expect(rowsFoundBy(check, [at("22"), at("11"), at(" ")])).toEqual([3, 4]);
});

test("when and unless speak of the subject", () => {
  const own = clauses([everyPlan], { when: isText("place", ["22"]), unless: isText("provider", ["A"]) });
  const at = (place: string, provider: string) => line("2026-03-02", "77301", { fields: { place, provider } });
  expect(foundRows(rulebook(rule(own)), [at("22", "A"), at("22", "B"), at("11", "B"), at("22", "")])).toEqual([3, 5]);
});

test("both bounds of effective are within", () => {
  const effective = { from: { kind: "date", date: "2026-03-02" }, to: { kind: "date", date: "2026-03-04" } } as const;
  const some = ["2026-03-01", "2026-03-02", "2026-03-04", "2026-03-05"].map((date) => line(date, "77301"));
  expect(foundRows(rulebook(rule(clauses([everyPlan], { effective }))), some)).toEqual([3, 4]);
});
