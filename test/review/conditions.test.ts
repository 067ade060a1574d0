/** What a condition means is kept by the form in which a review compares it: told by the cases of either. */
import { chargesFromLines, evaluate } from "@edict/engine";
import type { PlainLine } from "@edict/engine";
import { expect, test } from "vitest";
import { reviewOf, rulebookOf } from "./compiled.js";
import { declarations } from "./rules-under-edit.js";

const rule = (clause: string): string => `${declarations}
rule R "t"
  because LCD
  bundle Simulation into 77301 on the same day
  ${clause}
  deny
`;

/** Pairs of lines in which each line has one of some values, or none. */
const values = [undefined, "59", "XE", "LT"] as const;
const authorizations = [undefined, "A1"] as const;
const lines: readonly PlainLine[] = values.flatMap((ours, one) =>
  values.flatMap((theirs, other) =>
    authorizations.flatMap((own, first) =>
      authorizations.flatMap((their, second) => {
        const patient = `P${one}${other}${first}${second}`;
        const line = (code: string, units: number, modifier?: string, authorization?: string): PlainLine => ({
          patient,
          date: "2026-03-02",
          code,
          units,
          modifiers: modifier === undefined ? [] : [modifier],
          fields: authorization === undefined ? {} : { authorization },
        });
        return [line("77280", 1 + one, ours, own), line("77301", 4 - other, theirs, their)];
      }),
    ),
  ),
);

function found(text: string): readonly string[] {
  const patients: string[] = [];
  evaluate({
    rulebook: rulebookOf(text),
    charges: chargesFromLines(lines),
    tables: new Map(),
    onFindings: (findings) => patients.push(...findings.map(({ subject }) => subject.patient)),
  });
  return patients;
}

const either = "on either line";

/** Of the findings: the same, or which of the two has them all. */
const pairs: readonly (readonly [string, string, "same" | "stricter" | "looser" | "both ways"])[] = [
  ["when not (modifier in 59 or modifier in XE)", "unless modifier in 59, XE", "same"],
  ["when not (modifier is 59 and units > 1)", "when not modifier is 59 or not units > 1", "same"],
  [`unless modifier in 59, XE ${either}`, `unless modifier in XE ${either} or modifier in 59 ${either}`, "same"],
  ["when units > 1", "when 1 < units", "same"],
  ["when authorization is missing", "unless authorization is present", "same"],
  // Missing on one of them is not: present on neither.
  [`when authorization is missing ${either}`, `unless authorization is present ${either}`, "looser"],
  [`when authorization is missing`, `when authorization is missing ${either}`, "stricter"],
  [`when authorization is present ${either}`, "when authorization is present on the other line", "looser"],
  [`unless authorization is missing ${either}`, "when authorization is present", "stricter"],
  [`when units > 2 ${either}`, `when units > 3 ${either}`, "looser"],
  ["when units = 2", "when units != 3", "stricter"],
  ["when units > 1", "when units < 4", "both ways"],
];

test.each(pairs)("%s, then %s", (base, head, expected) => {
  const [before, after] = [found(rule(base)), found(rule(head))];
  const lost = before.some((one) => !after.includes(one));
  const gained = after.some((one) => !before.includes(one));
  expect(lost ? (gained ? "both ways" : "looser") : gained ? "stricter" : "same").toBe(expected);
  const [change] = reviewOf(rule(base), rule(head)).changes;
  expect(change?.verdict ?? "same").toBe(expected);
});
