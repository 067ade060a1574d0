/**
 * What may follow at the caret, asked of the grammar: each word of the language and each shape of token is put there in
 * turn and the declaration read again. So it holds whatever the grammar's gates say, and nothing is written down twice.
 */
import type { IToken, TokenType } from "chevrotain";
import type { Source } from "../../source/source.js";
import {
  allWords,
  closeParenthesis,
  codeLike,
  codeWithModifiers,
  comma,
  comparison,
  date,
  decimal,
  dot,
  dots,
  endOf,
  equals,
  fiveDigits,
  itemWord,
  isHardWord,
  languageWord,
  money,
  numberWord,
  openParenthesis,
  plainDigits,
  plainName,
  tableRow,
  text,
  tokenAt,
  unitsName,
} from "../tokens.js";
import type { Caret } from "./caret.js";
import type { Occurrence, Piece } from "./grammar-map.js";
import { continuationsOf, firstOf, isKeyword, occurrencesOf, phrasesFrom } from "./grammar-map.js";
import { shorten } from "./shorten.js";
import type { Taken } from "./watching-parser.js";
import { watchingParser } from "./watching-parser.js";

export type { Piece } from "./grammar-map.js";

/** What is no word of the language. */
export type Shape =
  | "name"
  | "number"
  | "code"
  | "date"
  | "text"
  | "money"
  | "units"
  | "row"
  | "comma"
  | "open"
  | "close"
  | "equals"
  | "comparison"
  | "range"
  | "dot";

/** One thing that can stand at the caret. */
export type Expected =
  | { readonly kind: "keyword"; readonly phrase: readonly Piece[]; readonly path: readonly string[] }
  | { readonly kind: "shape"; readonly shape: Shape; readonly path: readonly string[] };

/** A name, a number, a text and the like. */
export type ExpectedShape = Extract<Expected, { readonly kind: "shape" }>;

/** What the grammar says of a caret. */
export interface Expectations {
  readonly expected: readonly Expected[];
  /** The declaration may end here. */
  readonly whole: boolean;
  /** Where the parts of the declaration that stand before the caret begin, in the whole source. */
  readonly parts: readonly number[];
}

const nothing: Expectations = { expected: [], whole: false, parts: [] };

/** What may stand at the caret, within the declaration that is being written. */
export function expectedAt(source: Source, caret: Caret): Expectations {
  if (caret.keyword === null) return { ...nothing, whole: true };
  const before: Source = { path: source.path, text: source.text.slice(caret.from, caret.offset) };
  const parser = watchingParser();
  for (const { tokens, parts } of shorten(parser, before, caret.keyword, caret.tokens)) {
    const answer = remembered(tokens);
    if (answer.whole || answer.expected.length > 0)
      return { ...answer, parts: parts.map(({ startOffset }) => caret.from + startOffset) };
  }
  return nothing;
}

type Answer = Pick<Expectations, "expected" | "whole">;

// While a word is typed, the question stays the same.
const answers = new Map<string, Answer>();

function remembered(tokens: readonly IToken[]): Answer {
  const key = tokens.map(({ image, tokenType }) => (tokenType === text ? '"' : image)).join(" ");
  const known = answers.get(key);
  if (known !== undefined) return known;
  if (answers.size >= 256) answers.clear();
  const found = ask(tokens);
  answers.set(key, found);
  return found;
}

function ask(tokens: readonly IToken[]): Answer {
  const parser = watchingParser();
  const last = tokens.at(-1);
  const at = last === undefined ? 0 : endOf(last) + 1;
  const tokenOf = (type: TokenType, image: string): IToken => tokenAt(type, image, at, at + image.length);
  const take = (first: IToken, ...then: readonly IToken[]): Taken | null =>
    parser.watch([...tokens, first, ...then], first).taken;
  const expected: Expected[] = [];
  const known = new Set<string>();
  const add = (one: Expected): void => {
    const key = `${JSON.stringify(one.kind === "keyword" ? one.phrase : one.shape)} ${one.path.join(" ")}`;
    if (known.has(key)) return;
    known.add(key);
    expected.push(one);
  };
  const addKeyword = (said: string, taken: Taken): void => {
    const path = taken.path.map(({ phrase }) => phrase);
    for (const phrase of phrasesFrom(said, taken)) add({ kind: "keyword", phrase, path });
  };
  for (const said of allWords) {
    const type = languageWord(said);
    if (type === undefined) continue;
    const taken = take(tokenOf(type, said));
    if (taken !== null && isKeyword(taken.as)) addKeyword(said, taken);
    // Some words are told from names, and from each other, by what follows them: `day 1`, `in the same`.
    if (taken === null && !isHardWord(type)) continue;
    for (const occurrence of occurrencesOf(type)) {
      if (taken !== null && isAt(taken, occurrence)) continue;
      for (const follower of followersOf(occurrence)) {
        const then = take(tokenOf(type, said), ...follower.map((one) => tokenOf(...one)));
        if (then !== null && isAt(then, occurrence)) addKeyword(said, then);
      }
    }
  }
  for (const { shape, type, image, as } of samples) {
    const behind = shape === "name" ? [[], ...nameFollowers] : [[]];
    for (const follower of behind) {
      const taken = take(tokenOf(type, image), ...follower.map((one) => tokenOf(...sampleOf(one))));
      if (taken === null || (as !== undefined && !as.includes(taken.as))) continue;
      add({ kind: "shape", shape, path: taken.path.map(({ phrase }) => phrase) });
    }
  }
  return { expected, whole: parser.watch(tokens, null).whole };
}

function isAt(taken: Taken, { type, call, phrase }: Occurrence): boolean {
  return taken.as === type && taken.call === call && taken.path.at(-1)?.phrase === phrase;
}

type Spoken = readonly [TokenType, string];

const followers = new Map<Occurrence, readonly (readonly Spoken[])[]>();

/** What may follow a word in its phrase, each as tokens to put behind it. */
function followersOf(occurrence: Occurrence): readonly (readonly Spoken[])[] {
  const known = followers.get(occurrence);
  if (known !== undefined) return known;
  const phrases = continuationsOf(occurrence).filter((phrase) => phrase.length > 0);
  const found =
    phrases.length > 0
      ? phrases.slice(0, 2).map((phrase) => phrase.slice(0, 2).flatMap(spoken))
      : firstOf(occurrence.rest)
          .types.slice(0, 4)
          .map((type) => [sampleOf(type)]);
  followers.set(occurrence, found);
  return found;
}

function spoken(piece: Piece): readonly Spoken[] {
  const said = piece.kind === "word" ? piece.text : piece.kind === "choice" ? piece.words[0] : undefined;
  const type = said === undefined ? undefined : languageWord(said);
  return said === undefined || type === undefined ? [[plainDigits, "1"]] : [[type, said]];
}

interface Sample {
  readonly shape: Shape;
  readonly type: TokenType;
  readonly image: string;
  /** Taken as one of these, where it may be taken as something else too. */
  readonly as?: readonly TokenType[];
}

const samples: readonly Sample[] = [
  { shape: "name", type: plainName, image: "Caret" },
  { shape: "number", type: plainDigits, image: "1", as: [numberWord] },
  { shape: "code", type: fiveDigits, image: "77301", as: [codeLike] },
  { shape: "date", type: date, image: "2026-01-01" },
  { shape: "text", type: text, image: '""' },
  { shape: "money", type: money, image: "$1" },
  { shape: "units", type: unitsName, image: "x1", as: [unitsName] },
  { shape: "row", type: tableRow, image: "| a |" },
  { shape: "comma", type: comma, image: "," },
  { shape: "open", type: openParenthesis, image: "(" },
  { shape: "close", type: closeParenthesis, image: ")" },
  { shape: "equals", type: equals, image: "=", as: [equals] },
  { shape: "comparison", type: equals, image: "=", as: [comparison] },
  { shape: "range", type: dots, image: ".." },
  { shape: "dot", type: dot, image: "." },
];

/** A name may be a field where one of these follows it, and a value or a set where not. */
const nameFollowers: readonly (readonly TokenType[])[] = [
  [languageWord("is") ?? equals],
  [itemWord],
  [languageWord("from") ?? equals, text],
];

/** A token of a type, to be put after another. */
function sampleOf(type: TokenType): readonly [TokenType, string] {
  if (languageWord(type.name) === type) return [type, type.name];
  const sample = samples.find((one) => one.type === type || one.as?.includes(type) === true);
  if (sample !== undefined) return [sample.type, sample.image];
  if (type === decimal) return [decimal, "1.5"];
  if (type === codeWithModifiers) return [codeWithModifiers, "77301-26"];
  const member = allWords.find((said) => languageWord(said)?.CATEGORIES?.includes(type) === true);
  const found = member === undefined ? undefined : languageWord(member);
  return found === undefined || member === undefined || isNameCategory(type) ? [plainName, "Caret"] : [found, member];
}

function isNameCategory(type: TokenType): boolean {
  return ["AnyName", "FreeName", "ItemWord", "DeclaredWord"].includes(type.name);
}
