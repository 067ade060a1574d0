/** Two versions side by side over the same lines find what each finds alone; and what is replayed is the difference. */
import { compile } from "@edict/language";
import type { PlainLine } from "@edict/engine";
import { chargesFromLines, evaluateBoth, findingsOf, startEvaluation } from "@edict/engine";
import { areSameLines, Replay } from "@edict/review";
import type { Finding, Rulebook } from "@edict/rulebook";
import fc from "fast-check";
import { expect, test } from "vitest";
import { memoryHost } from "../hosts/memory-host.js";

const rules = (days: number, outcome: string): Rulebook => {
  const text = `
rule R-1 "a plan includes the simulation"
  bundle 77280, 77290 into 77301 within ${days} days
  ${outcome}
rule R-2 "once a day"
  limit 77427 to 1 unit per day
  deny
`;
  const { rulebook } = compile(["a.edict"], memoryHost(new Map([["a.edict", text]])));
  if (rulebook === null) throw new Error("the rules of this test have no mistake");
  return rulebook;
};

const lines = fc.array(
  fc.record({
    patient: fc.constantFrom("A", "B", "C"),
    date: fc.constantFrom("2026-03-02", "2026-03-05", "2026-04-01"),
    code: fc.constantFrom("77280", "77290", "77301", "77427"),
    units: fc.constantFrom(1, 2),
  }),
  { maxLength: 30 },
);

const sides = fc.record({ days: fc.constantFrom(0, 3, 40), outcome: fc.constantFrom("deny", "review") });

test("findings of both, patient by patient, are those of each run by itself", () => {
  fc.assert(
    fc.property(lines, sides, sides, (plain, one, other) => {
      const charges = chargesFromLines(plain);
      const tables = new Map();
      const [base, head] = [rules(one.days, one.outcome), rules(other.days, other.outcome)];
      const start = (rulebook: Rulebook) => startEvaluation({ rulebook, files: charges.files, tables });
      const found: [Finding[], Finding[]] = [[], []];
      const replay = new Replay(() => true);
      evaluateBoth({ evaluation: start(base), charges }, { evaluation: start(head), charges }, (was, is) => {
        found[0].push(...was.objects());
        found[1].push(...is.objects());
        replay.patient(was.objects(), is.objects());
      });
      const alone = [base, head].map((rulebook) => findingsOf({ rulebook, charges, tables }));
      expect(found).toEqual(alone);
      const rows = (at: number): ReadonlySet<string> =>
        new Set((alone[at] ?? []).map(({ rule, subject }) => `${rule} ${String(subject.row)}`));
      const [before, after] = [rows(0), rows(1)];
      const counts = new Map(replay.all().map(({ rule, turn, lines: count }) => [`${rule} ${turn}`, count]));
      const only = (those: ReadonlySet<string>, these: ReadonlySet<string>): number =>
        [...those].filter((key) => key.startsWith("R-1") && !these.has(key)).length;
      expect(counts.get("R-1 gained") ?? 0).toBe(only(after, before));
      expect(counts.get("R-1 lost") ?? 0).toBe(only(before, after));
      const kept = [...before].filter((key) => key.startsWith("R-1") && after.has(key)).length;
      expect(counts.get("R-1 changed") ?? 0).toBe(one.outcome === other.outcome ? 0 : kept);
      expect([...counts.keys()].filter((key) => key.startsWith("R-2"))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test("lines are the same ones by row, patient, date and code, whatever else was read of them", () => {
  const line: PlainLine = { patient: "A", date: "2026-03-02", code: "77290", units: 1 };
  const charges = chargesFromLines([line]);
  const beside = (other: Partial<PlainLine>) => areSameLines(charges, chargesFromLines([{ ...line, ...other }]));
  expect([beside({}), beside({ units: 2 }), beside({ fields: { payer: "Aetna" } })]).toEqual([true, true, true]);
  expect([beside({ patient: "B" }), beside({ date: "2026-03-03" }), beside({ code: "77280" })]).toEqual([
    false,
    false,
    false,
  ]);
  expect(areSameLines(charges, chargesFromLines([line, line]))).toBe(false);
  expect(beside({ row: 9 })).toBe(false);
});
