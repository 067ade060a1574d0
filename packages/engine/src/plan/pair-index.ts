/**
 * A table of pairs, ready to be asked "which rows have this subject and this companion?". A table of 2.5 million rows is
 * ordinary, so it is never walked for a line: a bit for each pair says almost always that there is none, else the rows of
 * the subject are searched by companion. Codes are cells of the table's two columns here, so that the index is made
 * once, whatever lines come; the bits of a subject are set where a batch first brings its code.
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
  /** One bit for each pair whose subject the lines have, by `bitOf`: no bit, no pair. */
  readonly bits: Int32Array;
  /** How far a hash of 32 bits is shifted to be the number of a bit. */
  readonly shift: number;
}

/** Builds the index. */
export function pairIndexOf(subjects: CellCodes, companions: CellCodes, usable: Uint8Array | null): PairIndex {
  const all = usableRowsOf(subjects, companions, usable);
  // Sorted by companion, and then, keeping that order, by subject.
  const { starts, rows } = sortedBy(subjects, sortedBy(companions, all).rows);
  const others = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at++) others[at] = companions.ids[rows[at] ?? 0] ?? 0;
  const size = bitsFor(rows.length);
  const index = { subjects, companions, starts, others, rows, bits: new Int32Array(2 ** (size - 5)), shift: 32 - size };
  subjects.onMeet.push((subject) => {
    setBits(index, subject);
  });
  return index;
}

/** The first entry of the pair, or -1 where the table has none. Entries of a pair stand together. */
export function firstEntry(index: PairIndex, subject: number, other: number): number {
  const { starts, others } = index;
  if (!mayHave(index, hashOfSubject(subject), other)) return -1;
  let low = starts[subject] ?? 0;
  const end = starts[subject + 1] ?? 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((others[middle] ?? 0) < other) low = middle + 1;
    else high = middle;
  }
  return low < end && others[low] === other ? low : -1;
}

/** What of a pair's hash is the subject's. */
export function hashOfSubject(subject: number): number {
  return Math.imul(subject, 0x9e3779b1);
}

/** False where the table has no such pair: for almost all that it has not. */
export function mayHave({ bits, shift }: PairIndex, subjectHash: number, other: number): boolean {
  const bit = Math.imul(subjectHash ^ (other + 0x7f4a7c15), 0x85ebca6b) >>> shift;
  return ((bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
}

function setBits({ starts, others, bits, shift }: PairIndex, subject: number): void {
  const hash = hashOfSubject(subject);
  const end = starts[subject + 1] ?? 0;
  for (let at = starts[subject] ?? 0; at < end; at++) {
    const bit = Math.imul(hash ^ ((others[at] ?? 0) + 0x7f4a7c15), 0x85ebca6b) >>> shift;
    bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }
}

/** Eight bits and more for each pair keep most of the bits empty. */
function bitsFor(count: number): number {
  let size = 10;
  while (size < 30 && 2 ** size < count * 8) size += 1;
  return size;
}

function usableRowsOf(subjects: CellCodes, companions: CellCodes, usable: Uint8Array | null): Int32Array {
  const [subjectIds, companionIds] = [subjects.ids, companions.ids];
  const rows = new Int32Array(subjectIds.length);
  let count = 0;
  for (let row = 0; row < subjectIds.length; row++) {
    if ((subjectIds[row] ?? -1) < 0 || (companionIds[row] ?? -1) < 0 || usable?.[row] === 0) continue;
    rows[count] = row;
    count += 1;
  }
  return rows.subarray(0, count);
}

/** Rows by their cell of a column, which none of them has empty: a counting sort, which keeps the order within a cell. */
function sortedBy(
  { ids, values }: CellCodes,
  rows: Int32Array,
): { readonly starts: Int32Array; readonly rows: Int32Array } {
  const starts = new Int32Array(values.length + 1);
  for (let at = 0; at < rows.length; at++) {
    const id = ids[rows[at] ?? 0] ?? 0;
    starts[id + 1] = (starts[id + 1] ?? 0) + 1;
  }
  accumulate(starts);
  const next = starts.slice();
  const sorted = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    const id = ids[row] ?? 0;
    const place = next[id] ?? 0;
    next[id] = place + 1;
    sorted[place] = row;
  }
  return { starts, rows: sorted };
}

/** Turns counts, each one place late, into starts. */
export function accumulate(counts: Int32Array): void {
  for (let index = 1; index < counts.length; index++) {
    counts[index] = (counts[index] ?? 0) + (counts[index - 1] ?? 0);
  }
}
