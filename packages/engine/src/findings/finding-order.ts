/**
 * The findings of a patient in the contract's order: by line, and of a line by rule. A patient's lines and a plan's rules
 * are numbers that rise in that order. A few findings are put where they belong one after another; of many there are two
 * counting sorts, of which the second keeps the order of the first.
 */
import type { Raised } from "./raised.js";

export class FindingOrder {
  private readonly byRule: Raised[] = [];
  private readonly ordered: Raised[] = [];
  private readonly rulePlaces: Int32Array;
  private linePlaces = new Int32Array(64);

  constructor(rules: number) {
    this.rulePlaces = new Int32Array(rules + 1);
  }

  /** The lines are `start` up to `end`. The answer may be what was given, and is written over by the next one. */
  of(raised: Raised[], start: number, end: number): readonly Raised[] {
    if (raised.length <= few) {
      sortFew(raised);
      return raised;
    }
    const { byRule, ordered, rulePlaces } = this;
    const lines = end - start;
    if (this.linePlaces.length <= lines) this.linePlaces = new Int32Array(lines * 2 + 1);
    const { linePlaces } = this;
    rulePlaces.fill(0);
    linePlaces.fill(0, 0, lines + 1);
    byRule.length = raised.length;
    ordered.length = raised.length;
    // Counted one place late, so that the sums are where each begins.
    for (const { rule, line } of raised) {
      rulePlaces[rule.index + 1] = (rulePlaces[rule.index + 1] ?? 0) + 1;
      linePlaces[line - start + 1] = (linePlaces[line - start + 1] ?? 0) + 1;
    }
    sumUp(rulePlaces, rulePlaces.length);
    sumUp(linePlaces, lines + 1);
    for (const one of raised) byRule[next(rulePlaces, one.rule.index)] = one;
    for (const one of byRule) ordered[next(linePlaces, one.line - start)] = one;
    return ordered;
  }
}

/** Up to so many findings are compared with each other. */
const few = 24;

function sortFew(raised: Raised[]): void {
  for (const [end, one] of raised.entries()) {
    let at = end;
    for (; at > 0; at--) {
      const before = raised[at - 1];
      if (before === undefined || before.line < one.line) break;
      if (before.line === one.line && before.rule.index < one.rule.index) break;
      raised[at] = before;
    }
    raised[at] = one;
  }
}

function sumUp(counts: Int32Array, length: number): void {
  for (let at = 1; at < length; at++) counts[at] = (counts[at] ?? 0) + (counts[at - 1] ?? 0);
}

/** Where the next of its kind stands. */
function next(places: Int32Array, kind: number): number {
  const place = places[kind] ?? 0;
  places[kind] = place + 1;
  return place;
}
