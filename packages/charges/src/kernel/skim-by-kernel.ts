/** One cell of each line by the kernel, as `skimLines` finds it; of lines whose cells are the same, that of the first. */
import type { Skimmed, SkimRequest } from "../records/skim-lines.js";
import type { Kernel } from "./kernel.js";

/** Where the kernel leaves what it found, by words. */
const atOf = 0;
const linesOf = 1;
const cellOf = 2;
const cellEndOf = 3;
const nextOf = 4;

/** Hands on the cell of each whole line whose bytes, in the kernel's memory, are not those of the line before. */
export function skimByKernel(
  { calls, ints, bytes }: Kernel,
  { start, end, delimiter, column }: SkimRequest,
  take: (bytes: Uint8Array, start: number, end: number) => void,
): Skimmed {
  // No cell has less than no bytes.
  let last = 1;
  let lastEnd = 0;
  let line = start;
  let lines = 0;
  for (;;) {
    calls.skim(line, end, delimiter, column, last, lastEnd);
    lines += ints[linesOf] ?? 0;
    const next = ints[nextOf] ?? 0;
    if (next === 0) return { at: ints[atOf] ?? 0, lines };
    last = ints[cellOf] ?? 0;
    lastEnd = ints[cellEndOf] ?? 0;
    take(bytes, last, lastEnd);
    line = next;
    lines++;
  }
}
