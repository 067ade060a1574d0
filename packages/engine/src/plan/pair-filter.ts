/**
 * What of a table of pairs is asked first: do two codes stand in a row of it together, whichever of them in which column?
 * Almost always they do not, and one word says so for all but a few in a hundred: it has four bits of each pair that falls
 * into it, two for each code. Where a pair falls follows from both codes alike, so that two lines are asked for once.
 */

export interface PairFilter {
  /** As many as a power of two. */
  readonly words: Int32Array;
}

/** A filter without any pair, for so many rows. */
export function emptyFilter(rows: number): PairFilter {
  let words = 16;
  while (words * rowsOfWord < rows) words *= 2;
  return { words: new Int32Array(words) };
}

/** At most so many rows a word; two or three, where their number lies between powers of two. */
const rowsOfWord = 4;

/** A code's part in where its pairs fall: never 0, and at or above 0, so that its sign can say something else. */
export function hashOfCode(code: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < code.length; at++) hash = Math.imul(hash ^ code.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  hash ^= hash >>> 13;
  return hash & 0x7fffffff || 1;
}

/** The bits of a code's pairs. A shift looks at the last five bits of its number alone. */
export function bitsOfHash(hash: number): number {
  return (1 << (hash >>> 21)) | (1 << (hash >>> 26));
}

/** False where no row has the two codes, by their hashes. */
export function isIn({ words }: PairFilter, one: number, other: number): boolean {
  const bits = bitsOfHash(one) | bitsOfHash(other);
  return ((words[(one + other) & (words.length - 1)] ?? 0) & bits) === bits;
}
