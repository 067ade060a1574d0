/** Lines of CSV as bytes, gathered into large pieces: a table of millions of rows is never made of millions of texts. */
import { noDate } from "@edict/rulebook";
import { dayText } from "./cells.js";

const size = 1 << 20;
/** No line of a table is longer. */
const longestLine = 1 << 10;

const comma = 44;
const lineFeed = 10;
const zero = 48;

export class LineBytes {
  #bytes = new Uint8Array(size);
  #length = 0;
  #isFirst = true;

  get isFull(): boolean {
    return this.#length > size - longestLine;
  }

  /** The next cell of the line; it is blank where there is no text. */
  cell(text: Uint8Array | undefined): void {
    this.#separate();
    if (text === undefined) return;
    const bytes = this.#bytes;
    for (let at = 0; at < text.length; at++) bytes[this.#length + at] = text[at] ?? 0;
    this.#length += text.length;
  }

  /** A number of one digit as the next cell. */
  digit(number: number): void {
    this.#separate();
    this.#bytes[this.#length++] = zero + number;
  }

  end(): void {
    this.#bytes[this.#length++] = lineFeed;
    this.#isFirst = true;
  }

  /** What was gathered; nothing else may be kept of it once more is added. */
  take(): Uint8Array {
    const piece = this.#bytes.subarray(0, this.#length);
    this.#length = 0;
    return piece;
  }

  #separate(): void {
    if (!this.#isFirst) this.#bytes[this.#length++] = comma;
    this.#isFirst = false;
  }
}

/** Days around 1970 by their places: nearly all days of tables are in this century and the last. */
const before = 40_000;
const after = 60_000;

/** Days as a table has them, as bytes. */
export class DayBytes {
  readonly #places = new Int32Array(before + after).fill(-1);
  readonly #known: Uint8Array[] = [];

  of(day: number): Uint8Array | undefined {
    if (day === noDate) return undefined;
    const place = day + before;
    if (place < 0 || place >= before + after) return Buffer.from(dayText(day));
    const known = this.#known[this.#places[place] ?? -1];
    if (known !== undefined) return known;
    const bytes = Buffer.from(dayText(day));
    this.#places[place] = this.#known.push(bytes) - 1;
    return bytes;
  }
}
