/**
 * What was read of a text, remembered: charge files repeat the same few dates, codes and units a million times. Bounded,
 * so that a column in which every cell differs costs time and not memory.
 */
import { ownText } from "./texts.js";

/** Reads through a bounded memory. */
export class Memo<T> {
  readonly #known = new Map<string, T>();

  constructor(private readonly read: (text: string) => T) {}

  get(text: string): T {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const value = this.read(text);
    // Nothing that repeats is so long.
    if (text.length > 200) return value;
    if (this.#known.size >= 1 << 16) this.#known.clear();
    this.#known.set(ownText(text), value);
    return value;
  }
}
