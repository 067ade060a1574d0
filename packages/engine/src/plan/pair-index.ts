/**
 * A table of pairs, ready to be asked "which rows have this subject and this companion?". A table of 2.5 million rows is
 * ordinary, so it is never walked for a line: a filter says almost always that there is none, else the rows of one of the
 * two codes are searched by the other. Codes are cells of the table's two columns here, so that the index is made once,
 * whatever lines come. A filter takes longer to make than few lines take to be searched for, so that it is made where many
 * have come; from then on the bits of a code's rows are set where a batch first brings it. Many rows of one code are
 * sorted where they are first searched.
 */
import type { CellIds } from "@edict/rulebook";
import { longEnough } from "../columns/by-value.js";
import type { CellCodes } from "./cell-codes.js";
import type { PairFilter } from "./pair-filter.js";
import { bitsOfHash, emptyFilter, hashOfCode, isIn } from "./pair-filter.js";

export interface PairIndex {
  readonly subjects: CellCodes;
  readonly companions: CellCodes;
  /** Whether entries stand by subject, or by companion: which of the two codes is the first. */
  readonly bySubject: boolean;
  /** The entries of cell `c` of the first code are at `starts[c]` up to but not including `starts[c + 1]`. */
  readonly starts: Int32Array;
  /** Of each entry the cell of the second code. */
  readonly seconds: CellIds;
  /** Of each entry its row; null where the table stands in the order of its codes: then an entry is a row. */
  readonly rows: Int32Array | null;
  /**
   * Of each first code: `sorted` where its entries are so by second code and row, else they rise by row alone; where their
   * order is only said to be that, it is `notKnown` before the first search.
   */
  readonly order: Uint8Array;
  /** The pairs whose first code the lines have; null while few lines have come. */
  filter: PairFilter | null;
  /**
   * Of each code of the lines what is asked first: 0 where no row names it, else its hash for the filter, or 1 where there
   * is none, with the sign `isSubjectSign` where rows that count have it as their subject.
   */
  hashes: Int32Array;
  /** Of each second code its hash, where there is a filter. */
  secondHashes: Int32Array;
  /** How many lines have come. */
  lines: number;
}

const [notSorted, sorted, notKnown] = [0, 1, 2];

/** Beyond so many lines a filter is worth its making. */
let fewLines = 1 << 17;

/** For tests, which want both ways walked with few lines. Returns what it was. */
export function setFewLines(lines: number): number {
  const before = fewLines;
  fewLines = lines;
  return before;
}

/** The sign of a hash says that the code is a subject. The filter does not look at it. */
export const isSubjectSign = 1 << 31;

/** Builds the index; `usable` rows, null for all, have a code in both columns. */
export function pairIndexOf(subjects: CellCodes, companions: CellCodes, usable: Uint8Array | null): PairIndex {
  const order = (usable === null ? orderOf(subjects, companions) : null) ?? grouped(subjects, companions, usable);
  const { bySubject, starts } = order;
  const [firsts, seconds] = bySubject ? [subjects, companions] : [companions, subjects];
  const index: PairIndex = {
    ...order,
    subjects,
    companions,
    order: new Uint8Array(starts.length - 1).fill(order.rows === null ? notKnown : notSorted),
    filter: null,
    hashes: new Int32Array(64),
    secondHashes: new Int32Array(),
    lines: 0,
  };
  firsts.onMeet.push((from, end) => noteFirsts(index, firsts, from, end));
  seconds.onMeet.push((from, end) => noteSeconds(index, seconds, from, end));
  const forget = (): void => {
    index.hashes.fill(0);
  };
  subjects.onForget.push(forget);
  companions.onForget.push(forget);
  return index;
}

/** Notes, of the codes that have met their cells, that they are the first of some entries. */
function noteFirsts(index: PairIndex, firsts: CellCodes, from: number, end: number): void {
  const { bySubject, starts, filter } = index;
  index.hashes = longEnough(index.hashes, end, (length) => new Int32Array(length));
  for (let code = from; code < end; code++) {
    const cell = firsts.ofCode(code);
    // A code that stands in unusable rows alone is no subject; those rows are not among the entries.
    if (cell < 0 || starts[cell] === starts[cell + 1]) continue;
    const hash = filter === null ? 1 : hashOfCode(firsts.values[cell] ?? "");
    index.hashes[code] = (index.hashes[code] ?? 0) | hash | (bySubject ? isSubjectSign : 0);
    if (filter !== null) setBits(index, filter, cell, hash);
  }
}

/** The same of those that are the second of some. */
function noteSeconds(index: PairIndex, seconds: CellCodes, from: number, end: number): void {
  const { bySubject, filter, secondHashes } = index;
  index.hashes = longEnough(index.hashes, end, (length) => new Int32Array(length));
  for (let code = from; code < end; code++) {
    const cell = seconds.ofCode(code);
    if (cell < 0) continue;
    const hash = filter === null ? 1 : (secondHashes[cell] ?? 0);
    index.hashes[code] = (index.hashes[code] ?? 0) | hash | (bySubject ? 0 : isSubjectSign);
  }
}

/** Hears how many lines have come beside those before, and how many codes they have: with many lines the filter is made. */
export function expectLines(index: PairIndex, lines: number, codes: number): void {
  index.lines += lines;
  if (index.filter !== null || index.lines <= fewLines) return;
  const { subjects, companions, bySubject } = index;
  const [firsts, seconds] = bySubject ? [subjects, companions] : [companions, subjects];
  index.filter = emptyFilter(index.seconds.length);
  index.secondHashes = hashesOf(seconds.values);
  index.hashes.fill(0);
  noteFirsts(index, firsts, 0, codes);
  noteSeconds(index, seconds, 0, codes);
}

/** Whether the table may have two codes of the lines in a row, by their hashes; whichever of them in which column. */
export function mayHave({ filter }: PairIndex, one: number, other: number): boolean {
  return filter === null ? one !== 0 && other !== 0 : isIn(filter, one, other);
}

/** Whether some row has two codes of the lines, whichever of them in which column. */
export function hasRow(index: PairIndex, one: number, other: number): boolean {
  return hasRowOf(index, one, other) || hasRowOf(index, other, one);
}

function hasRowOf(index: PairIndex, subject: number, companion: number): boolean {
  const cell = index.subjects.ofCode(subject);
  const other = index.companions.ofCode(companion);
  return cell >= 0 && other >= 0 && firstEntry(index, cell, other) >= 0;
}

function hashesOf(codes: readonly string[]): Int32Array {
  const hashes = new Int32Array(codes.length);
  for (let at = 0; at < codes.length; at++) hashes[at] = hashOfCode(codes[at] ?? "");
  return hashes;
}

type Order = Pick<PairIndex, "bySubject" | "starts" | "seconds" | "rows">;

/** Up to so many entries of a code are looked through; more are sorted, and searched from their middle. */
const mostUnsorted = 256;

/** The first entry of the pair by row, or -1 where the table has none. */
export function firstEntry(index: PairIndex, subject: number, companion: number): number {
  const { bySubject, starts, seconds, rows, order } = index;
  const first = bySubject ? subject : companion;
  const second = bySubject ? companion : subject;
  let low = starts[first] ?? 0;
  const end = starts[first + 1] ?? 0;
  if (order[first] === notKnown) learnOrder(index, first);
  if (order[first] === notSorted) {
    if (rows === null || end - low <= mostUnsorted) return entryFrom(index, low, end, second);
    sort(index, first);
  }
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((seconds[middle] ?? 0) < second) low = middle + 1;
    else high = middle;
  }
  return low < end && seconds[low] === second ? low : -1;
}

/** The next entry of the same pair by row, or -1. */
export function nextEntry(index: PairIndex, entry: number, subject: number, companion: number): number {
  const { bySubject, starts, seconds, order } = index;
  const first = bySubject ? subject : companion;
  const second = bySubject ? companion : subject;
  const end = starts[first + 1] ?? 0;
  if (order[first] === notSorted) return entryFrom(index, entry + 1, end, second);
  return entry + 1 < end && seconds[entry + 1] === second ? entry + 1 : -1;
}

function entryFrom({ seconds }: PairIndex, from: number, end: number, second: number): number {
  for (let at = from; at < end; at++) if (seconds[at] === second) return at;
  return -1;
}

/** The row of an entry. */
export function rowOfEntry({ rows }: PairIndex, entry: number): number {
  return rows === null ? entry : (rows[entry] ?? 0);
}

/** Looks whether the entries of a first code stand by the second one. Where they do not, only a filter keeps them from being walked. */
function learnOrder(index: PairIndex, first: number): void {
  const { starts, seconds, order } = index;
  const end = starts[first + 1] ?? 0;
  order[first] = sorted;
  for (let at = (starts[first] ?? 0) + 1; at < end; at++) {
    if ((seconds[at] ?? 0) < (seconds[at - 1] ?? 0)) order[first] = notSorted;
  }
  if (order[first] === notSorted) expectLines(index, Infinity, index.hashes.length);
}

/** Sets the bits of all rows of a first code. */
function setBits(
  { starts, seconds, secondHashes }: PairIndex,
  { words }: PairFilter,
  first: number,
  hash: number,
): void {
  const mask = words.length - 1;
  const bits = bitsOfHash(hash);
  const end = starts[first + 1] ?? 0;
  for (let at = starts[first] ?? 0; at < end; at++) {
    const other = secondHashes[seconds[at] ?? 0] ?? 0;
    const place = (hash + other) & mask;
    words[place] = (words[place] ?? 0) | bits | bitsOfHash(other);
  }
}

/** Sorts the entries of a first code by the second one; those of a pair keep their order. */
function sort({ starts, seconds, rows, order }: PairIndex, first: number): void {
  order[first] = sorted;
  if (rows === null) return;
  const start = starts[first] ?? 0;
  const count = (starts[first + 1] ?? 0) - start;
  // Second code and row as one number: together they are less than the 53 bits that it has.
  const keys = new Float64Array(count);
  for (let at = 0; at < count; at++) keys[at] = (seconds[start + at] ?? 0) * 2 ** 32 + (rows[start + at] ?? 0);
  keys.sort();
  for (let at = 0; at < count; at++) {
    const key = keys[at] ?? 0;
    seconds[start + at] = Math.floor(key / 2 ** 32);
    // An element of 32 bits takes the last 32 of a number, which are the row.
    rows[start + at] = key;
  }
}

/** The order in which the rows stand, where they are sorted by one of the codes and within it by the other. */
function orderOf(subjects: CellCodes, companions: CellCodes): Order | null {
  if (subjects.order?.kind === "first" && companions.order?.kind === "second") {
    return { bySubject: true, starts: subjects.order.starts, seconds: companions.ids, rows: null };
  }
  if (companions.order?.kind === "first" && subjects.order?.kind === "second") {
    return { bySubject: false, starts: companions.order.starts, seconds: subjects.ids, rows: null };
  }
  if (isInOrder(subjects, companions)) return inOrder(subjects, companions, true);
  return isInOrder(companions, subjects) ? inOrder(companions, subjects, false) : null;
}

/** Whether rows rise by the ids of their cells, none being empty. In a compiled table ids are in the order of codes. */
function isInOrder(firsts: CellCodes, seconds: CellCodes): boolean {
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
  return { bySubject, starts: startsOf(firsts, null), seconds: seconds.ids, rows: null };
}

/** Grouped by subject, within one by row: a counting sort. */
function grouped(subjects: CellCodes, companions: CellCodes, usable: Uint8Array | null): Order {
  const starts = startsOf(subjects, usable);
  const { ids } = subjects;
  const next = starts.slice();
  const rows = new Int32Array(starts[starts.length - 1] ?? 0);
  const seconds = asWide(companions.ids, rows.length);
  for (let row = 0; row < ids.length; row++) {
    if (usable !== null && usable[row] === 0) continue;
    const subject = ids[row] ?? 0;
    const place = next[subject] ?? 0;
    next[subject] = place + 1;
    rows[place] = row;
    seconds[place] = companions.ids[row] ?? 0;
  }
  return { bySubject: true, starts, seconds, rows };
}

/** An array of elements as wide as those of another. */
function asWide(like: CellIds, length: number): CellIds {
  switch (like.BYTES_PER_ELEMENT) {
    case 1:
      return new Uint8Array(length);
    case 2:
      return new Uint16Array(length);
    default:
      return new Int32Array(length);
  }
}

function startsOf({ ids, values }: CellCodes, usable: Uint8Array | null): Int32Array {
  const starts = new Int32Array(values.length + 1);
  for (let row = 0; row < ids.length; row++) {
    if (usable !== null && usable[row] === 0) continue;
    const at = (ids[row] ?? 0) + 1;
    starts[at] = (starts[at] ?? 0) + 1;
  }
  accumulate(starts);
  return starts;
}

/** Turns counts, each one place late, into starts. */
export function accumulate(counts: Int32Array): void {
  for (let index = 1; index < counts.length; index++) {
    counts[index] = (counts[index] ?? 0) + (counts[index - 1] ?? 0);
  }
}
