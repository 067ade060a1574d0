/** What turns under another version, and how much of it may be shown. All findings are invented. */
import type { Finding } from "@edict/rulebook";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Replay, turns } from "./replay.js";
import { shownReplay } from "./shown-replay.js";

interface Said {
  readonly claim?: string | null;
  readonly amount?: number | null;
  readonly outcome?: Finding["outcome"];
  readonly message?: string;
}

function finding(rule: string, row: number, { claim = "C1", amount = 10, outcome = "deny", message = "m" }: Said = {}) {
  const subject = { file: "a.csv", row, line: String(row), patient: "P", claim, date: "2026-03-02", code: "77290" };
  return {
    rule,
    override: null,
    outcome,
    carc: null,
    rarc: null,
    message,
    subject: { ...subject, modifiers: [], units: 1, amount },
    others: [],
    tableRow: null,
    count: null,
    allowed: null,
    suggestion: null,
    because: [],
    at: { file: "r.edict", line: 1, column: 1 },
  } satisfies Finding;
}

const compared = (): boolean => true;

test("gained, lost and changed, by rule; each line, claim and patient once", () => {
  const replay = new Replay(compared);
  const kept = finding("R-1", 2);
  replay.patient(
    [kept, finding("R-1", 3), finding("R-2", 3, { outcome: "review" })],
    [kept, finding("R-2", 3), finding("R-3", 4, { claim: "C2", amount: 2.5 }), finding("R-3", 5, { amount: null })],
  );
  replay.patient([finding("R-1", 9, { claim: null })], []);
  replay.patient([kept], [kept]);
  expect(replay.all().map(({ examples, ...cell }) => [...Object.values(cell), examples.map(({ row }) => row)])).toEqual(
    [
      ["R-1", "lost", 2, 1, 2, 20, 2, true, [3, 9]],
      ["R-2", "changed", 1, 1, 1, 10, 1, true, [3]],
      ["R-3", "gained", 2, 2, 1, 2.5, 1, false, [4, 5]],
    ],
  );
  // Row 3 turned under two rules and is one line.
  expect(replay.turned(replay.all())).toMatchObject({
    lines: 4,
    claims: 2,
    patients: 2,
    amount: 22.5,
    allPriced: false,
  });
});

test("who says so and where it stands is no change; what it says is", () => {
  const before = finding("R", 2);
  const others: readonly Finding[] = [
    { ...before, because: [{ authority: "A", detail: null }], at: { file: "b.edict", line: 9, column: 1 } },
    { ...before, override: "for Aetna", others: [before.subject], count: 2, allowed: 1, tableRow: 7 },
    { ...before, message: "another" },
    { ...before, carc: "97" },
    { ...before, suggestion: { kind: "remove" } },
    { ...before, outcome: "hold" },
  ];
  const changed = others.map((after) => {
    const replay = new Replay(compared);
    replay.patient([before], [after]);
    return replay.all().map(({ turn }) => turn);
  });
  expect(changed).toEqual([[], [], ["changed"], ["changed"], ["changed"], ["changed"]]);
});

test("a rule that a version could not evaluate has neither gained nor lost", () => {
  const replay = new Replay((rule) => rule !== "R-2");
  replay.patient([finding("R-1", 2), finding("R-2", 2)], []);
  expect(replay.all().map(({ rule }) => rule)).toEqual(["R-1"]);
});

/** So many patients who each have this finding under head alone. */
function gained(replay: Replay, rule: string, patients: number, said: Said = {}): void {
  for (let patient = 0; patient < patients; patient++) replay.patient([], [finding(rule, patient + 2, said)]);
}

test("of fewer than eleven patients nothing is shown but that there are some, and no total has them", () => {
  const replay = new Replay(compared);
  gained(replay, "R-1", 11);
  gained(replay, "R-2", 10);
  // Many findings of one patient are a small count too.
  replay.patient(
    [],
    Array.from({ length: 30 }, (_, at) => finding("R-3", at + 2)),
  );
  const shown = shownReplay(replay, "others");
  const few = { kind: "fewer", than: 11 };
  const hidden = { lines: null, claims: null, patients: few, amount: null };
  const count = { kind: "exact", count: 11 };
  const all = {
    lines: count,
    claims: count,
    patients: count,
    amount: { kind: "exact", amount: 110, ofAllLines: true },
  };
  expect(shown.cells).toEqual([
    { rule: "R-1", turn: "gained", ...all, examples: [] },
    { rule: "R-2", turn: "gained", ...hidden, examples: [] },
    { rule: "R-3", turn: "gained", ...hidden, examples: [] },
  ]);
  expect(shown.findings).toEqual([
    { turn: "gained", findings: 11, smallCells: 2 },
    { turn: "lost", findings: 0, smallCells: 0 },
    { turn: "changed", findings: 0, smallCells: 0 },
  ]);
  expect(shown.total).toEqual(all);
  expect(shownReplay(replay, "author").cells[1]).toMatchObject({ lines: { kind: "exact", count: 10 } });
  expect(shownReplay(replay, "author").total).toMatchObject({ patients: { kind: "exact", count: 22 } });
});

test("what is counted once over several cells is rounded, so that no small overlap can be worked out", () => {
  const replay = new Replay(compared);
  gained(replay, "R-1", 12);
  gained(replay, "R-2", 11);
  replay.patient([], [finding("R-1", 90, { amount: 1234.56 }), finding("R-2", 90, { amount: 1234.56 })]);
  const { total, cells } = shownReplay(replay, "others");
  expect(cells.map(({ patients }) => patients)).toEqual([
    { kind: "exact", count: 13 },
    { kind: "exact", count: 12 },
  ]);
  expect(total?.patients).toEqual({ kind: "about", count: 30 });
  expect(total?.amount).toEqual({ kind: "about", amount: 1500, ofAllLines: true });
});

test("an amount needs eleven patients who have one", () => {
  const replay = new Replay(compared);
  gained(replay, "R", 11, { amount: null });
  gained(replay, "R", 10);
  expect(shownReplay(replay, "others").total).toMatchObject({ patients: { count: 21 }, amount: null });
  gained(replay, "R", 1);
  expect(shownReplay(replay, "others").total?.amount).toEqual({ kind: "exact", amount: 110, ofAllLines: false });
});

test("small cells could be anything from one to ten patients: what is shown does not hang on them", () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(sizes, fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 6, maxLength: 6 }), (first, others) => {
      const shownOf = (counts: readonly number[]) => {
        const replay = new Replay(compared);
        for (const [at, count] of counts.entries()) gained(replay, `R-${at}`, count, { amount: at + 0.25 });
        return shownReplay(replay, "others");
      };
      const second = first.map((count, at) => (count > 0 && count < 11 ? (others[at] ?? 1) : count));
      expect(shownOf(second)).toEqual(shownOf(first));
    }),
  );
});

test("nothing that is shown to others names a file or a row", () => {
  const replay = new Replay(compared);
  gained(replay, "R", 12);
  expect(shownReplay(replay, "others").cells.flatMap(({ examples }) => examples)).toEqual([]);
  expect(shownReplay(replay, "author").cells.flatMap(({ examples }) => examples).length).toBe(10);
  expect(turns.length).toBe(3);
});
