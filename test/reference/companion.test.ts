import { expect, test } from "vitest";
import {
  anyCode,
  clauses,
  companion,
  days,
  declared,
  evaluated,
  foundRows,
  isText,
  line,
  lines,
  rowsFoundBy,
  rule,
  rulebook,
} from "./making.js";

const [simulation, plan] = [lines("77290"), lines("77301")];
const present = { kind: "present" } as const;
const absent = { kind: "absent" } as const;

test("bundle A into B that follows within 30 days: the thirtieth day is in, the thirty-first is not", () => {
  const check = companion(simulation, plan, present, { windows: [days("after", 30)] });
  const on = (date: string) => [line("2026-03-01", "77290"), line(date, "77301")];
  expect(rowsFoundBy(check, on("2026-03-31"))).toEqual([2]);
  expect(rowsFoundBy(check, on("2026-04-01"))).toEqual([]);
  expect(rowsFoundBy(check, on("2026-03-01"))).toEqual([2]);
  expect(rowsFoundBy(check, on("2026-02-28"))).toEqual([]);
});

test("a month before the last of March is the last of February", () => {
  const month = { direction: "before", min: { count: 0, unit: "days" }, max: { count: 1, unit: "months" } } as const;
  const check = companion(plan, simulation, absent, { windows: [month] });
  const on = (date: string) => [line(date, "77290"), line("2026-03-31", "77301")];
  expect(rowsFoundBy(check, on("2026-02-28"))).toEqual([]);
  expect(rowsFoundBy(check, on("2026-02-27"))).toEqual([3]);
});

test("within 1 to 30 days leaves the same day out, on both sides", () => {
  const check = companion(plan, simulation, present, { windows: [days("either", 30, 1)] });
  const on = (date: string) => [line(date, "77290"), line("2026-03-31", "77301")];
  expect(rowsFoundBy(check, on("2026-03-31"))).toEqual([]);
  expect(rowsFoundBy(check, on("2026-03-30"))).toEqual([3]);
  expect(rowsFoundBy(check, on("2026-04-30"))).toEqual([3]);
  expect(rowsFoundBy(check, on("2026-05-01"))).toEqual([]);
});

test("a line is never its own companion", () => {
  const check = companion(plan, anyCode, present, { windows: [days("either", 0)] });
  expect(rowsFoundBy(check, [line("2026-03-02", "77301")])).toEqual([]);
  expect(rowsFoundBy(check, [line("2026-03-02", "77301"), line("2026-03-02", "77301")])).toEqual([2, 3]);
});

test("companions are of the same patient; a blank provider equals no other", () => {
  const check = companion(simulation, plan, present, { same: ["provider"] });
  const by = (code: string, provider: string, patient = "P1") =>
    line("2026-03-02", code, { patient, fields: { provider } });
  expect(rowsFoundBy(check, [by("77290", "A"), by("77301", "A")])).toEqual([2]);
  expect(rowsFoundBy(check, [by("77290", "A"), by("77301", "A", "P2")])).toEqual([]);
  expect(rowsFoundBy(check, [by("77290", ""), by("77301", "")])).toEqual([]);
});

test("modifiers are compared as a set, and no modifiers equal no modifiers", () => {
  const check = companion(simulation, plan, present, { same: ["modifiers"] });
  const some = (...modifiers: string[]) => line("2026-03-02", "77290", { modifiers });
  const plans = [line("2026-03-02", "77301", { modifiers: ["59", "26"] }), line("2026-03-02", "77301")];
  expect(rowsFoundBy(check, [...plans, some("26", "59"), some("26"), some()])).toEqual([4, 6]);
});

test("the finding names the nearest companion in days, then the first in input order", () => {
  const check = companion(plan, simulation, present, { windows: [days("either", 30)] });
  const some = [
    line("2026-03-01", "77290"),
    line("2026-03-12", "77290"),
    line("2026-03-08", "77290"),
    line("2026-03-10", "77301"),
  ];
  const [finding] = evaluated(rulebook(rule(clauses([check]))), some).findings;
  expect(finding?.others.map(({ row }) => row)).toEqual([3]);
});

test("at least N and fewer than N count what stands in scope, and say how many", () => {
  const days2 = { amount: { kind: "number", value: 2 }, measure: "days" } as const;
  const scope = { windows: [days("either", 5)] };
  const some = [
    line("2026-03-01", "77301"),
    line("2026-03-02", "77290"),
    line("2026-03-02", "77290"),
    line("2026-03-03", "77290"),
    line("2026-03-20", "77301"),
    line("2026-03-20", "77290"),
  ];
  const atLeast = companion(plan, simulation, { kind: "at-least", ...days2 }, scope);
  const found = evaluated(rulebook(rule(clauses([atLeast]))), some).findings;
  expect(found.map(({ subject, count, allowed }) => [subject.row, count, allowed])).toEqual([[2, 2, 2]]);
  const fewer = companion(plan, simulation, { kind: "fewer-than", ...days2 }, scope);
  const lacking = evaluated(rulebook(rule(clauses([fewer]))), some).findings;
  expect(lacking.map(({ subject, count, allowed }) => [subject.row, count, allowed])).toEqual([[6, 1, 2]]);
});

test("a companion counts only where, read with it, unless is false", () => {
  const check = companion(simulation, plan, present, { windows: [days("either", 30)] });
  const byPair = (on: "other" | "either") =>
    rulebook(rule(clauses([check], { unless: isText("provider", ["A"], on) })));
  const by = (date: string, code: string, provider: string) => line(date, code, { fields: { provider } });
  const some = [by("2026-03-01", "77290", "A"), by("2026-03-02", "77301", "B"), by("2026-03-01", "77301", "A")];
  expect(evaluated(byPair("other"), some).findings[0]?.others[0]?.row).toBe(3);
  expect(foundRows(byPair("either"), some)).toEqual([]);
});

test("in the same E: a line in no episode has no companion", () => {
  const course = declared("Course", {
    codes: lines("77385").codes,
    ends: { kind: "idle" as const, after: { count: 10, unit: "days" as const } },
  });
  const check = companion(plan, simulation, absent, { episode: "Course" });
  const some = [
    line("2026-03-01", "77385"),
    line("2026-03-02", "77290"),
    line("2026-03-03", "77301"),
    line("2026-03-05", "77385"),
    line("2026-03-09", "77301"),
    line("2026-03-09", "77290"),
  ];
  expect(rowsFoundBy(check, some, { episodes: [course] })).toEqual([6]);
});

test("first A of each episode is chosen before anything else; lines in none are not chosen", () => {
  const course = declared("Course", {
    codes: lines("77385").codes,
    ends: { kind: "lasts" as const, length: { count: 3, unit: "days" as const } },
  });
  const check = { ...companion(plan, simulation, absent, { episode: "Course" }), pick: "first" as const };
  const some = [
    line("2026-03-01", "77301"),
    line("2026-03-02", "77301"),
    line("2026-03-02", "77385"),
    line("2026-03-04", "77301"),
    line("2026-03-05", "77385"),
    line("2026-03-07", "77301"),
  ];
  expect(rowsFoundBy(check, some, { episodes: [course] })).toEqual([3, 7]);
});
