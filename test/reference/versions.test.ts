import { expect, test } from "vitest";
import type { Reach } from "@edict/rulebook";
import { clauses, declared, evaluated, foundRows, limit, line, lines, rule, rulebook } from "./making.js";

const at = { file: "rules/a.edict", line: 9, column: 1 };
const payers = { payers: [declared("Aetna", { aliases: [] }), declared("Medicare", { aliases: [] })] };
const aetna: Reach = { payers: ["Aetna"], settings: [], effective: null };
const of = (payer: string, date = "2026-03-02") => line(date, "77300", { fields: { payer } });

test("an override reaches where the rule does not, and findings name it", () => {
  const own = clauses([limit(lines("77300"), 2, { kind: "patient" })], { payers: ["Medicare"] });
  const other = clauses([limit(lines("77300"), 0, { kind: "patient" })], { payers: ["Aetna"] });
  const overridden = rule(own, { overrides: [{ label: "for Aetna", at, reach: aetna, clauses: other }] });
  const { findings } = evaluated(rulebook(overridden, payers), [
    of("Medicare"),
    of("Aetna"),
    of("BCBS"),
    of("Medicare"),
  ]);
  expect(findings.map(({ subject, override, at }) => [subject.row, override, at.line])).toEqual([[3, "for Aetna", 1]]);
});

test("lines under an override form their own groups; a waived line is not counted, nor is it a subject", () => {
  const own = clauses([limit(lines("77300"), 1, { kind: "patient" })]);
  const waived = rule(own, { waivers: [{ label: "for Aetna", at, reach: aetna, because: [] }] });
  const overridden = rule(own, { overrides: [{ label: "for Aetna", at, reach: aetna, clauses: { ...own } }] });
  const some = [of("Aetna"), of("Aetna"), of("Medicare"), of("Medicare")];
  expect(foundRows(rulebook(overridden, payers), some)).toEqual([3, 5]);
  expect(foundRows(rulebook(waived, payers), some)).toEqual([5]);
  expect(evaluated(rulebook(waived, payers), some).rules[0]?.subjects).toBe(2);
});

test("first is chosen among all lines: where a waiver reaches the first, nothing is found", () => {
  const own = clauses([{ kind: "line", pick: "first", subject: lines("77300"), requires: null }]);
  const waived = rule(own, { waivers: [{ label: "for Aetna", at, reach: aetna, because: [] }] });
  expect(foundRows(rulebook(waived, payers), [of("Aetna"), of("Medicare")])).toEqual([]);
  expect(foundRows(rulebook(waived, payers), [of("Medicare"), of("Aetna")])).toEqual([2]);
});

test("the last line of an expect is judged by its own version, with the As of that version", () => {
  const own = clauses([limit(lines("77300"), 2, { kind: "patient" }, { finds: "fewer" })]);
  const overridden = rule(own, { overrides: [{ label: "for Aetna", at, reach: aetna, clauses: { ...own } }] });
  const { findings } = evaluated(rulebook(overridden, payers), [of("Medicare"), of("Medicare"), of("Aetna")]);
  expect(findings.map(({ subject, count, override }) => [subject.row, count, override])).toEqual([[4, 1, "for Aetna"]]);
});
