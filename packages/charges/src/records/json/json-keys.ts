/**
 * The keys of a file of JSON lines. Each has a number; those of the file's columns come first. Behind each key it is
 * remembered which came next and the bytes up to its value, since nearly every line of a file is written as the one
 * before: then a member is told by comparing a few words.
 */
import { padding } from "../record-batch.js";

/** What becomes of a key's values: they are read as a cell, or as a list of cells, or nobody reads them. */
export type UseOfColumn = "cell" | "list" | "ignored";

/** Keys that nobody reads are not remembered beyond so many. */
const mostIgnored = 200;

/** A longer gap is not remembered: key, quotes, colon and white space. */
const longestGap = 512;

const keepOf = Int32Array.of(0, 0xff, 0xffff, 0xffffff);

/** Keys by their numbers. */
export class JsonKeys {
  /** The bytes before the value of the member that is likely to follow each key, and before the first: key -1 at place 0. */
  readonly #gaps: (Gap | undefined)[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #uses: UseOfColumn[] = [];
  #ignored = 0;

  /** How many there are. */
  get count(): number {
    return this.#uses.length;
  }

  /** The number of a key; -1 where it is not known. */
  numberOf(key: string): number {
    return this.#numbers.get(key) ?? -1;
  }

  /** Adds a key; -1 where nobody reads it and there are many of that kind. */
  add(key: string, use: UseOfColumn): number {
    if (use === "ignored" && ++this.#ignored > mostIgnored) return -1;
    this.#numbers.set(key, this.#uses.length);
    return this.#uses.push(use) - 1;
  }

  useOf(key: number): UseOfColumn {
    return this.#uses[key] ?? "ignored";
  }

  setUse(key: number, use: UseOfColumn): void {
    this.#uses[key] = use;
  }

  /** The keys in the order of their numbers. */
  names(): string[] {
    return [...this.#numbers.keys()];
  }

  /** The gap that is likely to stand behind the value of a key; -1: at the beginning of a line. */
  gapBehind(key: number): Gap | undefined {
    return this.#gaps[key + 1];
  }

  /** Remembers the bytes from `start` up to a value as the gap behind a key. */
  learn(behind: number, bytes: Uint8Array, start: number, end: number, key: number): void {
    const length = end - start;
    if (length > longestGap) return;
    const copy = new Uint8Array(length + padding);
    copy.set(bytes.subarray(start, end));
    this.#gaps[behind + 1] = { key, length, words: new DataView(copy.buffer) };
  }
}

/** Bytes between two values. */
export interface Gap {
  /** The key in it. */
  readonly key: number;
  readonly length: number;
  readonly words: DataView;
}

/** True where the bytes at a place are those of the gap. */
export function standsAt(gap: Gap, words: DataView, start: number): boolean {
  const { length } = gap;
  const whole = length & ~3;
  for (let at = 0; at < whole; at += 4) {
    if (gap.words.getInt32(at, true) !== words.getInt32(start + at, true)) return false;
  }
  const mask = keepOf[length - whole] ?? 0;
  return ((gap.words.getInt32(whole, true) ^ words.getInt32(start + whole, true)) & mask) === 0;
}
