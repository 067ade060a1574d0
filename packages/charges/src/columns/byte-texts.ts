/** Texts interned by their bytes: each different one is made once, and known by its place. */
import type { Bytes } from "../records/record-batch.js";
import { isSpace, padding, textOf } from "../records/record-batch.js";
import { ByteKeys, bytesOf } from "./byte-keys.js";

/** Interned texts, in the order in which they came. */
export class ByteTexts {
  readonly values: string[] = [];
  readonly #keys: ByteKeys;
  readonly #scratch = bytesOf(" ".repeat(32));

  /** `before`: texts whose memory these take over. Their values stay, but nobody asks them for an id any more. */
  constructor(before: ByteTexts | null = null) {
    this.#keys = before === null ? new ByteKeys() : before.#keys;
    this.#keys.clear();
  }

  /** The id of a cell's text without the blanks around it; -1 where nothing is left. */
  idOfCell(source: Bytes, start: number, end: number): number {
    const { bytes } = source;
    let from = start;
    let to = end;
    while (from < to && isSpace(bytes[from] ?? 0)) from++;
    while (from < to && isSpace(bytes[to - 1] ?? 0)) to--;
    if (from === to) return -1;
    if ((bytes[from] ?? 0) >= 0x80 || (bytes[to - 1] ?? 0) >= 0x80) {
      // White space beyond ASCII may be there too.
      const text = textOf(bytes, from, to).trim();
      return text === "" ? -1 : this.idOf(text);
    }
    const id = this.#keys.numberOf(source, from, to);
    if (id === this.values.length) this.values.push(textOf(bytes, from, to));
    return id;
  }

  /** The id of a text. */
  idOf(text: string): number {
    const key = this.#written(text) ? { ...this.#scratch, length: text.length } : bytesOf(text);
    const id = this.#keys.numberOf(key, 0, key.length);
    if (id === this.values.length) this.values.push(text);
    return id;
  }

  /** Writes a short text of ASCII, as nearly all are, without the price of an encoder; false where it is none. */
  #written(text: string): boolean {
    const { bytes } = this.#scratch;
    if (text.length > bytes.length - padding) return false;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code >= 0x80) return false;
      bytes[at] = code;
    }
    return true;
  }
}
