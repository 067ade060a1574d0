/**
 * Small repairs worth trying where a declaration could not be read: a word of the language in the wrong case or with a
 * slip in it, a comma or a word that is missing or too much. Each is tried by reading the declaration again; the one
 * that gets farthest is what the analyst most likely meant.
 */
import type { Diagnostic } from "@edict/rulebook";
import type { IToken } from "chevrotain";
import { tokenMatcher } from "chevrotain";
import { slips } from "../../diagnostics/near.js";
import { report } from "../../diagnostics/report.js";
import { syntax } from "../../diagnostics/syntax.js";
import type { Source } from "../../source/source.js";
import type { Failure } from "../attempt.js";
import { atTheEnd } from "../attempt.js";
import {
  allWords,
  anyName,
  asWord,
  closeParenthesis,
  comma,
  declaredWord,
  endOf,
  equals,
  isHardWord,
  itemWord,
  openParenthesis,
  plainName,
  text,
  tokenAt,
  word,
  tokenStretch,
} from "../tokens.js";
import { creditInATest, habits, reasonWithGroup, synonyms } from "./habits.js";
import { speltOtherwise } from "./spelt-otherwise.js";
import type { LanguageWord } from "../words.js";
import { isLanguageWord } from "../words.js";

/** A repair: the tokens as they should be, and the report that says so. */
export interface Candidate {
  readonly tokens: readonly IToken[];
  /** The offset that reading must get past for the repair to count. */
  readonly past: number;
  /** The name of the declaration was put in, and is not one. */
  readonly nameless?: boolean;
  readonly diagnostic: () => Diagnostic;
}

/** The repairs worth trying, the likelier first among those that get equally far. */
export function candidates(source: Source, tokens: readonly IToken[], failure: Failure): Candidate[] {
  const at = failure.index;
  return [
    ...respelled(source, tokens, at, failure),
    ...respelled(source, tokens, at - 1, failure),
    ...respelled(source, tokens, lineStart(source, tokens, at), failure),
    // First, since with what is missing put in they are read too, and are mistakes again.
    ...reasonWithGroup(source, tokens, failure),
    ...creditInATest(source, tokens, failure),
    ...withoutComma(source, tokens, failure),
    ...withMissing(source, tokens, failure),
    ...withHeader(source, tokens, failure),
    ...asOtherPayer(source, tokens, failure),
    ...withComma(source, tokens, failure),
    ...habits(source, tokens, failure),
    ...speltOtherwise(source, tokens, failure),
    ...withoutWord(source, tokens, at),
  ];
}

/** A word in the wrong case, or near a word of the language. */
function respelled(source: Source, tokens: readonly IToken[], index: number, failure: Failure): Candidate[] {
  const token = tokens[index];
  if (token === undefined || index < 1 || !tokenMatcher(token, anyName)) return [];
  const image = token.image;
  return wordsNear(image, failure.wanted).map((meant) => ({
    tokens: tokens.with(index, asWord(token, meant)),
    past: failure.offset,
    diagnostic: () => {
      const at = tokenStretch(source, token);
      const fix = { title: `write ${meant}`, edits: [{ at, text: meant }] };
      if (image.toLowerCase() !== meant.toLowerCase())
        return report(syntax, "unknown-word", at, { word: image, near: meant }, { fixes: [fix] });
      const code = meant === "CARC" || meant === "RARC" ? "reason-code-case" : "keyword-case";
      return report(syntax, code, at, { word: meant }, { fixes: [{ ...fix, preferred: true }] });
    },
  }));
}

// The same slips come again and again in one file; what is near a word never changes.
const nearWords = new Map<string, readonly LanguageWord[]>();

function wordsNear(image: string, wanted: string): readonly LanguageWord[] {
  if (image.length > 14) return [];
  const key = `${image} ${wanted}`;
  const known = nearWords.get(key);
  if (known !== undefined) return known;
  if (nearWords.size > 10_000) nearWords.clear();
  const near = findNear(image, wanted);
  nearWords.set(key, near);
  return near;
}

/** At most four words of the language that a word may be a slip of, the nearest first. */
function findNear(image: string, wanted: string): LanguageWord[] {
  // A word that is right in itself may only be a slip of the one word that was wanted.
  const said = synonyms.get(image.toLowerCase());
  if (said !== undefined) return [said];
  if (isLanguageWord(image)) return isLanguageWord(wanted) && slips(image, wanted) <= 2 ? [wanted] : [];
  const near: { meant: LanguageWord; distance: number }[] = [];
  for (const meant of allWords) {
    if (meant === image || Math.abs(meant.length - image.length) > 2 || !isLanguageWord(meant)) continue;
    const distance = slips(image, meant);
    const sameLetters = image.toLowerCase() === meant.toLowerCase();
    const limit = meant === wanted ? Math.ceil(meant.length / 2) : image.length < 3 ? 0 : Math.max(1, image.length / 3);
    if (sameLetters || distance <= limit) near.push({ meant, distance: sameLetters ? 0 : distance });
  }
  near.sort((left, right) => left.distance - right.distance || (left.meant < right.meant ? -1 : 1));
  return near.slice(0, 4).map((entry) => entry.meant);
}

/** The number of the last token before `at` that is the first on its line. */
function lineStart(source: Source, tokens: readonly IToken[], at: number): number {
  for (let index = at - 2; index > 0; index--) {
    const [before, token] = [tokens[index - 1], tokens[index]];
    if (before === undefined || token === undefined) return -1;
    if (isNewLine(source, before, token)) return index;
  }
  return -1;
}

function isNewLine(source: Source, before: IToken, token: IToken): boolean {
  return source.text.slice(endOf(before), token.startOffset).includes("\n");
}

/** A comma that nothing follows, or one too many. */
function withoutComma(source: Source, tokens: readonly IToken[], failure: Failure): Candidate[] {
  const at = failure.index;
  const index = tokens[at]?.tokenType === comma ? at : tokens[at - 1]?.tokenType === comma ? at - 1 : -1;
  const token = tokens[index];
  if (token === undefined) return [];
  return [
    {
      tokens: tokens.toSpliced(index, 1),
      past: index < at ? failure.offset : offsetAt(tokens, index + 1),
      diagnostic: () => {
        const place = tokenStretch(source, token);
        const fixes = [{ title: "take the comma out", edits: [{ at: place, text: "" }], preferred: true as const }];
        return report(syntax, "extra-comma", place, {}, { fixes });
      },
    },
  ];
}

/** What may be missing by the key of what was wanted. */
const fillers: ReadonlyMap<string, readonly LanguageWord[]> = new Map<string, readonly LanguageWord[]>([
  ["field-comparison", ["is"]],
  ["follows-or-precedes", ["follows"]],
]);

/** A word or sign without which it does not go on. */
function withMissing(source: Source, tokens: readonly IToken[], failure: Failure): Candidate[] {
  const before = tokens[failure.index];
  const previous = tokens[failure.index - 1];
  if (previous === undefined) return [];
  const from = endOf(previous);
  const at = before?.startOffset ?? from;
  const fill = (token: IToken): Candidate => ({
    tokens: tokens.toSpliced(failure.index, 0, token),
    past: failure.offset,
    diagnostic: () => {
      const missing = token.image;
      const place = before === undefined ? tokenStretch(source, previous) : tokenStretch(source, before);
      const edit =
        before === undefined
          ? { at: { source, start: from, end: from }, text: ` ${missing}` }
          : { at: { source, start: at, end: at }, text: `${missing} ` };
      const fixes = [{ title: `write ${missing}`, edits: [edit] }];
      if (before === undefined)
        return report(syntax, "unfinished", place, { after: shown(previous), wanted: `write ${missing}` }, { fixes });
      return report(syntax, "missing-word", place, { missing, before: shown(before) }, { fixes });
    },
  });
  const signs = [equals, closeParenthesis, openParenthesis].find((type) => type.name === failure.wanted);
  if (signs !== undefined) return [fill(tokenAt(signs, signs.LABEL ?? "", at, at))];
  const words = isLanguageWord(failure.wanted) ? [failure.wanted] : (fillers.get(failure.wanted) ?? []);
  return words.map((missing) => fill(tokenAt(word(missing), missing, at, at)));
}

/** A declaration whose name or title is missing; without a name it is read for its other mistakes only. */
function withHeader(source: Source, tokens: readonly IToken[], failure: Failure): Candidate[] {
  const [keyword] = tokens;
  const previous = tokens[failure.index - 1];
  if (keyword === undefined || previous === undefined || failure.index > 2) return [];
  const at = endOf(previous);
  if (failure.wanted === text.name && previous.tokenType !== word("use") && previous.tokenType !== equals)
    return [
      {
        tokens: tokens.toSpliced(failure.index, 0, tokenAt(text, '""', at, at)),
        past: failure.offset,
        diagnostic: () => report(syntax, "missing-title", tokenStretch(source, previous), { after: shown(previous) }),
      },
    ];
  if (failure.wanted === declaredWord.name && failure.index === 1)
    return [
      {
        tokens: tokens.toSpliced(1, 0, tokenAt(plainName, "", at, at)),
        past: failure.offset,
        nameless: true,
        diagnostic: () => report(syntax, "missing-name", tokenStretch(source, keyword), { keyword: shown(keyword) }),
      },
    ];
  return [];
}

/** `payer` before names, and `payers` before texts. */
function asOtherPayer(source: Source, tokens: readonly IToken[], failure: Failure): Candidate[] {
  const [keyword] = tokens;
  const seen = tokens[failure.index];
  if (keyword === undefined || seen === undefined || failure.index !== 3) return [];
  const isGroup = keyword.tokenType === word("payer") && tokenMatcher(seen, anyName);
  const isPayer = keyword.tokenType === word("payers") && seen.tokenType === text;
  if (!isGroup && !isPayer) return [];
  const meant = isGroup ? "payers" : "payer";
  return [
    {
      tokens: tokens.with(0, asWord(keyword, meant)),
      past: failure.offset,
      diagnostic: () => {
        const at = tokenStretch(source, keyword);
        const fixes = [{ title: `write ${meant}`, edits: [{ at, text: meant }] }];
        return report(syntax, "payer-or-payers", at, { word: meant }, { fixes });
      },
    },
  ];
}

/** Two items without a comma between them. */
function withComma(source: Source, tokens: readonly IToken[], failure: Failure): Candidate[] {
  const index = failure.index;
  const token = tokens[index];
  const previous = tokens[index - 1];
  if (token === undefined || previous === undefined || !isItem(token) || !isItem(previous)) return [];
  // What starts a line is an item in a list that is a declaration of its own; in a rule it is more likely a clause.
  if (tokens[2]?.tokenType !== equals && isNewLine(source, previous, token)) return [];
  const at = endOf(previous);
  return [
    {
      tokens: tokens.toSpliced(index, 0, tokenAt(comma, ",", at, at)),
      past: failure.offset,
      diagnostic: () => {
        const fixes = [{ title: "put a comma there", edits: [{ at: { source, start: at, end: at }, text: "," }] }];
        return report(syntax, "missing-comma", tokenStretch(source, token), { before: shown(token) }, { fixes });
      },
    },
  ];
}

function isItem(token: IToken): boolean {
  const type = token.tokenType;
  return tokenMatcher(token, itemWord) || type === text || type === closeParenthesis || type === word("then");
}

/** A word too much, where the rest goes on without it. */
function withoutWord(source: Source, tokens: readonly IToken[], index: number): Candidate[] {
  const token = tokens[index];
  if (token === undefined || index < 1) return [];
  const previous = tokens[index - 1];
  if (previous === undefined || isNewLine(source, previous, token)) return [];
  const repeated = token.image === previous.image;
  if (isHardWord(token.tokenType) && !repeated) return [];
  return [
    {
      tokens: tokens.toSpliced(index, 1),
      past: offsetAt(tokens, index + 1),
      diagnostic: () => {
        const place = tokenStretch(source, token);
        const fixes = [{ title: "take it out", edits: [{ at: place, text: "" }] }];
        return report(syntax, "extra-word", place, { word: shown(token) }, { fixes });
      },
    },
  ];
}

function offsetAt(tokens: readonly IToken[], index: number): number {
  return tokens[index]?.startOffset ?? atTheEnd;
}

/** A token as a message shows it: on one line and not too long. */
export function shown(token: IToken): string {
  return token.image.length > 40 ? `${token.image.slice(0, 38)}…` : token.image;
}
