/** How much of everything there may be at a time, where memory is bounded (`--memory`). */
import process from "node:process";

/** Sizes in bytes. */
export interface SpillSizes {
  /** Files of so many bytes of text are read as a whole. */
  readonly whole: number;
  /** Ranges are chosen when so much was put away. */
  readonly firstPart: number;
  /** Into so many ranges. */
  readonly ranges: number;
  /** A block. */
  readonly block: number;
  /** Blocks in memory. */
  readonly held: number;
  /** Lines that are sorted and evaluated together, asked for when the first of them are; what they were before, or null. */
  readonly lines: (before: number | null) => number;
}

/** Less is not worth a pass over the file. */
const leastLines = 24 << 20;

/** What evaluating, writing and the garbage between two collections take beside the lines, above what is in use before. */
const beside = 112 << 20;

/** Nearer to what it may have the process does not come before there are fewer lines at a time. */
const margin = 24 << 20;

/** What fits where the whole process may have `memory` bytes, and the files have so many bytes of text (0: nobody knows). */
export function sizesWithin(memory: number, text: number): SpillSizes {
  const inUse = (): number => process.memoryUsage.rss();
  const now = Math.max(leastLines, memory - inUse() - beside);
  const lines = (before: number | null): number => {
    if (before === null) return Math.max(leastLines, memory - inUse() - beside);
    // What the lines before took is in use still, and used again.
    return Math.max(leastLines, before - Math.max(0, inUse() - memory + margin));
  };
  // Ranges that are too small are read together, one that is too large is parted again: rather small ones, then.
  const needed = text === 0 ? 128 : Math.ceil(text / now) * 4;
  const block = 1 << 16;
  const ranges = Math.max(8, Math.min(needed, 512, Math.floor(now / 4 / block)));
  return { whole: now >> 1, firstPart: now >> 2, ranges, block, held: now >> 3, lines };
}
