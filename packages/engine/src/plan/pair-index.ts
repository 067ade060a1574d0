/**
 * A table of pairs, ready to be asked "which rows have this subject code and this companion code?". A table of 2.5
 * million rows is ordinary, so it is never walked for a line: a bit for each pair says almost always that there is none,
 * else the rows of the subject code are searched by companion code. Codes are cells of the table's two columns here, so
 * that the index is made once, whatever lines come.
 */
import type { CellCodes } from "./cell-codes.js";

export interface PairIndex {
  readonly subjects: CellCodes;
  readonly companions: CellCodes;
  /** The entries of subject cell `c` are at `starts[c]` up to but not including `starts[c + 1]`. */
  readonly starts: Int32Array;
  /** Of each entry the companion's cell, rising within a subject; and its row, rising within a pair. */
  readonly others: Int32Array;
  readonly rows: Int32Array;
  /** The first entry of the pair, or -1 where the table has none. Entries of a pair stand together. */
  readonly first: (subject: number, other: number) => number;
}

/** A row's number below this, added to a companion's code times this, is one number to sort by: 2^26 rows, 2^27 codes. */
const rowsAtMost = 2 ** 26;

/**
 * Builds the index: a counting sort by subject, then the few entries of each subject by companion and row.
 */
export function pairIndexOf(subjectCells: CellCodes, companionCells: CellCodes, usable: Uint8Array | null): PairIndex {
  const [subjects, others] = [subjectCells.ids, companionCells.ids];
  const codeCount = subjectCells.values.length;
  if (subjects.length > rowsAtMost) throw new Error(`a table of pairs has ${String(rowsAtMost)} rows at most`);
  const isIn = (row: number): boolean =>
    (subjects[row] ?? -1) >= 0 && (others[row] ?? -1) >= 0 && (usable === null || usable[row] === 1);
  const starts = new Int32Array(codeCount + 1);
  for (let row = 0; row < subjects.length; row++) {
    if (!isIn(row)) continue;
    const at = (subjects[row] ?? 0) + 1;
    starts[at] = (starts[at] ?? 0) + 1;
  }
  accumulate(starts);
  const count = starts[codeCount] ?? 0;
  const next = starts.slice();
  const keys = new Float64Array(count);
  for (let row = 0; row < subjects.length; row++) {
    if (!isIn(row)) continue;
    const subject = subjects[row] ?? 0;
    const at = next[subject] ?? 0;
    next[subject] = at + 1;
    keys[at] = (others[row] ?? 0) * rowsAtMost + row;
  }
  const sortedOthers = new Int32Array(count);
  const sortedRows = new Int32Array(count);
  const filter = pairFilter(count);
  for (let subject = 0; subject < codeCount; subject++) {
    const [from, to] = [starts[subject] ?? 0, starts[subject + 1] ?? 0];
    if (to - from > 1) keys.subarray(from, to).sort();
    for (let at = from; at < to; at++) {
      const key = keys[at] ?? 0;
      const other = Math.floor(key / rowsAtMost);
      sortedOthers[at] = other;
      sortedRows[at] = key - other * rowsAtMost;
      filter.add(subject, other);
    }
  }
  return {
    subjects: subjectCells,
    companions: companionCells,
    starts,
    others: sortedOthers,
    rows: sortedRows,
    first: (subject, other) => {
      if (!filter.mayHave(subject, other)) return -1;
      let low = starts[subject] ?? 0;
      const end = starts[subject + 1] ?? 0;
      let high = end;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((sortedOthers[middle] ?? 0) < other) low = middle + 1;
        else high = middle;
      }
      return low < end && sortedOthers[low] === other ? low : -1;
    },
  };
}

/** Turns counts, each one place late, into starts. */
export function accumulate(counts: Int32Array): void {
  for (let index = 1; index < counts.length; index++) {
    counts[index] = (counts[index] ?? 0) + (counts[index - 1] ?? 0);
  }
}

/** One bit for each pair, by a hash: no means no. Eight bits and more for each pair keep most of the bits empty. */
function pairFilter(count: number): {
  readonly add: (subject: number, other: number) => void;
  readonly mayHave: (subject: number, other: number) => boolean;
} {
  let size = 10;
  while (size < 30 && 2 ** size < count * 8) size += 1;
  const bits = new Int32Array(2 ** (size - 5));
  const shift = 32 - size;
  const hash = (subject: number, other: number): number =>
    Math.imul(Math.imul(subject, 0x9e3779b1) ^ (other + 0x7f4a7c15), 0x85ebca6b) >>> shift;
  return {
    add: (subject, other) => {
      const bit = hash(subject, other);
      bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
    },
    mayHave: (subject, other) => {
      const bit = hash(subject, other);
      return ((bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
    },
  };
}
