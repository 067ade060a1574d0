/**
 * The findings of a patient in the contract's order: by line, and of a line by rule. A few are put in their place one by
 * one; many are sorted by counting, twice, of which the second keeps the order of the first: a patient's lines and a plan's
 * rules are numbers that rise in that order.
 */
import type { Raised } from "./raised.js";

/** Up to so many findings moving them costs less than counting the patient's lines. */
const few = 32;

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
    if (raised.length > few) return this.count(raised, start, end);
    moveEach(raised);
    return raised;
  }

  private count(raised: readonly Raised[], start: number, end: number): readonly Raised[] {
    const { byRule, ordered, rulePlaces } = this;
    const lines = end - start;
    if (this.linePlaces.length <= lines) this.linePlaces = new Int32Array(lines * 2 + 1);
    const { linePlaces } = this;
    rulePlaces.fill(0);
    linePlaces.fill(0, 0, lines + 1);
    // Counted one place late, so that the sums are where each begins.
    for (const { rule, line } of raised) {
      rulePlaces[rule.index + 1] = (rulePlaces[rule.index + 1] ?? 0) + 1;
      linePlaces[line - start + 1] = (linePlaces[line - start + 1] ?? 0) + 1;
    }
    sumUp(rulePlaces, rulePlaces.length);
    sumUp(linePlaces, lines + 1);
    byRule.length = raised.length;
    ordered.length = raised.length;
    for (const one of raised) byRule[next(rulePlaces, one.rule.index)] = one;
    for (const one of byRule) ordered[next(linePlaces, one.line - start)] = one;
    return ordered;
  }
}

/** Moves each finding before those that come later in the order. */
function moveEach(ordered: Raised[]): void {
  for (let at = 1; at < ordered.length; at++) {
    const one = ordered[at];
    if (one === undefined) continue;
    let to = at;
    for (; to > 0; to--) {
      const before = ordered[to - 1];
      if (before === undefined || !comesBefore(one, before)) break;
      ordered[to] = before;
    }
    ordered[to] = one;
  }
}

function comesBefore(one: Raised, other: Raised): boolean {
  return one.line < other.line || (one.line === other.line && one.rule.index < other.rule.index);
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
