/**
 * Texts of which hardly any stands twice, such as a line's own number: of each line the bytes, one after another, and no
 * text until somebody asks. Whoever compares lines by them makes the ids and texts of all, once.
 */
import type { TextColumn } from "@edict/rulebook";
import type { Bytes } from "../records/record-batch.js";
import { padding } from "../records/record-batch.js";
import type { TextPlace } from "./text-places.js";
import { columnOfPlaces } from "./text-places.js";

/**
 * 2 to this power lines share a base, from which the ends of their texts are counted. No row is longer than some five
 * megabytes, so that a whole number of 32 bits is enough.
 */
const stretch = 9;

/** Of each line its text, blanks around it included. */
export class OwnTexts {
  length = 0;
  #bytes = new Uint8Array(1 << 12);
  #words = new DataView(this.#bytes.buffer);
  #used = 0;
  #ends = new Uint32Array(1 << 10);
  readonly #bases: number[] = [];

  /** How many bytes all texts have together. */
  get bytes(): number {
    return this.#used;
  }

  /** Adds the text of a line; none where it is blank. */
  push(source: Bytes, start: number, end: number): void {
    const { length } = this;
    if (this.#used + end - start + padding > this.#bytes.length) this.#growBytes(this.#used + end - start + padding);
    if (length === this.#ends.length) this.#growEnds(length * 2);
    if (length >> stretch === this.#bases.length) this.#bases.push(this.#used);
    const { words } = source;
    // Word by word: what is written beyond the text is written over by the next one.
    for (let at = start, to = this.#used; at < end; at += 4, to += 4) this.#words.setInt32(to, words.getInt32(at));
    this.#used += end - start;
    this.#ends[length] = this.#used - (this.#bases[length >> stretch] ?? 0);
    this.length = length + 1;
  }

  /** Adds the texts of some lines, which stand one behind another; `ends` says where each ends. */
  append(texts: Uint8Array, ends: Int32Array): void {
    const { length } = this;
    const used = this.#used;
    const count = ends.length;
    if (used + texts.length + padding > this.#bytes.length) this.#growBytes(used + texts.length + padding);
    if (length + count > this.#ends.length) this.#growEnds(Math.max(length + count, this.#ends.length * 2));
    this.#bytes.set(texts, used);
    const own = this.#ends;
    // Stretch by stretch, so that all that is done for a line is one sum.
    for (let index = 0; index < count;) {
      const next = ((length + index) >> stretch) + 1;
      if (next > this.#bases.length) this.#bases.push(used + (ends[index - 1] ?? 0));
      const shift = used - (this.#bases[next - 1] ?? 0);
      const stop = Math.min(count, (next << stretch) - length);
      for (; index < stop; index++) own[length + index] = shift + (ends[index] ?? 0);
    }
    this.#used = used + texts.length;
    this.length = length + count;
  }

  /** Makes room for the texts of so many lines. */
  reserve(length: number): void {
    if (length > this.#ends.length) this.#growEnds(length);
  }

  /** Adds lines without a text until there are so many. */
  fillTo(length: number): void {
    const source = this.#source();
    while (this.length < length) this.push(source, 0, 0);
  }

  /** Takes the texts of the last lines away: so many are left. */
  cut(length: number): void {
    this.#used = this.end(length - 1);
    this.#bases.length = (length + (1 << stretch) - 1) >> stretch;
    this.length = length;
  }

  /** Takes the texts of the first lines away; the others move to the front. */
  drop(count: number): void {
    const start = this.end(count - 1);
    const ends = Array.from({ length: this.length - count }, (_, line) => this.end(count + line) - start);
    this.#bytes.copyWithin(0, start, this.#used);
    this.#used -= start;
    this.#bases.length = 0;
    this.length = ends.length;
    for (const [line, end] of ends.entries()) {
      if (line >> stretch === this.#bases.length) this.#bases.push(ends[line - 1] ?? 0);
      this.#ends[line] = end - (this.#bases[line >> stretch] ?? 0);
    }
  }

  /** The texts at some places, null: all, in their order. */
  column(places: Int32Array | null): TextColumn {
    const source = this.#source();
    const find = (line: number, found: TextPlace): void => {
      const place = places === null ? line : (places[line] ?? 0);
      found.source = source;
      found.start = this.end(place - 1);
      found.end = this.end(place);
    };
    if (places !== null) return columnOfPlaces(places.length, find);
    return columnOfPlaces(this.length, find, (from, to, into, at, where) =>
      this.#copyTexts(source, from, to, into, at, where),
    );
  }

  #copyTexts({ bytes }: Bytes, from: number, to: number, into: Uint8Array, at: number, ends: Int32Array): number {
    const start = this.end(from - 1);
    const further = at - start;
    const end = this.end(to - 1) + further;
    if (end > into.length) return -1;
    into.set(bytes.subarray(start, end - further), at);
    const own = this.#ends;
    for (let line = from, place = 0; line < to;) {
      const base = (this.#bases[line >> stretch] ?? 0) + further;
      const last = Math.min(to, ((line >> stretch) + 1) << stretch);
      for (; line < last; line++, place++) ends[place] = (own[line] ?? 0) + base;
    }
    return end;
  }

  /** The bytes of the first texts. */
  heldBytes(count: number): Uint8Array {
    return this.#bytes.subarray(0, this.end(count - 1));
  }

  /** Where the text of the line at a place ends, which is where the next one starts. */
  end(place: number): number {
    return place < 0 ? 0 : (this.#bases[place >> stretch] ?? 0) + (this.#ends[place] ?? 0);
  }

  /** Twice as much room, or as much as all lines that are expected will need if their texts are as long as these. */
  #growBytes(needed: number): void {
    const expected = this.length < 1000 ? 0 : Math.ceil((this.#used / this.length) * this.#ends.length * 1.05);
    const larger = new Uint8Array(Math.max(needed * 2, Math.min(expected, needed * 16)));
    larger.set(this.#bytes.subarray(0, this.#used));
    this.#bytes = larger;
    this.#words = new DataView(larger.buffer);
  }

  #growEnds(length: number): void {
    const larger = new Uint32Array(length);
    larger.set(this.#ends);
    this.#ends = larger;
  }

  #source(): Bytes {
    return { bytes: this.#bytes, words: this.#words };
  }
}
