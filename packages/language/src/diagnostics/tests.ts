/** What can be wrong with tests. */
import { define } from "@edict/rulebook";

export const tests = define({
  "day-without-start": {
    severity: "error",
    message: () => "nothing says which date day 1 is; add starting DATE to given, or write dates",
  },
  "days-backwards": {
    severity: "error",
    message: (p: { first: number; last: number }) => `the days end before they start; write ${p.last} to ${p.first}`,
  },
  "day-zero": {
    severity: "error",
    message: () => "days count from 1, which is the date after starting; write day 1 or later",
  },
  "days-without-weekday": {
    severity: "error",
    message: () => "none of these days falls on Monday to Friday; write other days, or days instead of weekdays",
  },
  "too-many-days": {
    severity: "error",
    message: (p: { most: number }) => `a timeline has at most ${p.most} days; write fewer`,
  },
  "group-in-a-test": {
    severity: "error",
    message: (p: { name: string; members: readonly string[] }) =>
      `${p.name} is a group of payers, and a line has one payer; write ${p.members[0] ?? "a payer"}`,
  },
  "field-set-twice": {
    severity: "error",
    message: (p: { field: string }) => `${p.field} is set here for the second time; keep one value`,
  },
  "field-set-elsewhere": {
    severity: "error",
    message: (p: { field: string; instead: string }) => `${p.field} of a test's line is not set so; ${p.instead}`,
  },
  "test-value": {
    severity: "error",
    message: (p: { field: string; type: string; example: string }) => `${p.field} is ${p.type}; write ${p.example}`,
  },
  "test-without-expectation": {
    severity: "warning",
    message: () => "this test expects nothing to be found and nothing not to be, so it cannot fail; add expect",
  },
  "expectation-without-line": {
    severity: "warning",
    message: (p: { code: string; date: string }) =>
      `the timeline has no ${p.code} on ${p.date}, so no finding can stand there; correct the code or the day`,
  },
  "expectations-differ": {
    severity: "error",
    message: (p: { rule: string }) => `the test expects findings of ${p.rule} and none; keep one of the two`,
  },
});
