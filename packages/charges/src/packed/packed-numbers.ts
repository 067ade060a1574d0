/**
 * Numbers kept in as few bytes as they need: chunk by chunk, each in one byte a value, where it is a small whole number, in
 * four, where it is one of hundredths, or in eight. Not a bit of a number is lost.
 */

type Chunk = Uint8Array | Int32Array | Float64Array;

/** Stand for NaN. */
const blankByte = 0xff;
const blankInt = -0x80000000;

export class PackedNumbers {
  readonly #chunks: Chunk[] = [];
  #bytes = 0;

  /** Chunks have 2 to the power `bits` values, but for the last one. */
  constructor(private readonly bits: number) {}

  /** Bytes of memory. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Adds a chunk. */
  add(values: Float64Array): void {
    this.#push(asBytes(values) ?? asHundredths(values) ?? values.slice());
  }

  /** Adds so many chunks of NaN. */
  addBlanks(chunks: number): void {
    for (let chunk = 0; chunk < chunks; chunk++) this.#push(new Uint8Array(1 << this.bits).fill(blankByte));
  }

  /** Copies the values at some places to the beginning of `into`. */
  pickInto(places: Int32Array, into: Float64Array): void {
    const chunks = this.#chunks;
    const width = chunks[0]?.BYTES_PER_ELEMENT;
    const areAlike = chunks.every((chunk) => chunk.BYTES_PER_ELEMENT === width);
    if (areAlike && width === 1) pickBytes(chunks, this.bits, places, into);
    else if (areAlike && width === 4) pickHundredths(chunks, this.bits, places, into);
    else pickAny(chunks, this.bits, places, into);
  }

  /** Leaves the first chunks alone. */
  cut(chunks: number): void {
    for (const chunk of this.#chunks.slice(chunks)) this.#bytes -= chunk.byteLength;
    this.#chunks.splice(chunks);
  }

  #push(chunk: Chunk): void {
    this.#chunks.push(chunk);
    this.#bytes += chunk.byteLength;
  }
}

function asBytes(values: Float64Array): Uint8Array | null {
  const bytes = new Uint8Array(values.length);
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? 0;
    if (Number.isNaN(value)) bytes[index] = blankByte;
    else if (value < blankByte && Object.is(value, value & 0xff)) bytes[index] = value;
    else return null;
  }
  return bytes;
}

function asHundredths(values: Float64Array): Int32Array | null {
  const hundredths = new Int32Array(values.length);
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? 0;
    const whole = Math.round(value * 100) | 0;
    if (Number.isNaN(value)) hundredths[index] = blankInt;
    else if (whole !== blankInt && Object.is(whole / 100, value)) hundredths[index] = whole;
    else return null;
  }
  return hundredths;
}

// Nearly always the chunks of a column are alike. Each kind has a loop of its own, which is compiled for its arrays alone.

function pickBytes(chunks: readonly Chunk[], bits: number, places: Int32Array, into: Float64Array): void {
  const mask = (1 << bits) - 1;
  for (let index = 0; index < places.length; index++) {
    const place = places[index] ?? 0;
    const value = chunks[place >>> bits]?.[place & mask] ?? 0;
    into[index] = value === blankByte ? NaN : value;
  }
}

function pickHundredths(chunks: readonly Chunk[], bits: number, places: Int32Array, into: Float64Array): void {
  const mask = (1 << bits) - 1;
  for (let index = 0; index < places.length; index++) {
    const place = places[index] ?? 0;
    const value = chunks[place >>> bits]?.[place & mask] ?? 0;
    into[index] = value === blankInt ? NaN : value / 100;
  }
}

function pickAny(chunks: readonly Chunk[], bits: number, places: Int32Array, into: Float64Array): void {
  const mask = (1 << bits) - 1;
  for (let index = 0; index < places.length; index++) {
    const place = places[index] ?? 0;
    const chunk = chunks[place >>> bits];
    const value = chunk?.[place & mask] ?? 0;
    if (chunk instanceof Uint8Array) into[index] = value === blankByte ? NaN : value;
    else if (chunk instanceof Int32Array) into[index] = value === blankInt ? NaN : value / 100;
    else into[index] = value;
  }
}
