/**
 * Blocks of bytes put away until they are asked for: the first ones in memory, as far as that is allowed, all others in a
 * temporary file, which is made for the first that needs it. The place of a block that is freed is used again.
 */
import type { TemporaryFile } from "./temporary-file.js";
import { temporaryFile } from "./temporary-file.js";

/** A block that was put away. */
export type Block =
  | { readonly kind: "held"; readonly bytes: Uint8Array }
  | { readonly kind: "written"; readonly slot: number; readonly length: number };

export class BlockStore {
  #held = 0;
  #file: TemporaryFile | null = null;
  readonly #free: number[] = [];
  #slots = 0;

  /** Blocks are usually of `slotSize` bytes; so many bytes are held in memory at most. */
  constructor(
    readonly slotSize: number,
    private readonly mostHeld: number,
  ) {}

  /** Puts bytes away, which are the caller's again afterwards. */
  put(bytes: Uint8Array): Block {
    if (this.#held + bytes.length <= this.mostHeld) {
      this.#held += bytes.length;
      return { kind: "held", bytes: new Uint8Array(bytes) };
    }
    this.#file ??= temporaryFile();
    const slots = this.#slotsOf(bytes.length);
    const free = slots === 1 ? this.#free.pop() : undefined;
    const slot = free ?? this.#slots;
    if (free === undefined) this.#slots += slots;
    this.#file.write(bytes, slot * this.slotSize);
    return { kind: "written", slot, length: bytes.length };
  }

  /** Copies a block to the beginning of `into`, which has room for it. */
  get(block: Block, into: Uint8Array): void {
    if (block.kind === "held") {
      into.set(block.bytes);
      return;
    }
    if (this.#file === null) throw new Error("a block that was written is in the file that was made for it");
    this.#file.read(into, block.length, block.slot * this.slotSize);
  }

  /** Nobody asks for the block again. */
  free(block: Block): void {
    if (block.kind === "held") {
      this.#held -= block.bytes.length;
      return;
    }
    for (let slot = 0; slot < this.#slotsOf(block.length); slot++) this.#free.push(block.slot + slot);
  }

  /** Takes the file away; blocks are not asked for afterwards. */
  close(): void {
    this.#file?.close();
    this.#file = null;
  }

  #slotsOf(length: number): number {
    return Math.ceil(length / this.slotSize);
  }
}

/** The bytes of a block. */
export function lengthOf(block: Block): number {
  return block.kind === "held" ? block.bytes.length : block.length;
}
