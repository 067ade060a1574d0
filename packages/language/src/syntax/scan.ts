/**
 * Finds the tokens of a text one after the other, each by its first sign: the shapes that may begin with it are tried in
 * turn. What begins no token is passed over, up to where one begins.
 */
import { scanParentheses, scanRow, scanText } from "./scanners.js";
import type { Token, TokenType } from "./token-types.js";
import {
  closeParenthesis,
  comma,
  date,
  decimal,
  dot,
  dots,
  dottedDiagnosis,
  equals,
  manyParentheses,
  money,
  openParenthesis,
  otherComparison,
  tableRow,
  text,
  unitsDecimal,
} from "./tokens.js";

/** A run of signs that begin no token. */
export interface Stray {
  readonly offset: number;
  readonly length: number;
}

export interface Scanned {
  readonly tokens: Token[];
  readonly strays: readonly Stray[];
}

/** Where a token of a shape ends that begins at `offset`; at `offset` itself where none does. */
type Shape = (whole: string, offset: number) => number;

interface Try {
  /** Null is a word, whose letters give it its type. */
  readonly type: TokenType | null;
  readonly shape: Shape;
}

/** Finds the tokens; `typeOfWord` gives each word its type. Blanks and comments are none. */
export function scan(whole: string, typeOfWord: (image: string) => TokenType): Scanned {
  const tokens: Token[] = [];
  const strays: Stray[] = [];
  for (let offset = 0; offset < whole.length;) {
    const passed = pastBlanks(whole, offset);
    if (passed > offset) {
      offset = passed;
      continue;
    }
    const found = tokenAt(whole, offset, typeOfWord);
    if (found !== null) {
      tokens.push(found);
      offset = found.endOffset + 1;
      continue;
    }
    const start = offset++;
    while (offset < whole.length && pastBlanks(whole, offset) === offset && tokenAt(whole, offset, typeOfWord) === null)
      offset++;
    strays.push({ offset: start, length: offset - start });
  }
  return { tokens, strays };
}

function tokenAt(whole: string, offset: number, typeOfWord: (image: string) => TokenType): Token | null {
  const tries = triesOf(whole.charCodeAt(offset));
  for (let at = 0; at < tries.length; at++) {
    const tried = tries[at];
    const end = tried?.shape(whole, offset) ?? offset;
    if (tried === undefined || end === offset) continue;
    const { type } = tried;
    const image = whole.slice(offset, end);
    return { image, startOffset: offset, endOffset: end - 1, tokenType: type ?? typeOfWord(image) };
  }
  return null;
}

/** Past blanks, or past one comment. */
function pastBlanks(whole: string, offset: number): number {
  let at = offset;
  if (whole.charCodeAt(at) === 35) {
    const end = whole.indexOf("\n", at);
    return end < 0 ? whole.length : end;
  }
  while (at < whole.length && isBlank(whole.charCodeAt(at))) at++;
  return at;
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 10 || unit === 9 || unit === 13 || unit === 12 || unit === 0xfeff;
}

const none: readonly Try[] = [];

/** By their first signs, in the order in which they are tried. */
const plainTries: (readonly Try[])[] = Array.from({ length: 128 }, () => none);
const otherTries = new Map<number, readonly Try[]>();

function begin(signs: string, ...tries: readonly (readonly [TokenType | null, Shape])[]): void {
  const made = tries.map(([type, shape]) => ({ type, shape }));
  for (const sign of signs) {
    const unit = sign.charCodeAt(0);
    if (unit < 128) plainTries[unit] = made;
    else otherTries.set(unit, made);
  }
}

function triesOf(unit: number): readonly Try[] {
  return plainTries[unit] ?? otherTries.get(unit) ?? none;
}

function pattern(sticky: RegExp): Shape {
  return (whole, offset) => {
    sticky.lastIndex = offset;
    return sticky.test(whole) ? sticky.lastIndex : offset;
  };
}

function sign(text: string): Shape {
  return (whole, offset) => (whole.startsWith(text, offset) ? offset + text.length : offset);
}

function scanned(find: (whole: string, offset: number) => [string] | null): Shape {
  return (whole, offset) => offset + (find(whole, offset)?.[0].length ?? 0);
}

const aWord: readonly [null, Shape] = [null, pattern(/[A-Za-z0-9][A-Za-z0-9_]*(?:-[A-Za-z0-9][A-Za-z0-9_]*){0,40}/y)];

begin(
  "0123456789",
  [
    date,
    pattern(/\d{4}-\d{1,2}-\d{1,2}(?![\w-])|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}(?![\w-])|\d{4}\/\d{1,2}\/\d{1,2}(?![\w-])/y),
  ],
  [decimal, pattern(/\d+\.\d+(?![\w-])/y)],
  aWord,
);
begin("ABCDEFGHIJKLMNOPQRSTUVWXYZ", [dottedDiagnosis, pattern(/[A-Z]\d[0-9A-Z]\.[0-9A-Z]{1,4}(?![\w-])/y)], aWord);
begin("abcdefghijklmnopqrstuvwyz", aWord);
begin("x", [unitsDecimal, pattern(/x\d+\.\d+(?![\w-])/y)], aWord);
begin(",", [comma, sign(",")]);
begin('"“”‘’', [text, scanned(scanText)]);
begin("|", [tableRow, scanned(scanRow)]);
begin("$", [money, pattern(/\$\d+(?:,\d{3}){0,9}(?!\d)(?:\.\d+)?/y)]);
begin(".", [dots, sign("..")], [dot, sign(".")]);
begin("(", [manyParentheses, scanned(scanParentheses)], [openParenthesis, sign("(")]);
begin(")", [closeParenthesis, sign(")")]);
begin("!<>", [otherComparison, pattern(/!=|<=|>=|<|>/y)]);
begin("=", [equals, sign("=")]);
