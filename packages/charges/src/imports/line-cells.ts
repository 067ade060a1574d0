/**
 * The lines of a text as bytes of UTF-8, one at a time, and the cells of each by their places: no text is made of a cell
 * that is read where it stands.
 */

/** A line with more cells is no row of a published table. */
const most = 64;
/** Nor is one that is longer. */
const longest = 1 << 16;

const lineFeed = 10;
const carriageReturn = 13;
const quote = 34;

export class LineCells {
  #bytes = Buffer.alloc(1 << 21);
  /** What was added and not yet cut. */
  #from = 0;
  #to = 0;
  #start = 0;
  #end = 0;
  /** Cell `n` goes from behind `#bounds[n]` up to `#bounds[n + 1]`. */
  readonly #bounds = new Int32Array(most + 1);
  /** How many cells there are. */
  count = 0;
  /** False where a quote stands in the line, or where it is longer than any row is: then its cells are not known here. */
  plain = false;

  /** The bytes in which places are. */
  get bytes(): Uint8Array {
    return this.#bytes;
  }

  /** How many bytes wait to be cut. */
  get waiting(): number {
    return this.#to - this.#from;
  }

  /** Puts a piece behind what waits. */
  add(piece: Uint8Array): void {
    const { waiting } = this;
    if (waiting + piece.length <= this.#bytes.length) this.#bytes.copyWithin(0, this.#from, this.#to);
    else {
      const larger = Buffer.alloc((waiting + piece.length) * 2);
      this.#bytes.copy(larger, 0, this.#from, this.#to);
      this.#bytes = larger;
    }
    this.#bytes.set(piece, waiting);
    this.#from = 0;
    this.#to = waiting + piece.length;
  }

  /** The beginning of what waits. */
  beginning(length: number): string {
    return this.textAt(this.#from, Math.min(this.#from + length, this.#to));
  }

  /** Cuts the next line; answers false where no whole one waits. */
  cut(separator: number): boolean {
    const bytes = this.#bytes;
    const bounds = this.#bounds;
    const start = this.#from;
    const to = this.#to;
    let count = 0;
    let quoted = false;
    bounds[0] = start - 1;
    for (let at = start; at < to; at++) {
      const byte = bytes[at] ?? 0;
      // Letters, which most are, are none of these.
      if (byte > quote && byte !== separator) continue;
      if (byte === separator) {
        count++;
        if (count < most) bounds[count] = at;
      } else if (byte === quote) quoted = true;
      else if (byte === lineFeed || byte === carriageReturn) {
        const isOne = byte === lineFeed || bytes[at + 1] !== lineFeed;
        // It may be half of a break whose other half comes in the next piece.
        if (byte === carriageReturn && at + 1 === to) return false;
        count++;
        if (count <= most) bounds[count] = at;
        this.count = count;
        this.plain = !quoted && count <= most && at - start < longest;
        this.#start = start;
        this.#end = at;
        this.#from = isOne ? at + 1 : at + 2;
        return true;
      }
    }
    return false;
  }

  /** The line that was cut. */
  line(): string {
    return this.textAt(this.#start, this.#end);
  }

  /** What waits at the end of the text, which has no break or half of one; blank where nothing does. */
  rest(): string {
    const text = this.textAt(this.#from, this.#to);
    this.#from = this.#to;
    return text.endsWith("\r") ? text.slice(0, -1) : text;
  }

  /** Where a cell begins. */
  start(cell: number): number {
    return (this.#bounds[cell] ?? 0) + 1;
  }

  /** Where a cell ends; where it begins, for one behind the last. */
  end(cell: number): number {
    return cell < this.count ? (this.#bounds[cell + 1] ?? 0) : this.start(cell);
  }

  /** A text between two places. */
  textAt(start: number, end: number): string {
    return this.#bytes.toString("utf8", start, end);
  }
}
