/**
 * Values of JSON made into cells where they stand: a text without its backslashes, a list as its parts side by side. What is
 * written is never longer than what it is read from. The bytes are JSON, which was found out before.
 */
import { listJoint } from "../../values/lists.js";
import { hexDigit } from "./json-tokens.js";

const quote = 34;
const backslash = 92;

/** Why a value is no cell: a text with half of a character or a NUL in it, or a list that holds more than single values. */
export type Unfit = "text-unfit" | "list-nested";

/** Where the cell ends, or why it is none. */
export type Mended = number | Unfit;

const escapes: ReadonlyMap<number, number> = new Map([
  [98, 8],
  [102, 12],
  [110, 10],
  [114, 13],
  [116, 9],
]);

/** Writes the text between `start` and `end` without its escapes from `to` on. */
export function mendText(bytes: Uint8Array, start: number, end: number, to: number): Mended {
  let out = to;
  for (let at = start; at < end;) {
    const byte = bytes[at++] ?? 0;
    if (byte !== backslash) {
      bytes[out++] = byte;
      continue;
    }
    const escape = bytes[at++] ?? 0;
    if (escape !== 117) {
      bytes[out++] = escapes.get(escape) ?? escape;
      continue;
    }
    let character = fourDigits(bytes, at);
    at += 4;
    if (character >= 0xdc00 && character <= 0xdfff) return "text-unfit";
    if (character >= 0xd800 && character <= 0xdbff) {
      const isPair = at + 6 <= end && bytes[at] === backslash && bytes[at + 1] === 117;
      const low = isPair ? fourDigits(bytes, at + 2) : 0;
      if (low < 0xdc00 || low > 0xdfff) return "text-unfit";
      at += 6;
      character = 0x10000 + ((character - 0xd800) << 10) + (low - 0xdc00);
    }
    if (character === 0) return "text-unfit";
    out = writeCharacter(bytes, out, character);
  }
  return out;
}

/** Writes the parts of the list between its brackets at `start` and `end` from `start` on, a joint between them. */
export function mendList(bytes: Uint8Array, start: number, end: number): Mended {
  let out = start;
  for (let at = start + 1; at < end - 1;) {
    const byte = bytes[at] ?? 0;
    if (byte === 91 || byte === 123) return "list-nested";
    if (byte <= 32 || byte === 44) {
      at++;
      continue;
    }
    let partEnd = at + 1;
    let written: Mended;
    if (byte === quote) {
      while (bytes[partEnd] !== quote) partEnd += bytes[partEnd] === backslash ? 2 : 1;
      written = mendText(bytes, at + 1, partEnd, out);
      partEnd++;
    } else {
      while ((bytes[partEnd] ?? 0) > 32 && bytes[partEnd] !== 44 && bytes[partEnd] !== 93) partEnd++;
      // `null` is no part.
      const length = byte === 110 ? 0 : wholeEnd(bytes, at, partEnd) - at;
      bytes.copyWithin(out, at, at + length);
      written = out + length;
    }
    if (typeof written !== "number") return written;
    at = partEnd;
    // The joint takes the place of a bracket, a quote or a comma that was read already.
    if (written > out && at < end - 1) bytes[written++] = listJoint;
    out = written;
  }
  return out > start && bytes[out - 1] === listJoint ? out - 1 : out;
}

/** Where a number ends without decimals that are all zero: `12.0` is `12`. */
export function wholeEnd(bytes: Uint8Array, start: number, end: number): number {
  for (let at = end - 1; at > start; at--) {
    if (bytes[at] === 46) return at;
    if (bytes[at] !== 48) return end;
  }
  return end;
}

function fourDigits(bytes: Uint8Array, start: number): number {
  let number = 0;
  for (let at = start; at < start + 4; at++) number = number * 16 + hexDigit(bytes[at] ?? 0);
  return number;
}

function writeCharacter(bytes: Uint8Array, start: number, character: number): number {
  let at = start;
  if (character < 0x80) {
    bytes[at++] = character;
    return at;
  }
  if (character < 0x800) {
    bytes[at++] = 0xc0 | (character >> 6);
  } else {
    if (character < 0x10000) {
      bytes[at++] = 0xe0 | (character >> 12);
    } else {
      bytes[at++] = 0xf0 | (character >> 18);
      bytes[at++] = 0x80 | ((character >> 12) & 63);
    }
    bytes[at++] = 0x80 | ((character >> 6) & 63);
  }
  bytes[at++] = 0x80 | (character & 63);
  return at;
}
