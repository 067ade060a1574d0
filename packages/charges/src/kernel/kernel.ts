/**
 * The kernel, 8 KB of WebAssembly that are made from `packages/charges/kernel`, and the memory that it works in: the bytes
 * of one file, the places of their cells, and what cells of its columns were read as. Each reader of a file has a kernel
 * of its own as long as it reads, and what no kernel knows is read by the portable path. The next reader has the same one,
 * with nothing in it: Node collects garbage where it sees much memory come and go.
 *
 * The memory never grows, so that whoever looks into it may go on looking. What of it is not used is never touched, and
 * costs nothing.
 */
import { kernelBytes } from "./kernel-bytes.js";

/** Writes whole numbers for the cells of a column; answers at which record it stopped. */
export type ReadInts = (
  column: number,
  starts: number,
  ends: number,
  step: number,
  from: number,
  count: number,
  out: number,
  blank: number,
  stopsAtBlank: boolean,
) => number;

/** What the kernel exports. Places are bytes of its memory. */
export interface KernelCalls {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly scan: (
    at: number,
    end: number,
    delimiter: number,
    width: number,
    count: number,
    capacity: number,
    starts: number,
    ends: number,
  ) => void;
  readonly numberRows: (rows: number, from: number, to: number, row: number) => void;
  readonly knownInts: (...where: [...Parameters<ReadInts>, list: number]) => number;
  readonly settle: (out: number, from: number, to: number, list: number) => void;
  readonly plainDays: ReadInts;
  readonly rememberDay: (start: number, length: number, day: number) => number;
  readonly plainNumbers: (
    column: number,
    starts: number,
    ends: number,
    step: number,
    from: number,
    count: number,
    out: number,
    blank: number,
    longest: number,
    decimals: number,
    below: number,
  ) => number;
  readonly remember: (column: number, start: number, length: number, value: number, isNumber: boolean) => void;
  readonly moveSlots: (from: number, end: number, size: number, table: number) => void;
  readonly skim: (
    start: number,
    end: number,
    delimiter: number,
    column: number,
    lastStart: number,
    lastEnd: number,
  ) => void;
  readonly gather: (
    starts: number,
    ends: number,
    step: number,
    from: number,
    to: number,
    into: number,
    room: number,
    sums: number,
    sum: number,
  ) => number;
}

/** Where the kernel finds its multipliers, powers of ten and days, and where what is given out begins. */
const multipliersAt = 64;
const tensAt = 128;
const daysAt = 1 << 12;
const heapAt = daysAt + (256 << 9) * 4;

/** Cells are looked at in stretches of 64 bytes, which may go beyond the end of what they are in. */
export const kernelPadding = 64;

let compiled: WebAssembly.Module | null = null;

/** WebAssembly writes the lowest byte first. Where the processor does not, our views would see other numbers. */
const isLowestFirst = new Uint8Array(Int32Array.of(1).buffer)[0] === 1;

/** A kernel with a memory of its own; null where WebAssembly, or the memory for it, cannot be had. */
export function makeKernel(): Kernel | null {
  if (!isLowestFirst) return null;
  try {
    compiled ??= new WebAssembly.Module(Buffer.from(kernelBytes, "base64"));
    const { exports } = new WebAssembly.Instance(compiled);
    return isOurs(exports) ? new Kernel(exports) : null;
  } catch {
    // The portable path does the same in more time.
    return null;
  }
}

/** What a module exports has no type; a test holds the bytes of ours to its source. */
function isOurs(exports: object): exports is KernelCalls {
  return "scan" in exports;
}

/** The kernel of a reader that has come to its end. */
let idle: Kernel | null = null;

/** A kernel for a reader; null where none can be had. */
export function takeKernel(): Kernel | null {
  const kernel = idle ?? makeKernel();
  idle = null;
  return kernel;
}

/** Takes a kernel back from a reader that asks it nothing any more. */
export function giveBackKernel(kernel: Kernel): void {
  kernel.renew();
  idle = kernel;
}

/** Calls, and the memory by bytes, words and numbers. */
export class Kernel {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly ints: Int32Array<ArrayBuffer>;
  readonly numbers: Float64Array<ArrayBuffer>;
  /** Another one for each reader: who remembers another has nothing here any more. */
  reader = 0;
  #used = heapAt;
  /** Behind this no reader has had anything. */
  #touched = heapAt;

  constructor(readonly calls: KernelCalls) {
    const { buffer } = calls.memory;
    this.bytes = new Uint8Array(buffer);
    this.ints = new Int32Array(buffer);
    this.numbers = new Float64Array(buffer);
    // Files are hostile: which cells fall together differs from run to run. What is read does not depend on it.
    for (let at = 0; at < 7; at++) {
      this.ints[multipliersAt / 4 + at * 2] = Math.floor(Math.random() * 0x100000000) | 1;
      this.ints[multipliersAt / 4 + at * 2 + 1] = Math.floor(Math.random() * 0x100000000) | 0;
    }
    for (let power = 0; power < 16; power++) this.numbers[tensAt / 8 + power] = Number(`1e${power}`);
  }

  /** A place for so many bytes, where anything may stand; 0 where there is no room. It begins at a multiple of 64. */
  allocate(size: number): number {
    const at = this.#used;
    const end = (at + size + 63) & ~63;
    if (end > this.bytes.length) return 0;
    this.#used = end;
    return at;
  }

  /** The same, where all is zero. */
  allocateZeros(size: number): number {
    const at = this.allocate(size);
    if (at < this.#touched && at !== 0) this.bytes.fill(0, at, Math.min(this.#used, this.#touched));
    return at;
  }

  /** For another reader: all that was given out is free. Days stay, which are the same for all. */
  renew(): void {
    this.reader++;
    this.#touched = Math.max(this.#touched, this.#used);
    this.#used = heapAt;
  }
}
