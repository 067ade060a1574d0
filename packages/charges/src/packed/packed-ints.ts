/**
 * Whole numbers kept in as few bytes as they need: chunk by chunk, each in one, two or four bytes a value, counted from the
 * least of the chunk; a chunk whose values are all the same takes none.
 */
import { noDate } from "@edict/rulebook";

type Chunk = Uint8Array | Uint16Array | Int32Array;

/** Chunks have 2 to the power `bits` values, but for the last one. */
export class PackedInts {
  readonly #chunks: Chunk[] = [];
  /** Of each chunk: what its values are counted from, what its zeros stand for, and which bits of a place it looks at. */
  readonly #bases: number[] = [];
  readonly #zeros: number[] = [];
  readonly #masks: number[] = [];
  #bytes = 0;

  constructor(private readonly bits: number) {}

  /** Bytes of memory. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Adds a chunk. The blank of dates is far from all other values, and told apart from them. */
  add(values: Int32Array): void {
    let least = 0x7fffffff;
    let most = noDate;
    let blanks = 0;
    for (let index = 0; index < values.length; index++) {
      const value = values[index] ?? 0;
      if (value === noDate) {
        blanks = 1;
        continue;
      }
      if (value < least) least = value;
      if (value > most) most = value;
    }
    const base = least - blanks;
    const range = most - base;
    const zero = blanks === 1 ? noDate : base;
    const mask = (1 << this.bits) - 1;
    if (range <= 0 || most === noDate) this.#push(new Uint8Array(1), base, zero, 0);
    else if (range < 1 << 8) this.#push(inBytes(values, base), base, zero, mask);
    else if (range < 1 << 16) this.#push(inWords(values, base), base, zero, mask);
    else this.#push(values.slice(), 0, 0, mask);
  }

  /** Adds so many chunks of the same value. */
  addAlike(chunks: number, value: number): void {
    for (let chunk = 0; chunk < chunks; chunk++) this.#push(new Uint8Array(1), value, value, 0);
  }

  /** Copies the values at some places to the beginning of `into`. */
  pickInto(places: Int32Array, into: Int32Array): void {
    const chunks = this.#chunks;
    const width = chunks[0]?.BYTES_PER_ELEMENT;
    const areAlike = chunks.every((chunk) => chunk.BYTES_PER_ELEMENT === width);
    const packed = { chunks, bits: this.bits, bases: this.#bases, zeros: this.#zeros, masks: this.#masks };
    if (areAlike && width === 1) pickBytes(packed, places, into);
    else if (areAlike && width === 2) pickWords(packed, places, into);
    else if (areAlike && width === 4) pickInts(packed, places, into);
    else pickAny(packed, places, into);
  }

  /** Leaves the first chunks alone. */
  cut(chunks: number): void {
    for (const chunk of this.#chunks.slice(chunks)) this.#bytes -= chunk.byteLength;
    for (const list of [this.#chunks, this.#bases, this.#zeros, this.#masks]) list.splice(chunks);
  }

  #push(chunk: Chunk, base: number, zero: number, mask: number): void {
    this.#chunks.push(chunk);
    this.#bases.push(base);
    this.#zeros.push(zero);
    this.#masks.push(mask);
    this.#bytes += chunk.byteLength;
  }
}

// Each has a loop of its own, which is compiled for its kind of array alone.

function inBytes(values: Int32Array, base: number): Uint8Array {
  const bytes = new Uint8Array(values.length);
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? 0;
    bytes[index] = value === noDate ? 0 : value - base;
  }
  return bytes;
}

function inWords(values: Int32Array, base: number): Uint16Array {
  const words = new Uint16Array(values.length);
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? 0;
    words[index] = value === noDate ? 0 : value - base;
  }
  return words;
}

interface Packed {
  readonly chunks: readonly Chunk[];
  readonly bits: number;
  readonly bases: readonly number[];
  readonly zeros: readonly number[];
  readonly masks: readonly number[];
}

function pickInts({ chunks, bits }: Packed, places: Int32Array, into: Int32Array): void {
  const mask = (1 << bits) - 1;
  for (let index = 0; index < places.length; index++) {
    const place = places[index] ?? 0;
    into[index] = chunks[place >>> bits]?.[place & mask] ?? 0;
  }
}

function pickBytes({ chunks, bits, bases, zeros, masks }: Packed, places: Int32Array, into: Int32Array): void {
  for (let index = 0; index < places.length; index++) {
    const place = places[index] ?? 0;
    const at = place >>> bits;
    const value = chunks[at]?.[place & (masks[at] ?? 0)] ?? 0;
    into[index] = value === 0 ? (zeros[at] ?? 0) : value + (bases[at] ?? 0);
  }
}

function pickWords({ chunks, bits, bases, zeros, masks }: Packed, places: Int32Array, into: Int32Array): void {
  for (let index = 0; index < places.length; index++) {
    const place = places[index] ?? 0;
    const at = place >>> bits;
    const value = chunks[at]?.[place & (masks[at] ?? 0)] ?? 0;
    into[index] = value === 0 ? (zeros[at] ?? 0) : value + (bases[at] ?? 0);
  }
}

function pickAny({ chunks, bits, bases, zeros, masks }: Packed, places: Int32Array, into: Int32Array): void {
  for (let index = 0; index < places.length; index++) {
    const place = places[index] ?? 0;
    const at = place >>> bits;
    const value = chunks[at]?.[place & (masks[at] ?? 0)] ?? 0;
    into[index] = value === 0 ? (zeros[at] ?? 0) : value + (bases[at] ?? 0);
  }
}
