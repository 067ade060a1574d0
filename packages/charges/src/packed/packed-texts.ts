/** Texts of lines' own, chunk by chunk: their bytes, and where each ends, in two bytes where that is enough. */
import type { Bytes } from "../records/record-batch.js";
import { padding } from "../records/record-batch.js";
import type { OwnTexts } from "../columns/own-texts.js";
import type { TextPlace } from "../columns/text-places.js";

/** 2 to this power texts share a base. */
const stretch = 6;

interface Chunk extends Bytes {
  readonly bases: Uint32Array;
  /** Counted from the base of the stretch. */
  readonly ends: Uint16Array | Uint32Array;
}

export class PackedTexts {
  readonly #chunks: Chunk[] = [];
  #bytes = 0;

  /** Chunks have 2 to the power `bits` texts, but for the last one. */
  constructor(private readonly bits: number) {}

  /** Bytes of memory. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Adds the first texts as a chunk. */
  add(texts: OwnTexts, count: number): void {
    const held = texts.heldBytes(count);
    const bytes = new Uint8Array(held.length + padding);
    bytes.set(held);
    const bases = new Uint32Array((count >> stretch) + 1);
    const wide = new Uint32Array(count);
    let longest = 0;
    for (let line = 0; line < count; line++) {
      if ((line & ((1 << stretch) - 1)) === 0) bases[line >> stretch] = texts.end(line - 1);
      const end = texts.end(line) - (bases[line >> stretch] ?? 0);
      wide[line] = end;
      if (end > longest) longest = end;
    }
    const ends = longest < 1 << 16 ? Uint16Array.from(wide) : wide;
    this.#push({ bytes, words: new DataView(bytes.buffer), bases, ends });
  }

  /** Adds so many chunks without a text in them. */
  addBlanks(chunks: number): void {
    const count = 1 << this.bits;
    const bytes = new Uint8Array(padding);
    const bases = new Uint32Array((count >> stretch) + 1);
    const blank = { bytes, words: new DataView(bytes.buffer), bases, ends: new Uint16Array(count) };
    for (let chunk = 0; chunk < chunks; chunk++) this.#push(blank);
  }

  /** Finds the text of the line at a place. */
  find(place: number, found: TextPlace): void {
    const chunk = this.#chunks[place >>> this.bits];
    if (chunk === undefined) throw new Error("a place is that of a line, and each line has a text, if an empty one");
    const line = place & ((1 << this.bits) - 1);
    found.source = chunk;
    found.start = line === 0 ? 0 : (chunk.bases[(line - 1) >> stretch] ?? 0) + (chunk.ends[line - 1] ?? 0);
    found.end = (chunk.bases[line >> stretch] ?? 0) + (chunk.ends[line] ?? 0);
  }

  /** Leaves the first chunks alone. */
  cut(chunks: number): void {
    for (const chunk of this.#chunks.slice(chunks)) this.#bytes -= bytesOfChunk(chunk);
    this.#chunks.splice(chunks);
  }

  #push(chunk: Chunk): void {
    this.#chunks.push(chunk);
    this.#bytes += bytesOfChunk(chunk);
  }
}

function bytesOfChunk({ bytes, bases, ends }: Chunk): number {
  return bytes.length + bases.byteLength + ends.byteLength;
}
