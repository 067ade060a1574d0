/**
 * All lines that were read, in few bytes each: whenever enough of them are in the columns into which files are read, these
 * are packed as a chunk, and the columns go on from their beginning. The dictionaries stay where they are.
 */
import { noDate } from "@edict/rulebook";
import type { GrowingInts, GrowingNumbers } from "../columns/growing.js";
import type { OwnTexts } from "../columns/own-texts.js";
import { dropFirst } from "../lines/batch-lines.js";
import type { LineStore } from "../lines/line-store.js";
import { levelColumns, storesOf } from "../lines/line-store.js";
import { PackedInts } from "./packed-ints.js";
import { PackedNumbers } from "./packed-numbers.js";
import { PackedTexts } from "./packed-texts.js";
import { noBytes } from "../columns/text-places.js";

/** How far the lines were. */
export interface PackedState {
  readonly chunks: number;
  /** The lines that were not packed yet. */
  readonly rest: number;
}

/** A chunk has about as many lines as a batch. */
export function bitsOfChunk(linesOfBatch: number): number {
  return Math.max(0, Math.ceil(Math.log2(linesOfBatch)));
}

export class PackedLines {
  readonly #ints = new Map<GrowingInts, PackedInts>();
  readonly #numbers = new Map<GrowingNumbers, PackedNumbers>();
  readonly #texts = new Map<OwnTexts, PackedTexts>();
  /** What stood in the cells of credits, by the place of the line. */
  readonly creditCells = new Map<number, string>();
  #chunks = 0;
  /** Lines that are packed. */
  count = 0;

  /** A chunk has 2 to the power `bits` lines, but for the last one. */
  constructor(
    readonly lines: LineStore,
    readonly bits: number,
  ) {}

  /** Packs what makes whole chunks. */
  take(): void {
    const size = 1 << this.bits;
    if (this.lines.row.length < size) return;
    levelColumns(this.lines);
    while (this.lines.row.length >= size) this.#pack(size);
  }

  /** Packs what is left; no more lines come until all are cleared. */
  end(): void {
    this.take();
    levelColumns(this.lines);
    // Without a line that is left, this makes the columns of a file of which no row is a line.
    this.#pack(this.lines.row.length);
  }

  /** Forgets all lines. */
  clear(): void {
    this.#cut(0);
    this.count = 0;
    this.creditCells.clear();
  }

  /** Bytes of memory that the packed lines take. */
  get bytes(): number {
    let bytes = 0;
    for (const columns of [this.#ints, this.#numbers, this.#texts])
      for (const column of columns.values()) bytes += column.bytes;
    return bytes;
  }

  ints(column: GrowingInts): PackedInts {
    return known(this.#ints, column);
  }

  numbers(column: GrowingNumbers): PackedNumbers {
    return known(this.#numbers, column);
  }

  texts(column: OwnTexts): PackedTexts {
    return known(this.#texts, column);
  }

  /** How far the lines are. */
  state(): PackedState {
    return { chunks: this.#chunks, rest: this.lines.row.length };
  }

  /** Lines as they were, for a file that is begun again; those that were not packed then are in the columns again. */
  goBack({ chunks, rest }: PackedState): void {
    const { lines } = this;
    if (this.#chunks === chunks) return;
    const first = chunks << this.bits;
    const places = Int32Array.from({ length: rest }, (_, line) => first + line);
    for (const [column, packed] of this.#ints) packed.pickInto(places, column.room(rest));
    for (const [column, packed] of this.#numbers) packed.pickInto(places, column.room(rest));
    const found = { source: noBytes, start: 0, end: 0 };
    for (const [column, packed] of this.#texts) {
      column.cut(0);
      for (const place of places) {
        packed.find(place, found);
        column.push(found.source, found.start, found.end);
      }
    }
    lines.creditCells.clear();
    for (const [place, cell] of this.creditCells) {
      if (place < first) continue;
      this.creditCells.delete(place);
      if (place < first + rest) lines.creditCells.set(place - first, cell);
    }
    this.#cut(chunks);
    this.count = first;
  }

  #pack(size: number): void {
    const { lines } = this;
    this.#intsOf(lines.file, 0).add(lines.file.all().subarray(0, size));
    this.#intsOf(lines.row, 0).add(lines.row.all().subarray(0, size));
    for (const store of storesOf(lines)) {
      switch (store.kind) {
        case "text":
        case "list":
          this.#intsOf(store.ids, -1).add(store.ids.all().subarray(0, size));
          break;
        case "date":
          this.#intsOf(store.days, noDate).add(store.days.all().subarray(0, size));
          break;
        case "number":
          this.#numbersOf(store.values).add(store.values.all().subarray(0, size));
          break;
        case "own-text":
          this.#textsOf(store.texts).add(store.texts, size);
          break;
      }
    }
    for (const [line, cell] of lines.creditCells) {
      if (line < size) this.creditCells.set(this.count + line, cell);
    }
    dropFirst(lines, size);
    this.#chunks++;
    this.count += size;
  }

  // A column that all files before lack has blanks for their lines.

  #intsOf(column: GrowingInts, otherwise: number): PackedInts {
    const known = this.#ints.get(column);
    if (known !== undefined) return known;
    const packed = new PackedInts(this.bits);
    packed.addAlike(this.#chunks, otherwise);
    this.#ints.set(column, packed);
    return packed;
  }

  #numbersOf(column: GrowingNumbers): PackedNumbers {
    const known = this.#numbers.get(column);
    if (known !== undefined) return known;
    const packed = new PackedNumbers(this.bits);
    packed.addBlanks(this.#chunks);
    this.#numbers.set(column, packed);
    return packed;
  }

  #textsOf(column: OwnTexts): PackedTexts {
    const known = this.#texts.get(column);
    if (known !== undefined) return known;
    const packed = new PackedTexts(this.bits);
    packed.addBlanks(this.#chunks);
    this.#texts.set(column, packed);
    return packed;
  }

  #cut(chunks: number): void {
    for (const columns of [this.#ints, this.#numbers, this.#texts])
      for (const column of columns.values()) column.cut(chunks);
    this.#chunks = chunks;
  }
}

function known<K, V>(columns: ReadonlyMap<K, V>, column: K): V {
  const packed = columns.get(column);
  if (packed === undefined) throw new Error("a column that lines were read into is packed with them");
  return packed;
}
