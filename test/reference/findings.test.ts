import { expect, test } from "vitest";
import type { Placeholder } from "@edict/rulebook";
import { clauses, companion, days, declared, evaluated, line, lines, rule, rulebook } from "./making.js";

test("a finding in full, in the contract's order of keys", () => {
  const check = companion(lines("77290"), lines("77301"), { kind: "present" }, { windows: [days("after", 30)] });
  const names: Placeholder[] = ["code", "date", "units", "payer", "other.code", "other.date", "days", "count"];
  const message = names.flatMap((name) => [
    { kind: "placeholder" as const, name },
    { kind: "text" as const, text: "|" },
  ]);
  const own = clauses([check], {
    because: [{ authority: "NCCI", detail: null }],
    outcome: { severity: "hold", carc: "97", rarc: "N20", message },
    suggest: { kind: "modifier", modifier: "XS" },
  });
  const some = [
    line("2026-03-04", "77301", { modifiers: ["26"], fields: { line: "7", claim: "C9", amount: 2210 } }),
    line("2026-03-02", "77290", { units: 0.5, fields: { payer: "MCR", claim: " " } }),
  ];
  const shown = { file: "charges.csv", patient: "P1" };
  expect(
    JSON.stringify(
      evaluated(rulebook(rule(own), { authorities: [declared("NCCI", { title: "", version: null, url: null })] }), some)
        .findings,
    ),
  ).toBe(
    JSON.stringify([
      {
        rule: "R",
        override: null,
        outcome: "hold",
        carc: "97",
        rarc: "N20",
        message: "77290|2026-03-02|0.5|MCR|77301|2026-03-04|2||",
        subject: {
          file: shown.file,
          row: 3,
          line: "3",
          patient: "P1",
          claim: null,
          date: "2026-03-02",
          code: "77290",
          modifiers: [],
          units: 0.5,
          amount: null,
        },
        others: [
          {
            file: shown.file,
            row: 2,
            line: "7",
            patient: "P1",
            claim: "C9",
            date: "2026-03-04",
            code: "77301",
            modifiers: ["26"],
            units: 1,
            amount: 2210,
          },
        ],
        tableRow: null,
        count: null,
        allowed: null,
        suggestion: { kind: "modifier", modifier: "XS" },
        because: [{ authority: "NCCI", detail: null }],
        at: { file: "rules/a.edict", line: 1, column: 1 },
      },
    ]),
  );
});

test("findings stand in the order of patient by bytes, date, input", () => {
  const own = clauses([{ kind: "line", pick: "each", subject: lines("77301"), requires: null }]);
  const of = (patient: string, date: string) => line(date, "77301", { patient });
  const some = [
    of("é", "2026-03-01"),
    of("P2", "2026-03-02"),
    of("P10", "2026-03-03"),
    of("P2", "2026-03-01"),
    of("P2", "2026-03-01"),
  ];
  expect(evaluated(rulebook(rule(own)), some).findings.map(({ subject }) => subject.row)).toEqual([4, 5, 6, 3, 2]);
});
