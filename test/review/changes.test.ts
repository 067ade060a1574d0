/** Changes of whole rules, and where a case stands: each found a fault once, or is a way in which a rulebook changes. */
import { testText } from "@edict/review";
import type { RuleChange } from "@edict/review";
import { runTests } from "@edict/engine";
import { parseIsoDate } from "@edict/rulebook";
import { expect, test } from "vitest";
import { reviewOf, rulebookOf } from "./compiled.js";
import { bundle, declarations, overridden, plain, units } from "./rules-under-edit.js";

/** The one change that an edit makes. */
function changeOf(base: string, head: string): RuleChange {
  const { changes } = reviewOf(declarations + base, declarations + head);
  const [change] = changes;
  if (change === undefined || changes.length > 1) throw new Error(`${changes.length} rules changed`);
  return change;
}

/** The first case of each kind that the change shows, as its lines are written in a test. */
function casesOf(change: RuleChange): readonly string[] {
  return change.spans.flatMap(({ witnesses }) => witnesses.map((witness) => testText("R", "case", witness).text));
}

const second = plain.replace("rule R ", "rule S ");

test("a rule that is added is stricter, and shows what it finds", () => {
  const change = changeOf(bundle, bundle + second);
  expect([change.kind, change.id, change.verdict, change.base]).toEqual(["added", "S", "stricter", null]);
  expect(change.spans.flatMap(({ witnesses }) => witnesses.map(({ kind }) => kind))).toContain("gained");
});

test("a rule that is removed is looser", () => {
  const change = changeOf(bundle + second, bundle);
  expect([change.kind, change.id, change.verdict, change.head]).toEqual(["removed", "S", "looser", null]);
});

test("a rule with another name is one that went and one that came, each told of the other", () => {
  const { changes } = reviewOf(declarations + plain, declarations + second);
  expect(changes.map(({ kind, id, renamed }) => [kind, id, renamed])).toEqual([
    ["removed", "R", "S"],
    ["added", "S", "R"],
  ]);
});

test("a rule with another name and another meaning is not called renamed", () => {
  const { changes } = reviewOf(declarations + plain, declarations + second.replace("units > 2", "units > 3"));
  expect(changes.map(({ id, renamed }) => [id, renamed])).toEqual([
    ["R", null],
    ["S", null],
  ]);
});

test("a case stands where it is for: the payer, the place and the days of its span", () => {
  const change = changeOf(bundle, bundle.replace("within 30 days", "within 14 days"));
  expect(change.spans.map(({ payers, verdict }) => [payers?.names, verdict])).toEqual([[["Medicare"], "looser"]]);
  const found = change.spans.flatMap(({ witnesses }) =>
    witnesses.flatMap(({ lines, base }) => base.map((place) => lines[place])),
  );
  expect(found.length).toBeGreaterThan(0);
  for (const line of found) {
    expect(line?.fields).toMatchObject({ payer: "Medicare", place: "19" });
    expect(line?.date.slice(0, 4)).toMatch(/202[456]/);
  }
});

test("no case is taken from another span", () => {
  // Before 2025 the override is as it was; from then on it is another. A line of 2024 shows nothing of that.
  const head = overridden.replace("within 14 days", "within 20 days");
  const change = changeOf(overridden, head);
  for (const { days, witnesses } of change.spans) {
    for (const { kind, lines, base, head: after } of witnesses) {
      const meant = (kind === "gained" ? after : base).map((place) => parseIsoDate(lines[place]?.date ?? "") ?? NaN);
      expect(meant.some((day) => days.some(({ first, last }) => first <= day && day <= last))).toBe(true);
      expect(lines.some(({ fields }) => fields?.["payer"] === "Aetna")).toBe(true);
    }
  }
  expect(casesOf(change).length).toBeGreaterThan(0);
});

test("a count that looks at more lines finds more among those that it looked at before", () => {
  const base = units.replace("  because LCD\n", "  for Medicare\n  because LCD\n");
  const change = changeOf(base, base.replace("for Medicare", "for Medicare, Aetna"));
  expect(change.verdict).toBe("stricter");
  const others = change.spans.filter(({ byOthers }) => byOthers);
  expect(others.map(({ payers, verdict }) => [payers?.names, verdict])).toEqual([[["Medicare"], "stricter"]]);
  // And so it is: two lines of each payer's on one day, of which the second is past what both may have.
  const test = `
test "t"
  given place 22, provider "A", starting 2026-03-02
  day 1 77280 x2 payer Aetna
  day 1 77290 x2 payer Medicare
  expect R on 77290 day 1
`;
  const passes = (rules: string): readonly boolean[] =>
    runTests(rulebookOf(declarations + rules + test), new Map()).map(({ passed }) => passed);
  expect(passes(base)).toEqual([false]);
  expect(passes(base.replace("for Medicare", "for Medicare, Aetna"))).toEqual([true]);
});

test("an expectation counts the lines that a waiver took out, so that its end is felt on other days", () => {
  const rule = `rule R "t"
  because LCD
  expect 77427 at least 2 units per 30 days
  advise
`;
  const waiver = `
waive R effective 2026-02-01 to 2026-02-28
  because LCD
`;
  const change = changeOf(rule + waiver, rule);
  expect(change.spans.map(({ verdict, byOthers }) => [verdict, byOthers])).toEqual([
    ["looser", true],
    ["stricter", false],
  ]);
});

test("a rule of single lines that reaches more payers is as it was for the others", () => {
  const change = changeOf(plain, plain.replace("for Commercial", "for Commercial, Medicare"));
  expect(change.spans.map(({ payers, byOthers }) => [payers?.names, byOthers])).toEqual([[["Medicare"], false]]);
});

test("two overrides in another order are the same", () => {
  const override = (payer: string, days: number): string => `
override R for ${payer}
  because LCD
  bundle Simulation into 77301 that follows within ${days} days
`;
  const [one, other] = [override("Aetna", 14), override("Cigna", 7)];
  expect(reviewOf(declarations + bundle + one + other, declarations + bundle + other + one).changes).toEqual([]);
});

test("fields of every type make cases", () => {
  const declared = (type: string): string => `${declarations}field own ${type}\n`;
  const rule = (more: string): string => `rule R "t"
  because LCD
  bundle Simulation into 77301 within 3 days${more}
  deny
`;
  for (const type of ["text", "number", "date", "code"]) {
    const base = declared(type) + rule("");
    for (const head of [rule(" with the same own"), rule("").replace("  deny", "  when own is present\n  deny")]) {
      const [change] = reviewOf(base, declared(type) + head).changes;
      expect([type, change?.verdict, change?.spans.flatMap(({ witnesses }) => witnesses).length]).toEqual([
        type,
        "looser",
        1,
      ]);
    }
  }
});

test("amounts that are no whole numbers make cases", () => {
  const rule = (amount: string): string => `rule R "t"
  because LCD
  limit 77427 to ${amount} units for every 2.5 units of Delivery per patient
  deny
`;
  const change = changeOf(rule("1.5"), rule("2.5"));
  expect([change.verdict, casesOf(change).length]).toEqual(["looser", 1]);
});

test("a row that lacks what is no longer asked of it is a rule from then on", () => {
  const text = (statement: string): string =>
    `${declarations.replace("| 77334 | 4     |", "| 77334 |       |")}rule R "t"
  because LCD
  for each row of Most
  ${statement}
  deny
`;
  const { changes } = reviewOf(
    text("limit row.code to row.units units per day"),
    text("limit row.code to 20 units per day"),
  );
  expect(changes.map(({ verdict }) => verdict)).not.toContain("looser");
  const { changes: turned } = reviewOf(text("forbid row.code when units is row.units"), text("forbid row.code"));
  expect(turned.map(({ verdict }) => verdict)).toEqual(["stricter"]);
  const { changes: back } = reviewOf(text("forbid row.code"), text("forbid row.code, 77301 unless units is row.units"));
  expect(back.map(({ verdict }) => verdict)).not.toContain("stricter");
});

test("a cell that names a payer means what the rulebook says of that payer", () => {
  const text = (alias: string): string => `authority LCD "LCD"
payer Aetna = ${alias}
table Who
  | code  | payer |
  | 77301 | Aetna |
rule R "t"
  because LCD
  for each row of Who
  forbid row.code
  when payer is row.payer
  deny
`;
  const { changes } = reviewOf(text('"AETNA*"'), text('"AETNA HMO"'));
  expect(changes.map(({ id, verdict }) => [id, verdict])).not.toEqual([]);
});
