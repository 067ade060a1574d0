/**
 * Finds the lines of a file of JSON lines and the values of their members in bytes, as `RecordScanner` does for text with a
 * separator: it looks at every byte once and makes nothing but keys, each when it is first seen. A line is taken up as a
 * whole: where its end is not there yet, the scanner stays at its beginning and asks for more.
 */
import { RecordPlaces } from "../record-places.js";
import { textOf } from "../record-batch.js";
import type { JsonKeys, UseOfColumn } from "./json-keys.js";
import { standsAt } from "./json-keys.js";
import { JsonTokens, wrong } from "./json-tokens.js";
import type { Unfit } from "./mend-values.js";
import { mendList, mendText, wholeEnd } from "./mend-values.js";

const lineFeed = 10;
const quote = 34;
const comma = 44;
const minus = 45;
const openList = 91;
const letterN = 110;
const openObject = 123;
const closeObject = 125;

/** What is wrong with a line: it is no object of JSON, or a key or a value in it is nothing that could be read. */
export type LineFault = "not-json" | "key-twice" | "not-a-value" | Unfit;

/** Why the scanner stopped. */
export type JsonStop = "needs-more" | "batch-full" | "fault" | "new-key";

/** Scans the bytes that are put into it. */
export class JsonScanner extends RecordPlaces {
  readonly tokens = new JsonTokens();
  /** Objects that were seen, rejected ones among them. */
  objects = 0;

  /** What is wrong with the last line, and the key whose member it is. */
  fault: LineFault | null = null;
  faultKey = -1;
  /** The key that nobody knew. */
  newKey = "";

  /** Of each key: the last line that had it, counted by `#line`. */
  #seen = new Float64Array(0);
  #line = 0;
  /** Cells of the line at hand that are not as they are meant yet: each the cell, and 1 for a text, 2 for a list. */
  readonly #toMend: number[] = [];

  constructor(
    readonly keys: JsonKeys,
    /** What becomes of the values of a key that is not known yet; null: the scanner stops for it. */
    private readonly useOfNew: (key: string) => UseOfColumn | null,
  ) {
    super();
  }

  /** Adds lines to the batch. `final`: there are no more bytes. */
  scan(final: boolean): JsonStop {
    const { tokens, end, rows } = this;
    const { bytes } = tokens;
    for (;;) {
      const start = tokens.space(this.at);
      if (start >= end) return "needs-more";
      if (bytes[start] === lineFeed) {
        this.at = start + 1;
        this.row++;
        continue;
      }
      if (this.count === rows.length) return "batch-full";
      this.fault = null;
      const stop = this.#members(start);
      if (stop === stopped) return "new-key";
      let lineEnd = stop === wrong ? tokens.wrongAt : tokens.space(stop);
      if (stop === wrong || bytes[lineEnd] !== lineFeed) {
        if (lineEnd >= end && !final) return "needs-more";
        this.fault = "not-json";
        this.faultKey = -1;
        lineEnd = bytes.indexOf(lineFeed, lineEnd);
      }
      // The line feed behind the bytes is not the file's.
      if (lineEnd >= end && !final) return "needs-more";
      this.at = Math.min(lineEnd + 1, end);
      this.row++;
      if (stop !== wrong) this.objects++;
      if (this.fault === null && this.#toMend.length > 0) this.#mend();
      if (this.fault !== null) return "fault";
      rows[this.count++] = this.row;
    }
  }

  /** The members of the object at `start`: the place behind it, `wrong` or `stopped`. */
  #members(start: number): number {
    const { tokens, keys, width, starts, ends } = this;
    const { bytes, words } = tokens;
    if (bytes[start] !== openObject) {
      tokens.wrongAt = start;
      return wrong;
    }
    if (this.#seen.length < keys.count + 1) this.#seen = new Float64Array(keys.count * 2 + 16);
    const seen = this.#seen;
    const line = ++this.#line;
    const first = this.count * width;
    if (this.#toMend.length > 0) this.#toMend.length = 0;
    let cells = 0;
    let before = -1;
    let at = start;
    for (;;) {
      let key: number;
      const gap = keys.gapBehind(before);
      if (gap !== undefined && standsAt(gap, words, at)) {
        key = gap.key;
        // More white space may stand here than in the line that the gap was learned from.
        at = tokens.space(at + gap.length);
      } else {
        // What stands here is `{` at the beginning, and behind a value what separates it from the next.
        let next = tokens.space(at);
        if (bytes[next] === closeObject && before !== -1) break;
        if (bytes[next] !== (before === -1 ? openObject : comma)) return this.#wrongAt(next);
        next = tokens.space(next + 1);
        if (bytes[next] === closeObject && before === -1) {
          at = next;
          break;
        }
        const value = tokens.key(next);
        if (value === wrong) return wrong;
        key = this.#numberOfKey(next);
        if (key === stopped) return stopped;
        if (key >= 0 && before !== unlearned) keys.learn(before, bytes, at, value, key);
        at = value;
      }
      const use = keys.useOf(key);
      const byte = bytes[at] ?? 0;
      let cellStart = at;
      let cellEnd: number;
      if (byte === quote) {
        at = tokens.text(at);
        if (at === wrong) return wrong;
        cellStart++;
        cellEnd = at - 1;
        if (tokens.escaped && key < width && use !== "ignored") this.#toMend.push(first + key, 1);
      } else if (byte === minus || (byte >= 48 && byte <= 57)) {
        at = tokens.number(at);
        if (at === wrong) return wrong;
        cellEnd = tokens.pointed ? wholeEnd(bytes, cellStart, at) : at;
      } else if (byte === openObject || byte === openList) {
        at = tokens.composite(at);
        if (at === wrong) return wrong;
        cellEnd = at;
        if (byte === openList && use === "list") this.#toMend.push(first + key, 2);
        else if (use !== "ignored") this.#find("not-a-value", key);
      } else {
        at = tokens.word(at);
        if (at === wrong) return wrong;
        cellEnd = byte === letterN ? cellStart : at;
      }
      before = key;
      if (key < 0) {
        before = unlearned;
        continue;
      }
      if (seen[key] === line) {
        if (use !== "ignored") this.#find("key-twice", key);
      } else if (key < width) {
        cells++;
        starts[first + key] = cellStart;
        ends[first + key] = cellEnd;
      }
      seen[key] = line;
    }
    if (cells < width) {
      for (let key = 0; key < width; key++) if (seen[key] !== line) starts[first + key] = ends[first + key] = 0;
    }
    return tokens.space(at) + 1;
  }

  /** The number of the key at a place, which was read before. */
  #numberOfKey(start: number): number {
    const { tokens, keys } = this;
    const { bytes } = tokens;
    const end = tokens.text(start);
    let name: string;
    if (tokens.escaped) {
      const copy = bytes.slice(start + 1, end - 1);
      const length = mendText(copy, 0, copy.length, 0);
      // A key with half of a character in it is nobody's.
      if (typeof length !== "number") return -1;
      name = textOf(copy, 0, length);
    } else {
      name = textOf(bytes, start + 1, end - 1);
    }
    const known = keys.numberOf(name);
    if (known >= 0) return known;
    const use = this.useOfNew(name);
    if (use !== null) return keys.add(name, use);
    this.newKey = name;
    return stopped;
  }

  #mend(): void {
    const { starts, ends } = this;
    const { bytes } = this.tokens;
    const toMend = this.#toMend;
    for (let index = 0; index < toMend.length; index += 2) {
      const cell = toMend[index] ?? 0;
      const start = starts[cell] ?? 0;
      const end = ends[cell] ?? 0;
      const mended = toMend[index + 1] === 1 ? mendText(bytes, start, end, start) : mendList(bytes, start, end);
      if (typeof mended !== "number") {
        this.#find(mended, cell % this.width);
        return;
      }
      ends[cell] = mended;
    }
  }

  /** The first fault of a line counts. */
  #find(fault: LineFault, key: number): void {
    if (this.fault !== null) return;
    this.fault = fault;
    this.faultKey = key;
  }

  #wrongAt(at: number): number {
    this.tokens.wrongAt = at;
    return wrong;
  }
}

/** The answer where a key is one to stop for. */
const stopped = -2;

/** Behind a key without a number no gap is learned. */
const unlearned = -3;
