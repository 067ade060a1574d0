/**
 * Cells of published tables in the form that nearly all of them have, read where they stand. Whatever is in another form
 * is not read here but by `cells.ts`, which has the say: what is read here is read there as the same.
 */
import { ownText } from "../columns/texts.js";
import { usualDates } from "../values/dates.js";
import { textCell } from "./cells.js";
import type { LineCells } from "./line-cells.js";

/** Said of a cell that is in another form. */
export const notPlain = -0x7fffffff;

const zero = 48;
const upperA = 65;
const star = 42;

/** All codes there can be, by their shapes: five digits, four and a letter, a letter and four. */
const fiveDigits = 100_000;
const endInLetter = 260_000;

/** Codes, interned by whoever is asked. */
export class PlainCodes {
  readonly #ids = new Int32Array(fiveDigits + 2 * endInLetter).fill(notPlain);

  constructor(private readonly idOf: (code: string) => number) {}

  /** The code in a cell; `notPlain` where it is blank, in lower case, between blanks, or no code. */
  read(line: LineCells, cell: number): number {
    const start = line.start(cell);
    if (line.end(cell) - start !== 5) return notPlain;
    const slot = slotOf(line.bytes, start);
    if (slot === -1) return notPlain;
    const known = this.#ids[slot] ?? notPlain;
    if (known !== notPlain) return known;
    const id = this.idOf(line.textAt(start, start + 5));
    this.#ids[slot] = id;
    return id;
  }
}

function slotOf(bytes: Uint8Array, start: number): number {
  const second = (bytes[start + 1] ?? 0) - zero;
  const third = (bytes[start + 2] ?? 0) - zero;
  const fourth = (bytes[start + 3] ?? 0) - zero;
  if (!isDigit(second) || !isDigit(third) || !isDigit(fourth)) return -1;
  const middle = second * 100 + third * 10 + fourth;
  const first = (bytes[start] ?? 0) - zero;
  const last = bytes[start + 4] ?? 0;
  if (isDigit(first)) {
    if (isDigit(last - zero)) return first * 10_000 + middle * 10 + last - zero;
    return isLetter(last) ? fiveDigits + (first * 1000 + middle) * 26 + last - upperA : -1;
  }
  if (!isLetter(first + zero) || !isDigit(last - zero)) return -1;
  return fiveDigits + endInLetter + (first + zero - upperA) * 10_000 + middle * 10 + last - zero;
}

/** Days written as `20260302`. */
export class PlainDays {
  readonly #days = new Int32Array(256 << 9).fill(notPlain);

  /** The day in a cell; `open` where it is blank or a star; `notPlain` where it is anything else. */
  read(line: LineCells, cell: number, open: number): number {
    const start = line.start(cell);
    const length = line.end(cell) - start;
    const { bytes } = line;
    if (length === 0 || (length === 1 && (bytes[start] ?? 0) === star)) return open;
    if (length !== 8) return notPlain;
    const year = numberAt(bytes, start, 4) - 1900;
    const month = numberAt(bytes, start + 4, 2);
    const day = numberAt(bytes, start + 6, 2);
    if (!(year >= 0 && year < 256 && month >= 0 && month < 16 && day >= 0 && day < 32)) return notPlain;
    const slot = (year << 9) | (month << 5) | day;
    const known = this.#days[slot] ?? notPlain;
    if (known !== notPlain) return known;
    const read = usualDates.read(line.textAt(start, start + 8));
    if (typeof read !== "number") return notPlain;
    this.#days[slot] = read;
    return read;
  }
}

/** Texts of a few words, interned by whoever is asked. */
export class PlainTexts {
  readonly #ids = new Map<string, number>();

  constructor(private readonly idOf: (text: string) => number) {}

  /** The text in a cell; `notPlain` where it goes into no table, or stands between blanks. */
  read(line: LineCells, cell: number): number {
    const text = line.textAt(line.start(cell), line.end(cell));
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    if (text.trim() !== text || textCell(text) !== text) return notPlain;
    const id = this.idOf(text);
    this.#ids.set(ownText(text), id);
    return id;
  }
}

/** The only sign in a cell as a digit; `notPlain` where it is none, or not the only one. */
export function plainDigit(line: LineCells, cell: number): number {
  const start = line.start(cell);
  if (line.end(cell) - start !== 1) return notPlain;
  const digit = (line.bytes[start] ?? 0) - zero;
  return isDigit(digit) ? digit : notPlain;
}

/** The number that some digits write, -1 where one is none. */
function numberAt(bytes: Uint8Array, start: number, length: number): number {
  let number = 0;
  for (let at = start; at < start + length; at++) {
    const digit = (bytes[at] ?? 0) - zero;
    if (!isDigit(digit)) return -1;
    number = number * 10 + digit;
  }
  return number;
}

function isDigit(value: number): boolean {
  return value >= 0 && value <= 9;
}

function isLetter(sign: number): boolean {
  return sign >= upperA && sign < upperA + 26;
}
