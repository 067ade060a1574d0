/** What can be wrong with rules, overrides and waivers. */
import { define } from "@edict/rulebook";

export const rules = define({
  // ── Clauses ──
  "missing-statement": {
    severity: "error",
    message: () =>
      "a rule needs one statement; write bundle, forbid, each … requires, sequence, limit, expect or replace",
  },
  "two-statements": {
    severity: "error",
    message: () => "a rule has one statement, and this is the second; write a rule for each",
  },
  "missing-outcome": {
    severity: "error",
    message: () => "a rule needs one outcome: deny, hold, review or advise",
  },
  "clause-twice": {
    severity: "error",
    message: (p: { clause: string }) =>
      p.clause === "outcome"
        ? "a second outcome stands here; a rule has one, so take one of them out or write two rules"
        : `${p.clause} stands here for the second time; a rule has one, so join the two`,
  },
  "clause-in-a-waiver": {
    severity: "error",
    message: (p: { clause: string }) =>
      `a waiver turns a rule off and takes no ${p.clause}; it has for, in, effective and because, and an override has the rest`,
  },
  "missing-because": {
    severity: "warning",
    message: () => "nothing says who says so; add because AUTHORITY",
  },
  "missing-effective": {
    severity: "warning",
    message: () => "nothing says since when the rule holds; add effective DATE",
  },
  "effective-backwards": {
    severity: "error",
    message: (p: { from: string; to: string }) =>
      `the rule would end on ${p.to}, before it starts on ${p.from}; put the earlier date first`,
  },
  "not-a-carc": {
    severity: "error",
    message: (p: { seen: string; proposal: string | null }) =>
      `${p.seen} is no CARC; ${p.proposal === null ? "write one such as 97 or B15" : `write ${p.proposal}`}`,
  },
  "not-a-rarc": {
    severity: "error",
    message: (p: { seen: string; proposal: string | null }) =>
      `${p.seen} is no RARC; ${p.proposal === null ? "write one such as N20 or MA130" : `write ${p.proposal}`}`,
  },
  "unknown-placeholder": {
    severity: "error",
    message: (p: { name: string; near: string | null; known: readonly string[] }) =>
      `messages know no {${p.name}}; ` +
      (p.near === null
        ? `they know ${p.known.map((one) => `{${one}}`).join(", ")} and {row.COLUMN}`
        : `did you mean {${p.near}}?`),
  },
  "unfillable-placeholder": {
    severity: "error",
    message: (p: { name: string; needs: string }) =>
      `{${p.name}} stays empty, for only ${p.needs} can fill it; take it out of the message`,
  },
  "units-without-allowance": {
    severity: "error",
    message: () => "suggest units proposes the allowance, and only limit and expect have one; suggest something else",
  },

  "nearest-without-list": {
    severity: "error",
    message: () =>
      "suggest nearest code needs a list to look in; write each … requires a row of a table that lists valid codes, or suggest something else",
  },

  // ── Scope ──
  "missing-scope": {
    severity: "error",
    message: () =>
      "nothing says where the other line may stand; add a scope, such as on the same day or within 30 days",
  },
  "two-episodes": {
    severity: "error",
    message: () => "a scope names one episode, and this is the second; keep one of them",
  },
  "unclear-direction": {
    severity: "error",
    message: (p: { word: string; instead: readonly string[] }) =>
      `${p.word} can be taken the wrong way round here; write ${p.instead.join(" or ")}`,
  },
  "window-backwards": {
    severity: "error",
    message: (p: { min: number; max: number; unit: string }) =>
      `no distance is at least ${p.min} and at most ${p.max} ${p.unit}; write within ${p.max} to ${p.min} ${p.unit}`,
  },
  "window-of-zero": {
    severity: "warning",
    message: () => "a window of zero is the day of the line itself; write on the same day",
  },
  "scope-never-holds": {
    severity: "warning",
    message: () => "no day can be in all of these windows; leave one of them away",
  },

  // ── Amounts ──
  "ratio-of-zero": {
    severity: "error",
    message: () => "a ratio counts whole groups of something, never of 0; write 1 or more",
  },
  "at-least-zero": {
    severity: "warning",
    message: () => "at least 0 is always there; write 1 or more",
  },
  "remainder-out-of-reach": {
    severity: "warning",
    message: (p: { remainder: number; every: number }) =>
      `no remainder of groups of ${p.every} reaches ${p.remainder}; write a remainder from 1 to under ${p.every}`,
  },
  "limit-out-of-reach": {
    severity: "warning",
    message: (p: { measure: string; by: string }) =>
      `one ${p.by} never has more than one of the ${p.measure} that are counted; count something else, or per something longer`,
  },

  // ── Conditions ──
  "other-line-without-pair": {
    severity: "error",
    message: (p: { words: string }) =>
      `there is no other line here; ${p.words} belongs in when and unless of bundle and forbid … with, so leave it away`,
  },
  "wrong-type": {
    severity: "error",
    message: (p: { field: string; type: string; example: string }) => `${p.field} is ${p.type}; write ${p.example}`,
  },
  "types-differ": {
    severity: "error",
    message: (p: { left: string; leftType: string; right: string; rightType: string }) =>
      `${p.left} is ${p.leftType} and ${p.right} is ${p.rightType}; compare two of one type`,
  },
  "text-without-quotes": {
    severity: "error",
    message: (p: { seen: string; field: string }) => `${p.field} is a text; write "${p.seen}" in quotes`,
  },
  "comparison-needs-is": {
    severity: "error",
    message: (p: { field: string; instead: string }) => `${p.field} is compared with is or in; write ${p.instead}`,
  },
  "unknown-form": {
    severity: "error",
    message: (p: { seen: string }) => `${p.seen} is no form of claim; write professional or institutional`,
  },
  "unless-always-true": {
    severity: "warning",
    message: () => "this is true of every line, so the rule never finds anything; narrow the unless, or leave it away",
  },
  "when-never-true": {
    severity: "warning",
    message: () => "this is true of no line, so the rule never finds anything; widen the when, or leave it away",
  },
  "requirement-always-true": {
    severity: "warning",
    message: () => "every line fulfils this, so the rule never finds anything; require something that a line can lack",
  },
  "set-out-of-dates": {
    severity: "warning",
    message: (p: { codes: string }) =>
      `no code of ${p.codes} holds on any date on which the rule does; correct the dates of the set or of the rule`,
  },

  // ── Overrides ──
  "overrides-overlap": {
    severity: "error",
    message: (p: { rule: string; what: string; example: string }) =>
      `${p.what} of ${p.rule} reach one line, such as ${p.example}; narrow one of them`,
  },
  "override-changes-nothing": {
    severity: "warning",
    message: (p: { rule: string }) => `this leaves ${p.rule} as it is; write the clauses that differ, or take it out`,
  },
  "override-without-reach": {
    severity: "warning",
    message: (p: { rule: string }) =>
      `this holds for every line; change ${p.rule} itself, or say for whom, where or when`,
  },
  "waiver-changes-nothing": {
    severity: "warning",
    message: (p: { rule: string }) => `${p.rule} reaches no line that this waives; correct its reach, or take it out`,
  },
  "waiver-without-reach": {
    severity: "warning",
    message: (p: { rule: string }) =>
      `this turns ${p.rule} off everywhere; take the rule out, or say for whom, where or when`,
  },
  "row-in-a-reach": {
    severity: "error",
    message: () => "an override or a waiver reaches from date to date, not by a table's row; write dates",
  },
});
