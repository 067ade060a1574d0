/**
 * A table of pairs, ready to be asked "which rows have this subject and this companion?". A table of 2.5 million rows is
 * ordinary, so it is never walked for a line: a bit for each pair says almost always that there is none, else the rows of
 * one of the two codes are searched by the other. Codes are cells of the table's two columns here, so that the index is
 * made once, whatever lines come; the bits of a code are set where a batch first brings it.
 */
import type { CellIds } from "@edict/rulebook";
import type { CellCodes } from "./cell-codes.js";

export interface PairIndex {
  readonly subjects: CellCodes;
  readonly companions: CellCodes;
  /** Whether entries stand by subject and within one by companion, or the other way round. */
  readonly bySubject: boolean;
  /** The entries of cell `c` of the first of the two are at `starts[c]` up to but not including `starts[c + 1]`. */
  readonly starts: Int32Array;
  /** Of each entry the cell of the second, rising within one of the first. */
  readonly seconds: CellIds;
  /** Of each entry its row, rising within a pair; null where a table stands in this order: then an entry is a row. */
  readonly rows: Int32Array | null;
  /** One bit for each pair whose first code the lines have: no bit, no pair. */
  readonly bits: Int32Array;
  /** How far a hash of 32 bits is shifted to be the number of a bit. */
  readonly shift: number;
}

/** Builds the index. A table that is sorted by its two codes, as imported ones are, is its own index. */
export function pairIndexOf(subjects: CellCodes, companions: CellCodes, usable: Uint8Array | null): PairIndex {
  const order = usable === null ? orderOf(subjects, companions) : null;
  const index = order ?? sorted(subjects, companions, usable);
  const size = bitsFor(index.seconds.length);
  const whole = { ...index, subjects, companions, bits: new Int32Array(2 ** (size - 5)), shift: 32 - size };
  (index.bySubject ? subjects : companions).onMeet.push((cell) => {
    setBits(whole, cell);
  });
  return whole;
}

type Order = Pick<PairIndex, "bySubject" | "starts" | "seconds" | "rows">;

/** The first entry of the pair, or -1 where the table has none. Entries of a pair stand together. */
export function firstEntry(index: PairIndex, subject: number, companion: number): number {
  if (!mayHave(index, hashOfSubject(subject), companion)) return -1;
  const { bySubject, starts, seconds } = index;
  const [first, second] = bySubject ? [subject, companion] : [companion, subject];
  let low = starts[first] ?? 0;
  const end = starts[first + 1] ?? 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((seconds[middle] ?? 0) < second) low = middle + 1;
    else high = middle;
  }
  return low < end && seconds[low] === second ? low : -1;
}

/** The end of the entries of a pair, of which `entry` is one. */
export function endOfPair(
  { bySubject, starts, seconds }: PairIndex,
  entry: number,
  subject: number,
  companion: number,
): number {
  const end = starts[(bySubject ? subject : companion) + 1] ?? 0;
  const second = seconds[entry];
  let at = entry + 1;
  while (at < end && seconds[at] === second) at += 1;
  return at;
}

/** The row of an entry. */
export function rowOfEntry({ rows }: PairIndex, entry: number): number {
  return rows === null ? entry : (rows[entry] ?? 0);
}

/** What of a pair's hash is the subject's. */
export function hashOfSubject(subject: number): number {
  return Math.imul(subject, 0x9e3779b1);
}

/** False where the table has no such pair: for almost all that it has not. */
export function mayHave({ bits, shift }: PairIndex, subjectHash: number, companion: number): boolean {
  const bit = Math.imul(subjectHash ^ (companion + 0x7f4a7c15), 0x85ebca6b) >>> shift;
  return ((bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
}

function setBits({ bySubject, starts, seconds, bits, shift }: PairIndex, first: number): void {
  const end = starts[first + 1] ?? 0;
  for (let at = starts[first] ?? 0; at < end; at++) {
    const second = seconds[at] ?? 0;
    const hash = bySubject
      ? hashOfSubject(first) ^ (second + 0x7f4a7c15)
      : hashOfSubject(second) ^ (first + 0x7f4a7c15);
    const bit = Math.imul(hash, 0x85ebca6b) >>> shift;
    bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }
}

/** Eight bits and more for each pair keep most of the bits empty. */
function bitsFor(count: number): number {
  let size = 10;
  while (size < 30 && 2 ** size < count * 8) size += 1;
  return size;
}

/** The order in which the rows stand, where they are sorted by one of the codes and within it by the other. */
function orderOf(subjects: CellCodes, companions: CellCodes): Order | null {
  if (isSorted(subjects, companions)) return inOrder(subjects, companions, true);
  return isSorted(companions, subjects) ? inOrder(companions, subjects, false) : null;
}

/** Whether rows rise by the ids of their cells, none being empty. In a compiled table ids are in the order of codes. */
function isSorted(firsts: CellCodes, seconds: CellCodes): boolean {
  const [firstIds, secondIds] = [firsts.ids, seconds.ids];
  const [most, mostSecond] = [firsts.values.length, seconds.values.length];
  let [first, second] = [-1, -1];
  for (let row = 0; row < firstIds.length; row++) {
    const [nextFirst, nextSecond] = [firstIds[row] ?? -1, secondIds[row] ?? -1];
    const rises = nextFirst > first || (nextFirst === first && nextSecond >= second);
    if (!rises || nextFirst >= most || nextSecond >= mostSecond || nextSecond < 0) return false;
    first = nextFirst;
    second = nextSecond;
  }
  return true;
}

function inOrder(firsts: CellCodes, seconds: CellCodes, bySubject: boolean): Order {
  return { bySubject, starts: startsOf(firsts), seconds: seconds.ids, rows: null };
}

function startsOf({ ids, values }: CellCodes): Int32Array {
  const starts = new Int32Array(values.length + 1);
  for (let row = 0; row < ids.length; row++) {
    const at = (ids[row] ?? 0) + 1;
    starts[at] = (starts[at] ?? 0) + 1;
  }
  accumulate(starts);
  return starts;
}

/**
 * Sorted by companion, and then, keeping that order, by subject: two counting sorts. The first carries each row's subject
 * along, so that the second reads in order whatever it looks at.
 */
function sorted(subjects: CellCodes, companions: CellCodes, usable: Uint8Array | null): Order {
  const [subjectIds, companionIds] = [subjects.ids, companions.ids];
  const [mostSubject, mostCompanion] = [subjects.values.length, companions.values.length];
  const starts = new Int32Array(mostSubject + 1);
  const next = new Int32Array(mostCompanion + 1);
  const isIn = new Uint8Array(subjectIds.length);
  let count = 0;
  for (let row = 0; row < subjectIds.length; row++) {
    const [subject, companion] = [subjectIds[row] ?? -1, companionIds[row] ?? -1];
    if (subject < 0 || subject >= mostSubject || companion < 0 || companion >= mostCompanion) continue;
    if (usable?.[row] === 0) continue;
    isIn[row] = 1;
    count += 1;
    starts[subject + 1] = (starts[subject + 1] ?? 0) + 1;
    next[companion + 1] = (next[companion + 1] ?? 0) + 1;
  }
  accumulate(starts);
  accumulate(next);
  const rowsByCompanion = new Int32Array(count);
  const subjectsByCompanion = new Int32Array(count);
  for (let row = 0; row < subjectIds.length; row++) {
    if (isIn[row] === 0) continue;
    const companion = companionIds[row] ?? 0;
    const place = next[companion] ?? 0;
    next[companion] = place + 1;
    rowsByCompanion[place] = row;
    subjectsByCompanion[place] = subjectIds[row] ?? 0;
  }
  // Each companion's rows end by now where the next one's begin.
  const nextOfSubject = starts.slice();
  const seconds = new Int32Array(count);
  const rows = new Int32Array(count);
  let companion = 0;
  for (let at = 0; at < count; at++) {
    while ((next[companion] ?? 0) <= at) companion += 1;
    const subject = subjectsByCompanion[at] ?? 0;
    const place = nextOfSubject[subject] ?? 0;
    nextOfSubject[subject] = place + 1;
    seconds[place] = companion;
    rows[place] = rowsByCompanion[at] ?? 0;
  }
  return { bySubject: true, starts, seconds, rows };
}

/** Turns counts, each one place late, into starts. */
export function accumulate(counts: Int32Array): void {
  for (let index = 1; index < counts.length; index++) {
    counts[index] = (counts[index] ?? 0) + (counts[index - 1] ?? 0);
  }
}
