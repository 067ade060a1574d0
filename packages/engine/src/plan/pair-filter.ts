/**
 * What of a table of pairs is asked first: does it have this pair at all? Almost always it has not, and two bits say so
 * for all but a few in a hundred. Each code of one of the two columns has its bits together, some ten for each of its
 * rows, so that the bits that are asked for a day's lines lie in a few lines of the processor's cache, and those of the
 * codes that come again and again stay there.
 */

export interface PairFilter {
  /** Of each first code: where its words of bits begin. */
  readonly starts: Int32Array;
  /** Of each first code: how many bits it has, a power of two, less one. */
  readonly masks: Int32Array;
  readonly words: Int32Array;
}

/** A filter without any pair; the rows of first code `c` are `rowStarts[c + 1] - rowStarts[c]`. */
export function emptyFilter(rowStarts: Int32Array): PairFilter {
  const count = Math.max(0, rowStarts.length - 1);
  const starts = new Int32Array(count);
  const masks = new Int32Array(count);
  let end = 0;
  for (let first = 0; first < count; first++) {
    const rows = (rowStarts[first + 1] ?? 0) - (rowStarts[first] ?? 0);
    let bits = 32;
    while (bits < rows * bitsPerRow) bits *= 2;
    starts[first] = end;
    masks[first] = bits - 1;
    end += bits / 32;
  }
  return { starts, masks, words: new Int32Array(end) };
}

/** At least so many bits for each row; rounded up to a power of two it is half as many again. */
const bitsPerRow = 8;

/** The places of a second code's two bits, before the mask of a first one is put on them. */
export function hashOfSecond(second: number): number {
  const mixed = Math.imul(second + 1, 0x9e3779b1);
  return Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) ^ (mixed >>> 13);
}

/** False where the table has no such pair. */
export function mayHave({ starts, masks, words }: PairFilter, first: number, hash: number): boolean {
  const start = starts[first] ?? 0;
  const mask = masks[first] ?? 0;
  const one = hash & mask;
  const two = (hash >>> 16) & mask;
  // A shift looks at the last five bits of its number alone.
  return (((words[start + (one >>> 5)] ?? 0) >>> one) & ((words[start + (two >>> 5)] ?? 0) >>> two) & 1) !== 0;
}

/** Sets the bits of a pair. */
export function setPair({ starts, masks, words }: PairFilter, first: number, second: number): void {
  const start = starts[first] ?? 0;
  const mask = masks[first] ?? 0;
  const hash = hashOfSecond(second);
  const one = hash & mask;
  const two = (hash >>> 16) & mask;
  words[start + (one >>> 5)] = (words[start + (one >>> 5)] ?? 0) | (1 << one);
  words[start + (two >>> 5)] = (words[start + (two >>> 5)] ?? 0) | (1 << two);
}
