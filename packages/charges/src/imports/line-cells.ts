/**
 * The cells of one line of a text by their places: no text is made of a cell that is read where it stands. Places are
 * those of the text's signs, and of its bytes, since only texts of ASCII are cut here.
 */

/** A line with more cells is no row of a published table. */
const most = 64;
/** Nor is one that is longer. */
const longest = 1 << 16;

const lineFeed = 10;
const quote = 34;

export class LineCells {
  #text = "";
  #bytes = new Uint8Array(1 << 16);
  #isAscii = false;
  /** How many cells there are. */
  count = 0;
  /** False where a quote stands in the line, where it is longer than any row is, or the text is not ASCII: then its cells are not known here. */
  plain = false;
  /** Cell `n` goes from behind `#bounds[n]` up to `#bounds[n + 1]`. */
  readonly #bounds = new Int32Array(most + 1);

  /** The bytes in which places are. */
  get bytes(): Uint8Array {
    return this.#bytes;
  }

  /** From here on lines are those of this text. */
  open(text: string): void {
    if (this.#bytes.length < text.length) this.#bytes = new Uint8Array(text.length);
    const { read, written } = encoder.encodeInto(text, this.#bytes);
    this.#isAscii = read === text.length && written === text.length;
    this.#text = text;
  }

  /** Cuts the line that begins at `start`; answers where it ends, -1 where the text ends first. */
  cut(start: number, separator: number): number {
    if (!this.#isAscii) {
      this.plain = false;
      return this.#text.indexOf("\n", start);
    }
    const bytes = this.#bytes;
    const bounds = this.#bounds;
    const length = this.#text.length;
    let count = 0;
    let quoted = false;
    bounds[0] = start - 1;
    for (let at = start; at < length; at++) {
      const byte = bytes[at] ?? 0;
      // Letters, which most are, are none of the three.
      if (byte > quote && byte !== separator) continue;
      if (byte === separator) {
        count++;
        if (count < most) bounds[count] = at;
      } else if (byte === quote) quoted = true;
      else if (byte === lineFeed) {
        count++;
        if (count <= most) bounds[count] = at;
        this.count = count;
        this.plain = !quoted && count <= most && at - start < longest;
        return at;
      }
    }
    return -1;
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
    return this.#text.slice(start, end);
  }
}

const encoder = new TextEncoder();
