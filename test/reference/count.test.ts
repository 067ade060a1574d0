import { expect, test } from "vitest";
import type { CountCheck } from "@edict/rulebook";
import {
  clauses,
  declared,
  evaluated,
  foundRows,
  isText,
  limit,
  line,
  lines,
  rowsFoundBy,
  rule,
  rulebook,
} from "./making.js";

const port = lines("77300");
const on = (date: string, units = 1, fields: Record<string, string> = {}) => line(date, "77300", { units, fields });

test("a line whose running total passes N is found whole, and found lines keep counting", () => {
  const check = limit(port, 3, { kind: "patient" });
  const book = rulebook(rule(clauses([check])));
  const some = [on("2026-03-03", 2), on("2026-03-01", 2), on("2026-03-04", 0)];
  const found = evaluated(book, some).findings;
  expect(
    found.map(({ subject, count, allowed, others }) => [subject.row, count, allowed, others.map(({ row }) => row)]),
  ).toEqual([
    [2, 4, 3, [3]],
    [4, 4, 3, [3, 2]],
  ]);
});

test("units are summed exactly", () => {
  const tenths = Array.from({ length: 10 }, () => on("2026-03-01", 0.1));
  expect(rowsFoundBy(limit(port, 1, { kind: "day" }), tenths)).toEqual([]);
  expect(rowsFoundBy(limit(port, 0.9, { kind: "day" }), tenths)).toEqual([11]);
});

test("in days, every line on a day past the Nth distinct day is found", () => {
  const check = limit(port, 1, { kind: "patient" }, { measure: "days" });
  const some = [on("2026-03-01"), on("2026-03-01"), on("2026-03-02"), on("2026-03-02")];
  expect(rowsFoundBy(check, some)).toEqual([4, 5]);
});

test("all lines: every counted line of a group that went past", () => {
  const check = limit(port, 2, { kind: "day" }, { allLines: true });
  expect(rowsFoundBy(check, [on("2026-03-01", 2), on("2026-03-01"), on("2026-03-02", 2)])).toEqual([2, 3]);
});

test("per 7 days is the day and the six before it", () => {
  const check = limit(port, 1, { kind: "window", length: { count: 7, unit: "days" } });
  expect(rowsFoundBy(check, [on("2026-03-01"), on("2026-03-07")])).toEqual([3]);
  expect(rowsFoundBy(check, [on("2026-03-01"), on("2026-03-08")])).toEqual([]);
});

test("per 1 month ends before the same day a month ago", () => {
  const check = limit(port, 1, { kind: "window", length: { count: 1, unit: "months" } });
  expect(rowsFoundBy(check, [on("2026-02-28"), on("2026-03-31")])).toEqual([]);
  expect(rowsFoundBy(check, [on("2026-03-01"), on("2026-03-31")])).toEqual([3]);
});

test("with all lines, a line says what the first window that went past and holds it says", () => {
  const check = limit(port, 1, { kind: "window", length: { count: 3, unit: "days" } }, { allLines: true });
  const book = rulebook(rule(clauses([check])));
  const some = [on("2026-03-01"), on("2026-03-03", 2), on("2026-03-05", 3), on("2026-03-09")];
  const found = evaluated(book, some).findings;
  expect(found.map(({ subject, count, others }) => [subject.row, count, others.map(({ row }) => row)])).toEqual([
    [2, 3, [3]],
    [3, 3, [2]],
    [4, 5, [3]],
  ]);
});

test("only lines that pass are counted, and a blank claim is a group of its own", () => {
  const own = clauses([limit(port, 1, { kind: "claim" })], { unless: isText("place", ["22"]) });
  const of = (claim: string, place: string) => on("2026-03-01", 1, { claim, place });
  const some = [of("C1", "22"), of("C1", "11"), of("C1", "11"), of("", "11"), of("", "11")];
  expect(foundRows(rulebook(rule(own)), some)).toEqual([4]);
});

/** 1 unit of 77427 for every 5 lines of 77385. */
function management(finds: CountCheck["finds"], remainder: number | null): CountCheck {
  const number = (value: number) => ({ kind: "number" as const, value });
  const forEvery = {
    amount: number(5),
    measure: "lines" as const,
    lines: lines("77385"),
    remainder: remainder === null ? null : number(remainder),
    atLeast: null,
  };
  return limit(lines("77427"), 1, { kind: "patient" }, { finds, allowance: { amount: number(1), forEvery } });
}

const deliveries = (count: number) => Array.from({ length: count }, () => line("2026-03-02", "77385"));
const managements = (count: number) => Array.from({ length: count }, () => line("2026-03-01", "77427"));

test("a ratio allows N for each whole M, and N more where the remainder reaches K", () => {
  const found = (count: number, remainder: number | null) =>
    rowsFoundBy(management("more", remainder), [...managements(2), ...deliveries(count)]);
  expect(found(0, 3)).toEqual([2, 3]);
  expect(found(5, null)).toEqual([3]);
  expect(found(7, 3)).toEqual([3]);
  expect(found(8, 3)).toEqual([]);
  expect(found(8, null)).toEqual([3]);
  expect(found(10, null)).toEqual([]);
});

test("expect finds the last B line where there are too few, and nothing where there is no B line", () => {
  const found = (count: number, b: number) =>
    rowsFoundBy(management("fewer", null), [...managements(count), ...deliveries(b)]);
  expect(found(0, 5)).toEqual([6]);
  expect(found(1, 5)).toEqual([]);
  expect(found(1, 10)).toEqual([12]);
  expect(found(0, 0)).toEqual([]);
});

test("where a clause passes the last line over, expect raises nothing", () => {
  const check = limit(port, 3, { kind: "patient" }, { finds: "fewer" });
  const book = rulebook(rule(clauses([check], { when: isText("place", ["22"]) })));
  const at = (date: string, place: string) => on(date, 1, { place });
  expect(foundRows(book, [at("2026-03-02", "22"), at("2026-03-01", "11")])).toEqual([2]);
  expect(foundRows(book, [at("2026-03-02", "11"), at("2026-03-01", "22")])).toEqual([]);
});

test("per episode leaves out the lines in none, and the account says how many", () => {
  const course = declared("Course", {
    codes: lines("77385").codes,
    ends: { kind: "idle" as const, after: { count: 10, unit: "days" as const } },
  });
  const book = rulebook(rule(clauses([limit(port, 1, { kind: "episode", episode: "Course" })])), {
    episodes: [course],
  });
  const some = [
    line("2026-03-01", "77385"),
    line("2026-03-11", "77385"),
    line("2026-03-22", "77385"),
    on("2026-03-11"),
    on("2026-03-12", 5),
    on("2026-03-22"),
    on("2026-03-01"),
  ];
  const account = evaluated(book, some);
  expect(account.findings.map(({ subject }) => subject.row)).toEqual([5]);
  expect(account.rules).toEqual([{ rule: "R", subjects: 4, findings: 1, outsideEpisodes: 1, unusableRows: 0 }]);
});
