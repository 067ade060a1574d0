/** Where the records of a batch and what is made of their cells stand in a kernel's memory. */
import type { Kernel } from "./kernel.js";
import { kernelPadding } from "./kernel.js";

/** Places in the kernel's memory. */
export interface KernelBatch {
  readonly kernel: Kernel;
  /** Of how many cells a record is. */
  readonly width: number;
  /** Of the arrays `starts`, `ends` and `rows` of the batch. */
  readonly starts: number;
  readonly ends: number;
  readonly rows: number;
  /** Room for eight bytes a record, and for four. */
  readonly values: number;
  readonly sums: number;
  /** Room for bytes of cells. */
  readonly texts: number;
}

/** So many bytes of cells go into `texts`. */
export const roomForTexts = 1 << 16;

/** Bytes of the file that are looked at together; a record that does not go into them is read without the kernel. */
const bytesOfFile = 4 << 20;

/** Room for so many records; null where the memory has none. */
export function makeKernelBatch(kernel: Kernel, width: number, records: number): KernelBatch | null {
  // The kernel writes nonsense for some cells behind the last.
  const cells = width * records * 4 + 65 * 4;
  const sizes = [cells, cells, records * 4, records * 8, records * 4];
  const [starts = 0, ends = 0, rows = 0, values = 0, sums = 0] = sizes.map((size) => kernel.allocate(size));
  const texts = kernel.allocate(roomForTexts + kernelPadding);
  return [starts, ends, rows, values, sums, texts].includes(0)
    ? null
    : { kernel, width, starts, ends, rows, values, sums, texts };
}

/** Room for the bytes of a file: from the first place up to the other. */
export function roomForFile(kernel: Kernel): readonly [number, number] {
  const start = kernel.allocate(bytesOfFile);
  return [start, start + bytesOfFile - kernelPadding];
}

/** Words from a place on in the memory where a batch stands; in one of their own where it stands nowhere. */
export function places(room: KernelBatch | null, place: number, length: number): Int32Array<ArrayBuffer> {
  return room === null ? new Int32Array(length) : room.kernel.ints.subarray(place / 4, place / 4 + length);
}
