import type { Finding, FindingLine } from "@edict/rulebook";
import { formatDate } from "@edict/rulebook";
import { expect, test } from "vitest";
import { fingerprintOf, intervals } from "./fingerprint.js";

const line: FindingLine = {
  file: "c.csv",
  row: 2,
  line: "2",
  patient: "P1",
  claim: null,
  date: formatDate(20_000),
  code: "77290",
  modifiers: ["26"],
  units: 1,
  amount: 1,
};

/** A finding whose companion stands so many days after its subject. */
function finding(days: number): Finding {
  return {
    rule: "R-1",
    override: null,
    outcome: "deny",
    carc: null,
    rarc: null,
    message: "",
    subject: line,
    others: [{ ...line, code: "77301", date: formatDate(20_000 + days) }],
    tableRow: null,
    count: null,
    allowed: null,
    suggestion: null,
    because: [],
    at: { file: "a.edict", line: 1, column: 1 },
  };
}

test("days are exact up to a week, and stretches past it", () => {
  const edges = [0, 1, 2, 7, 8, 30, 31, 90, 91, 365, 366, 4000];
  expect(edges.map((days) => fingerprintOf(finding(days)).interval)).toEqual([
    "same day",
    "1 day after",
    "2 days after",
    "7 days after",
    "8 to 30 days after",
    "8 to 30 days after",
    "31 to 90 days after",
    "31 to 90 days after",
    "91 to 365 days after",
    "91 to 365 days after",
    "more than 365 days after",
    "more than 365 days after",
  ]);
  expect(fingerprintOf(finding(-8)).interval).toBe("8 to 30 days before");
  for (let days = -400; days <= 400; days++) expect(intervals).toContain(fingerprintOf(finding(days)).interval);
});

test("of what was counted, no other line is told", () => {
  expect(fingerprintOf({ ...finding(3), count: 2, allowed: 1 })).toEqual({
    rule: "R-1",
    code: "77290",
    other: null,
    interval: null,
  });
});
