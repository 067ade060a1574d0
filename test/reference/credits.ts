/**
 * Credits (`language.md` section 6; section 8, ruling 2): a line with negative units cancels the latest line of the same
 * patient, date, code and modifiers with as many units, and of the same source where a field says it. Charge files net
 * them before anything is evaluated.
 */
import { sameIn, valueOf } from "./fields.js";
import type { Line, PlainLine } from "./lines.js";
import { dayOf } from "./lines.js";

/** Which lines, by their place in the input, cancel each other, and which credits have nothing to cancel. */
export interface Netting {
  readonly netted: readonly number[];
  readonly rejected: readonly number[];
}

/**
 * Credits are worked off in input order; each takes the latest line before it, else the first after it. `sources` are the
 * declared fields of type `source`.
 */
export function referenceNet(plain: readonly PlainLine[], sources: readonly string[]): Netting {
  const lines = plain.map((line, order): Line => ({ ...line, order, day: dayOf(line.date) }));
  const netted = new Set<Line>();
  const rejected: number[] = [];
  for (const credit of lines.filter((line) => line.units < 0)) {
    const open = lines.filter((line) => !netted.has(line) && cancels(credit, line, sources));
    const cancelled = open.filter((line) => line.order < credit.order).at(-1) ?? open[0];
    if (cancelled === undefined) rejected.push(credit.order);
    else netted.add(credit).add(cancelled);
  }
  return { netted: [...netted].map((line) => line.order).sort((a, b) => a - b), rejected };
}

/** The same patient, date, code and modifiers, as many units and the same source; provider, claim and payer do not matter. */
function cancels(credit: Line, line: Line, sources: readonly string[]): boolean {
  const same = ["patient", "date", "code", "modifiers"].every((field) => sameIn(field, credit, line));
  // Two lines that say no source are of one.
  const ofOneSource = sources.every((field) => valueOf(credit, field) === valueOf(line, field));
  return same && ofOneSource && line.units === -credit.units;
}
