/** The description of the three kernels' checks. */
import type { Allowance, Amount, Check, CompanionTest, Group, Lines, Scope, Window } from "../checks.js";
import { condition } from "./conditions.js";
import { choice, flag, list, nullable, numberFrom, record, reference, union } from "./description.js";
import { codeChoice, duration } from "./sets.js";

const lines = record<Lines>("Lines", { codes: codeChoice, having: nullable(condition) });

const pick = choice("each", "first", "last");

const measure = choice("units", "lines", "days");

const amount = union<Amount>("Amount", { number: { value: numberFrom(0) }, row: { column: reference("column") } });

const companionTest = union<CompanionTest>("CompanionTest", {
  present: {},
  "at-least": { amount, measure },
  absent: {},
  "fewer-than": { amount, measure },
});

const window = record<Window>("Window", {
  direction: choice("before", "after", "either"),
  min: duration,
  max: nullable(duration),
});

const scope = record<Scope>("Scope", {
  windows: list(window),
  episode: nullable(reference("episode")),
  same: list(reference("field")),
});

const allowance = record<Allowance>("Allowance", {
  amount,
  forEvery: nullable(
    record("Allowance for every", {
      amount,
      measure,
      lines,
      remainder: nullable(amount),
      atLeast: nullable(amount),
    }),
  ),
});

const group = record<Group>("Group", {
  by: union<Group["by"]>("Group by", {
    line: {},
    day: {},
    claim: {},
    patient: {},
    episode: { episode: reference("episode") },
    window: { length: duration },
  }),
  and: list(reference("field")),
});

export const check = union<Check>("Check", {
  line: { pick, subject: lines, requires: nullable(condition) },
  companion: { pick, subject: lines, companion: lines, scope, finds: companionTest },
  count: { finds: choice("more", "fewer"), subject: lines, measure, allowance, per: group, allLines: flag },
});
