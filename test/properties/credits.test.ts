import fc from "fast-check";
import { expect, test } from "vitest";
import { netCredits } from "@edict/charges";
import type { PlainLine } from "../reference/index.js";
import { referenceNet } from "../reference/index.js";
import { holdsForCases } from "./runs.js";

/** Few patients, days, codes and units, so that most credits have something to cancel. */
const line = fc
  .record({
    patient: fc.constantFrom("P1", "P2"),
    date: fc.constantFrom("2026-03-02", "2026-03-03"),
    code: fc.constantFrom("77301", "77338"),
    modifiers: fc.constantFrom<readonly string[]>([], ["26", "59"], ["59", "26"]),
    units: fc.constantFrom(0, 0.3, 1, 2, -0.3, -1, -2),
    fields: fc.constantFrom<PlainLine["fields"]>({}, {}, { record: "hospital" }, { record: "department" }),
  })
  .map((own): PlainLine => ({ file: "charges.csv", row: 2, diagnoses: [], ...own }));

test("credits cancel what the contract says", () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 25, size: "max" }), (lines) => {
      const { pairs, unmatched } = netted(lines);
      const both = pairs.flatMap(({ credit, charge }) => [credit, charge]).sort((a, b) => a - b);
      expect({ netted: both, rejected: unmatched }).toEqual(referenceNet(lines, ["record"]));
    }),
    { seed: 1, numRuns: 500 },
  );
});

test("what credits leave of the random charges is what the reference leaves", () => {
  holdsForCases(({ billed, lines }) => {
    const { pairs, unmatched } = netted(billed);
    const gone = new Set([...pairs.flatMap(({ credit, charge }) => [credit, charge]), ...unmatched]);
    expect(billed.filter((_, at) => !gone.has(at))).toEqual(lines);
  });
});

/** Nets as charge files are netted. */
function netted(lines: readonly PlainLine[]): ReturnType<typeof netCredits> {
  const keys = lines.map(({ patient, date, code, modifiers, fields }) =>
    JSON.stringify([patient, date, code, [...modifiers].sort(), fields["record"]]),
  );
  const distinct = [...new Set(keys)];
  return netCredits({
    keys: keys.map((key) => distinct.indexOf(key)),
    units: lines.map(({ units }) => Math.round(units * 10_000)),
  });
}
