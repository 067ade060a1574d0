/** The index from a code to the choices that name it: what keeps a rule from costing anything for lines of other codes. */
import { longEnough } from "../columns/by-value.js";
import type { DateRanges } from "../columns/date-ranges.js";
import { always } from "../columns/date-ranges.js";

/** The index: of each code, the choices that name it. The choices of any code stand apart. */
export interface ChoiceIndex {
  /** The choices of code `c` are at `starts[c]` up to but not including `starts[c + 1]`. */
  starts: Int32Array;
  /** Of each place the choice's id times two; and one, where it names the code on some days alone. */
  choiceOf: Int32Array;
  /** Beside each: the days, or null for every day. */
  readonly rangesOf: (DateRanges | null)[];
}

export function emptyIndex(): ChoiceIndex {
  return { starts: new Int32Array(64), choiceOf: new Int32Array(64), rangesOf: [] };
}

/** Adds the next code with the choices that name it; codes are added in the order of their ids. */
export function append(
  index: ChoiceIndex,
  code: number,
  choices: readonly { readonly id: number; readonly ranges: ReadonlyMap<number, DateRanges> }[],
): void {
  const start = index.rangesOf.length;
  index.starts = longEnough(index.starts, code + 1, (length) => new Int32Array(length));
  index.starts[code] = start;
  index.starts[code + 1] = start + choices.length;
  index.choiceOf = longEnough(index.choiceOf, start + choices.length, (length) => new Int32Array(length));
  for (const [at, choice] of choices.entries()) {
    const dates = choice.ranges.get(code) ?? always;
    index.choiceOf[start + at] = choice.id * 2 + (dates === always ? 0 : 1);
    index.rangesOf.push(dates === always ? null : dates);
  }
}
