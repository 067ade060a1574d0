import { expect, test } from "vitest";
import type { Cell, Clauses, CodeChoice } from "@edict/rulebook";
import { clauses, codes, companion, days, declared, evaluated, line, limit, rule, rulebook } from "./making.js";

const column = (name: string): CodeChoice => ({ ...codes(), columns: [name] });
const lines = (name: string) => ({ codes: column(name), having: null });
const present = companion(lines("column2"), lines("column1"), { kind: "present" }, { windows: [days("either", 0)] });

function pairs(own: Clauses, rows: readonly (readonly Cell[])[]) {
  const types = { column1: "code", column2: "code", effective: "date", deleted: "date", most: "number" } as const;
  const columns = Object.entries(types).map(([name, type]) => ({ name, type, header: null }));
  const table = declared("Pairs", { columns, source: { kind: "rows" as const, rows } });
  return rulebook(rule({ ...own, table: "Pairs" }), { tables: [table] });
}

test("the first row in table order that raises a finding gives it; the header is row 1", () => {
  const rows = [
    ["77301", "77338", null, null, 1],
    ["77385", "77300", null, null, 1],
    ["77301", "77300", null, null, 1],
  ];
  const message = [{ kind: "row" as const, column: "column1" }];
  const own = clauses([present], { outcome: { severity: "deny", carc: null, rarc: null, message } });
  const some = [line("2026-03-02", "77300"), line("2026-03-02", "77301"), line("2026-03-02", "77385")];
  const { findings } = evaluated(pairs(own, rows), some);
  expect(findings.map(({ tableRow, message, others }) => [tableRow, message, others[0]?.row])).toEqual([
    [3, "77385", 4],
  ]);
});

test("an empty date is open; an empty code makes the row unusable", () => {
  const own = clauses([present], {
    effective: { from: { kind: "row", column: "effective" }, to: { kind: "row", column: "deleted" } },
  });
  const rows = [
    ["77301", null, null, null, 1],
    ["77301", "77300", "2026-03-01", "2026-03-31", 1],
    ["77301", "77338", "2026-03-01", null, 1],
  ];
  const on = (date: string) => ["77300", "77301", "77338"].map((code) => line(date, code));
  const account = evaluated(pairs(own, rows), [...on("2026-02-28"), ...on("2026-03-31"), ...on("2026-04-01")]);
  expect(account.findings.map(({ subject }) => subject.row)).toEqual([5, 7, 10]);
  expect(account.rules).toEqual([{ rule: "R", subjects: 6, findings: 3, outsideEpisodes: 0, unusableRows: 1 }]);
});

test("each row of a limit has its own group and number", () => {
  const most = { amount: { kind: "row" as const, column: "most" }, forEvery: null };
  const own = clauses([limit(lines("column1"), 0, { kind: "day" }, { allowance: most })]);
  const rows = [
    ["77300", null, null, null, 2],
    ["77338", null, null, null, null],
    ["77338", null, null, null, 1],
  ];
  const on = (code: string, units: number) => line("2026-03-02", code, { units });
  const account = evaluated(pairs(own, rows), [on("77300", 2), on("77338", 1), on("77300", 1), on("77338", 1)]);
  expect(account.findings.map(({ subject, tableRow, allowed }) => [subject.row, tableRow, allowed])).toEqual([
    [4, 2, 2],
    [5, 4, 1],
  ]);
});
