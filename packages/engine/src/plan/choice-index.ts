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
  /** Beside those that name it on some days: the days. It ends with the last of them. */
  readonly rangesOf: (DateRanges | null)[];
}

export function emptyIndex(): ChoiceIndex {
  return { starts: new Int32Array(64), choiceOf: new Int32Array(64), rangesOf: [] };
}

/** Makes room for codes up to `end`. */
export function expectCodes(index: ChoiceIndex, end: number): void {
  index.starts = longEnough(index.starts, end, (length) => new Int32Array(length));
  index.choiceOf = longEnough(index.choiceOf, end, (length) => new Int32Array(length));
}

/** Adds the next code, for which there is room, with the first `count` choices; codes are added in the order of their ids. */
export function append(
  index: ChoiceIndex,
  code: number,
  choices: readonly { readonly id: number; readonly daysAtHand: DateRanges }[],
  count: number,
): void {
  let at = index.starts[code] ?? 0;
  index.choiceOf = longEnough(index.choiceOf, at + count, (length) => new Int32Array(length));
  for (let place = 0; place < count; place++, at++) {
    const choice = choices[place];
    if (choice === undefined) break;
    const isDated = choice.daysAtHand !== always;
    index.choiceOf[at] = choice.id * 2 + (isDated ? 1 : 0);
    if (!isDated) continue;
    while (index.rangesOf.length < at) index.rangesOf.push(null);
    index.rangesOf.push(choice.daysAtHand);
  }
  index.starts[code + 1] = at;
}

/** Forgets all codes. */
export function empty(index: ChoiceIndex): void {
  index.rangesOf.length = 0;
}
