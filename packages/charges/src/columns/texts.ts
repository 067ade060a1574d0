/** Texts interned: each different one once, known by its place. */

/** Interned texts, in the order in which they came. */
export class Texts {
  readonly #ids = new Map<string, number>();
  readonly values: string[] = [];

  idOf(text: string): number {
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    const own = ownText(text);
    this.#ids.set(own, this.values.length);
    this.values.push(own);
    return this.values.length - 1;
  }
}

/**
 * A text that keeps nothing else alive. A cell is cut out of a piece of the file, and V8 keeps the whole piece in memory
 * for as long as a cell of thirteen characters or more is kept; shorter ones are copied when they are cut.
 */
export function ownText(text: string): string {
  return text.length < 13 ? text : Buffer.from(text).toString();
}
