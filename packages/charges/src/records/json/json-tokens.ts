/**
 * The tokens of JSON in bytes of UTF-8: where a text, a number, a word, a list or an object ends, and whether it is as
 * RFC 8259 has it. Nothing is made of them. It relies on a line feed behind the last byte, which no token holds: so no loop
 * needs a second condition, and a token that is cut off there is wrong at that very place.
 */

const quote = 34;
const comma = 44;
const minus = 45;
const point = 46;
const colon = 58;
const openList = 91;
const backslash = 92;
const closeList = 93;
const openObject = 123;
const closeObject = 125;

/** Four bytes of 1, of the double quote, of the backslash, of the space, and of their highest bits. */
const ones = 0x01010101;
const quotes = 0x22222222;
const backslashes = 0x5c5c5c5c;
const spaces = 0x20202020;
const highest = 0x80808080 | 0;

/** The answer where a token is not as it should be. */
export const wrong = -1;

/** Reads the tokens of the bytes that are put into it; every function answers where its token ends, or `wrong`. */
export class JsonTokens {
  bytes = new Uint8Array(0);
  words = new DataView(this.bytes.buffer);
  /** Where the token that was wrong stopped being right. */
  wrongAt = 0;
  /** True where the last text has a backslash in it. */
  escaped = false;
  /** True where the last number has a point in it. */
  pointed = false;

  /** True for what stands open at each depth, where that is an object. */
  readonly #isObject: boolean[] = [];

  /** Behind white space; a line feed is none, since it ends the line. */
  space(start: number): number {
    const { bytes } = this;
    let at = start;
    while (bytes[at] === 32 || bytes[at] === 9 || bytes[at] === 13) at++;
    return at;
  }

  /** A text, whose opening quote is at `start`. */
  text(start: number): number {
    const { bytes, words } = this;
    this.escaped = false;
    if (bytes[start] !== quote) return this.#fail(start);
    let at = start + 1;
    for (;;) {
      // Four bytes at a time: a byte's highest bit stays in `found` where the byte is a quote, a backslash or lower than a
      // space. Of several such bytes the first is told exactly.
      let found = 0;
      for (; ; at += 4) {
        const word = words.getInt32(at, true);
        const other = word ^ quotes;
        const another = word ^ backslashes;
        found =
          ((((other - ones) | 0) & ~other) | (((another - ones) | 0) & ~another) | (((word - spaces) | 0) & ~word)) &
          highest;
        if (found !== 0) break;
      }
      at += (31 - Math.clz32(found & -found)) >> 3;
      const byte = bytes[at] ?? 0;
      if (byte === quote) return at + 1;
      if (byte !== backslash) return this.#fail(at);
      this.escaped = true;
      at = this.#escape(at + 1);
      if (at === wrong) return wrong;
    }
  }

  #escape(start: number): number {
    const { bytes } = this;
    switch (bytes[start]) {
      case quote:
      case backslash:
      case 47: // The solidus.
      case 98: // The letters of \b, \f, \n, \r and \t.
      case 102:
      case 110:
      case 114:
      case 116:
        return start + 1;
      case 117: // A `u`, and four digits behind it.
        for (let at = start + 1; at < start + 5; at++) if (hexDigit(bytes[at] ?? 0) < 0) return this.#fail(at);
        return start + 5;
      default:
        return this.#fail(start);
    }
  }

  /** A number. */
  number(start: number): number {
    const { bytes } = this;
    this.pointed = false;
    let at = bytes[start] === minus ? start + 1 : start;
    if (bytes[at] === 48) {
      at++;
    } else {
      const digits = at;
      at = this.#digits(at);
      if (at === digits) return this.#fail(at);
    }
    if (bytes[at] === point) {
      this.pointed = true;
      const digits = at + 1;
      at = this.#digits(digits);
      if (at === digits) return this.#fail(at);
    }
    if (((bytes[at] ?? 0) | 32) === 101) {
      at++;
      if (bytes[at] === 43 || bytes[at] === minus) at++;
      const digits = at;
      at = this.#digits(at);
      if (at === digits) return this.#fail(at);
    }
    return at;
  }

  #digits(start: number): number {
    const { bytes } = this;
    let at = start;
    for (let digit = (bytes[at] ?? 0) - 48; digit >= 0 && digit <= 9; digit = (bytes[at] ?? 0) - 48) at++;
    return at;
  }

  /** `true`, `false` or `null`. */
  word(start: number): number {
    const { bytes } = this;
    const expected = bytes[start] === 116 ? "true" : bytes[start] === 102 ? "false" : "null";
    for (let index = 0; index < expected.length; index++) {
      if (bytes[start + index] !== expected.charCodeAt(index)) return this.#fail(start + index);
    }
    return start + expected.length;
  }

  /** A list or an object, whatever it holds and however deep. */
  composite(start: number): number {
    const { bytes } = this;
    const isObject = this.#isObject;
    isObject.length = 0;
    let at = start;
    for (;;) {
      const byte = bytes[at] ?? 0;
      if (byte === openObject || byte === openList) {
        isObject.push(byte === openObject);
        at = this.space(at + 1);
        if (bytes[at] !== (byte === openObject ? closeObject : closeList)) {
          if (byte === openObject) at = this.key(at);
          if (at === wrong) return wrong;
          continue;
        }
        isObject.pop();
        at++;
      } else {
        at = this.#scalar(at);
        if (at === wrong) return wrong;
      }
      // Behind a value: what stands open goes on, or is closed, until none is open.
      for (;;) {
        const inObject = isObject.at(-1);
        if (inObject === undefined) return at;
        at = this.space(at);
        if (bytes[at] === comma) {
          at = this.space(at + 1);
          if (inObject) at = this.key(at);
          if (at === wrong) return wrong;
          break;
        }
        if (bytes[at] !== (inObject ? closeObject : closeList)) return this.#fail(at);
        isObject.pop();
        at++;
      }
    }
  }

  /** The name of a member, its colon and the white space around that: up to the member's value. */
  key(start: number): number {
    const end = this.text(start);
    if (end === wrong) return wrong;
    const at = this.space(end);
    return this.bytes[at] === colon ? this.space(at + 1) : this.#fail(at);
  }

  #scalar(at: number): number {
    const byte = this.bytes[at] ?? 0;
    if (byte === quote) return this.text(at);
    return byte === minus || (byte >= 48 && byte <= 57) ? this.number(at) : this.word(at);
  }

  #fail(at: number): number {
    this.wrongAt = at;
    return wrong;
  }
}

/** What a digit of a hexadecimal number is worth; -1 where it is none. */
export function hexDigit(byte: number): number {
  if (byte >= 48 && byte <= 57) return byte - 48;
  const letter = byte | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}
