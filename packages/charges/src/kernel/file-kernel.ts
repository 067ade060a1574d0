/** The kernel of one file that is read: begun when enough of the file is there, and left where a record is too long for it. */
import type { PieceBuffer } from "../records/piece-buffer.js";
import type { KernelBatch } from "./kernel-batch.js";
import { makeKernelBatch, roomForFile } from "./kernel-batch.js";
import type { Kernel } from "./kernel.js";
import { giveBackKernel, takeKernel } from "./kernel.js";

/** Less than this is read before a kernel is ready for it. */
const worthKernel = 1 << 16;

/** A kernel for the bytes of some pieces. */
export class FileKernel {
  #kernel: Kernel | null = null;
  #room: KernelBatch | null = null;

  constructor(
    private readonly pieces: PieceBuffer,
    /** It is begun where so many bytes come together; `Infinity`: never. */
    private readonly from: number = worthKernel,
  ) {}

  /** Begins where a piece is long enough and a kernel can be had: true where the bytes stand in its memory from now on. */
  begin(piece: Uint8Array): boolean {
    if (piece.length < this.from || this.#kernel !== null) return false;
    this.#kernel = takeKernel();
    if (this.#kernel === null) return false;
    this.pieces.moveTo(this.#kernel.bytes, ...roomForFile(this.#kernel));
    return true;
  }

  /** There are no more bytes: another reader may have the kernel. */
  end(): void {
    if (this.#kernel !== null) giveBackKernel(this.#kernel);
    this.#kernel = null;
    this.#room = null;
  }

  /** The kernel in whose memory the bytes are; null where they stand elsewhere. */
  get kernel(): Kernel | null {
    return this.pieces.bytes === this.#kernel?.bytes ? this.#kernel : null;
  }

  /** Room for batches of records of so many cells; null where there is none. Who asks again has what there was. */
  roomFor(width: number, records: number): KernelBatch | null {
    const { kernel } = this;
    if (kernel === null) return null;
    if (this.#room?.width !== width) this.#room = makeKernelBatch(kernel, width, records);
    return this.#room;
  }
}
