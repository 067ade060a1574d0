/** `limit` and `expect` with one slip: a number one off, a group too wide, `all lines` forgotten. */
import type { Allowance, Check, CountCheck, Group } from "@edict/rulebook";
import type { Edit } from "./edit.js";
import { edit, lifted, without } from "./edit.js";
import type { Surroundings } from "./items.js";
import { linesEdits } from "./choices.js";
import { amountEdits, durationWords, measured, shiftedDurations } from "./shifts.js";

/** The slips in a count. */
export function countEdits(check: CountCheck, around: Surroundings): readonly Edit<Check>[] {
  return [
    ...lifted(linesEdits(check.subject, "counted", around), (subject) => ({ ...check, subject })),
    ...lifted(allowanceEdits(check, around), (allowance) => ({ ...check, allowance })),
    ...lifted(groupEdits(check.per), (per) => ({ ...check, per })),
    ...allLinesEdits(check),
  ];
}

function allowanceEdits({ allowance, measure, finds }: CountCheck, around: Surroundings): readonly Edit<Allowance>[] {
  const { amount, forEvery } = allowance;
  const most = finds === "more" ? "to" : "at least";
  const base = lifted(
    amountEdits(amount, { least: finds === "more" ? 0 : 1 }, (value) => `${most} ${measured(value, measure)}`),
    (changed): Allowance => ({ ...allowance, amount: changed }),
  );
  if (forEvery === null) return base;
  const { remainder, atLeast } = forEvery;
  const every = (changed: Partial<typeof forEvery>): Allowance => ({
    ...allowance,
    forEvery: { ...forEvery, ...changed },
  });
  const whole = forEvery.amount.kind === "number" ? forEvery.amount.value : Infinity;
  return [
    ...base,
    ...lifted(
      amountEdits(forEvery.amount, { least: 1 }, (value) => `for every ${measured(value, forEvery.measure)}`),
      (changed) => every({ amount: changed }),
    ),
    ...lifted(linesEdits(forEvery.lines, "lines of the ratio", around), (lines) => every({ lines })),
    ...(remainder === null
      ? []
      : [
          edit(every({ remainder: null }), "counting a remainder", "counting none", {
            written: "remainder",
            shownBy: "a remainder that is large enough",
          }),
          // A remainder as large as the whole is none.
          ...lifted(
            amountEdits(remainder, { least: 1, most: whole - 1 }, (value) => `a remainder of ${String(value)} or more`),
            (changed) => every({ remainder: changed }),
          ),
        ]),
    ...(atLeast === null
      ? []
      : [
          edit(every({ atLeast: null }), "but at least so much", "no least", { written: "least" }),
          // At least none is no least.
          ...lifted(
            amountEdits(atLeast, { least: 1 }, (value) => `but at least ${String(value)}`),
            (changed) => every({ atLeast: changed }),
          ),
        ]),
  ];
}

function groupEdits(group: Group): readonly Edit<Group>[] {
  const { by, and } = group;
  const wider: Group["by"] = by.kind === "line" ? { kind: "day" } : { kind: "patient" };
  const widened =
    by.kind === "patient" ? [] : [edit<Group>({ by: wider, and }, byWords(by), byWords(wider), { written: "per" })];
  const windows =
    by.kind === "window"
      ? shiftedDurations(by.length, 1).map((length) =>
          edit<Group>({ by: { kind: "window", length }, and }, byWords(by), byWords({ kind: "window", length }), {
            written: String(by.length.count),
          }),
        )
      : [];
  const fields = and.map((field, at) =>
    edit<Group>({ by, and: without(and, at) }, `per ${field}`, `for all of ${field} together`, {
      written: field,
      shownBy: `lines that differ in ${field}`,
    }),
  );
  return [...widened, ...windows, ...fields];
}

function byWords(by: Group["by"]): string {
  switch (by.kind) {
    case "episode":
      return `per ${by.episode}`;
    case "window":
      return `per ${durationWords(by.length)}`;
    case "line":
    case "day":
    case "claim":
    case "patient":
      return `per ${by.kind}`;
  }
}

/** Where nothing is allowed, every line goes past, with `all lines` or without. */
function allLinesEdits(check: CountCheck): readonly Edit<Check>[] {
  const { allowance, allLines } = check;
  const allowsNone = allowance.forEvery === null && allowance.amount.kind === "number" && allowance.amount.value === 0;
  if (!allLines || allowsNone) return [];
  return [
    edit<Check>({ ...check, allLines: false }, "all lines", "only those past the allowance", {
      written: "all lines",
      shownBy: "a group that goes past by less than its first line",
    }),
  ];
}
