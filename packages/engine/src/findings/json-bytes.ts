/**
 * JSON as bytes in a buffer that grows: what `JSON.stringify` would write, put together from pieces. A piece that comes
 * again and again is rendered once; a text without anything to escape is copied character by character.
 */
import type { TextColumn } from "@edict/rulebook";
import { textAt } from "@edict/rulebook";
import { isPlainCharacter, putUtf8 } from "./utf8.js";

/**
 * A piece of JSON, ready to be copied eight bytes at a time, with zeros behind its last byte. Eight bytes of UTF-8 are a
 * number whichever they are: one that is none would be a byte of 0xf0 or more and then 0x7f or 0xff, and the first of
 * these is only ever followed by a byte of 0x80 to 0xbf.
 */
export interface Piece {
  readonly words: Float64Array;
  /** In bytes. */
  readonly length: number;
}

/** UTF-8 of a text that has no half of a pair of surrogates; `JSON.stringify` leaves none. */
export function piece(text: string): Piece {
  const bytes = new Uint8Array(text.length * 3 + wordLength);
  const length = putUtf8(bytes, 0, text);
  const words = new Float64Array(Math.ceil(length / wordLength));
  const view = new DataView(bytes.buffer);
  for (let word = 0; word < words.length; word++) words[word] = view.getFloat64(word * wordLength, true);
  return { words, length };
}

/** Bytes of a word of a piece. */
const wordLength = 8;

/** A value as `JSON.stringify` writes it; a text without its quotes where it stands within another. */
export function valuePiece(value: unknown): Piece {
  return piece(JSON.stringify(value));
}

export function innerPiece(text: string): Piece {
  return piece(JSON.stringify(text).slice(1, -1));
}

/** Up to so many bytes a loop copies faster than a call. */
const shortest = 64;

export class JsonBytes {
  bytes: Uint8Array<ArrayBuffer>;
  /** How many are written. */
  length = 0;
  private words: DataView;

  constructor(capacity: number) {
    this.bytes = new Uint8Array(capacity);
    this.words = new DataView(this.bytes.buffer);
  }

  put(piece: Piece): void {
    this.putWords(piece.words, 0, piece.length);
  }

  /** Writes a piece that begins at a place of some words. What is written beyond it is written over by the next one. */
  putWords(from: Float64Array, start: number, length: number): void {
    if (this.length + length + wordLength > this.bytes.length) this.grow(length + wordLength);
    const { words } = this;
    const end = this.length + length;
    for (let at = start, to = this.length; to < end; at++, to += wordLength) words.setFloat64(to, from[at] ?? 0, true);
    this.length = end;
  }

  /** Writes once more what stands at `from` up to `to`. */
  again(from: number, to: number): void {
    const length = to - from;
    if (this.length + length + wordLength > this.bytes.length) this.grow(length + wordLength);
    if (length > shortest) this.bytes.copyWithin(this.length, from, to);
    else {
      const { words } = this;
      const further = this.length - from;
      // Whole numbers, since what stands beyond the end may be anything.
      for (let at = from; at < to; at += 4) words.setInt32(at + further, words.getInt32(at));
    }
    this.length += length;
  }

  /** A text in quotes. */
  text(text: string): void {
    this.byte(quote);
    this.inner(text);
    this.byte(quote);
  }

  /** The text of a line of a column in quotes; false where it is blank, and nothing is written. */
  textOf(column: TextColumn, line: number): boolean {
    const start = this.length;
    this.byte(quote);
    const end = column.copyPlain?.(line, this.bytes, this.length) ?? -1;
    if (end >= 0) {
      this.length = end;
      this.byte(quote);
      return true;
    }
    this.length = start;
    const text = textAt(column, line);
    if (text === null) return false;
    this.text(text);
    return true;
  }

  /** A text as it stands within quotes. */
  inner(text: string): void {
    const count = text.length;
    if (this.length + count > this.bytes.length) this.grow(count);
    const { bytes, length } = this;
    for (let at = 0; at < count; at++) {
      const character = text.charCodeAt(at);
      if (!isPlainCharacter(character)) {
        this.put(innerPiece(text));
        return;
      }
      bytes[length + at] = character;
    }
    this.length = length + count;
  }

  /** A number as JSON has it; one that is none or without end is null there. */
  number(value: number): void {
    if (this.length + 32 > this.bytes.length) this.grow(32);
    if (Number.isNaN(value)) {
      this.put(nullPiece);
      return;
    }
    if (Number.isInteger(value) && value >= 0 && value < 1e9) {
      this.digits(value);
      return;
    }
    // Two digits behind the point: a number of up to fifteen digits has no shorter form than itself.
    const hundredths = Math.round(value * 100);
    if (hundredths > 0 && hundredths < 1e9 && hundredths / 100 === value) {
      const whole = Math.floor(hundredths / 100);
      const behind = hundredths - whole * 100;
      this.digits(whole);
      this.byte(point);
      this.byte(zero + Math.floor(behind / 10));
      if (behind % 10 !== 0) this.byte(zero + (behind % 10));
      return;
    }
    this.inner(Number.isFinite(value) ? String(value) : "null");
  }

  /** NaN stands for null too: it is the blank of a column of numbers. */
  numberOrNull(value: number | null): void {
    this.number(value ?? NaN);
  }

  byte(byte: number): void {
    if (this.length === this.bytes.length) this.grow(1);
    this.bytes[this.length] = byte;
    this.length += 1;
  }

  private digits(value: number): void {
    const { bytes } = this;
    let count = 1;
    for (let most = 10; value >= most; most *= 10) count += 1;
    // Below a milliard: whole numbers of 32 bits, whose division by ten is a multiplication.
    let left = value | 0;
    for (let at = this.length + count - 1; at >= this.length; at--) {
      const tenth = (left / 10) | 0;
      bytes[at] = zero + left - tenth * 10;
      left = tenth;
    }
    this.length += count;
  }

  private grow(more: number): void {
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    larger.set(this.bytes);
    this.bytes = larger;
    this.words = new DataView(larger.buffer);
  }
}

const nullPiece = piece("null");
const quote = 0x22;
const point = 0x2e;
const zero = 0x30;
