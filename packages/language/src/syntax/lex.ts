/**
 * Text to tokens. Chevrotain's lexer finds the words; each word then gets the type that its letters give it. What is
 * wrong with single words, texts and signs is reported here, once, whatever the parser makes of them.
 */
import type { Diagnostic } from "@edict/rulebook";
import { parseIsoDate } from "@edict/rulebook";
import type { IToken, TokenType } from "chevrotain";
import { report } from "../diagnostics/report.js";
import { syntax } from "../diagnostics/syntax.js";
import type { Source, Stretch } from "../source/source.js";
import { isUnterminated, readDate, writeText } from "./literals.js";
import { reportStraySigns } from "./stray-signs.js";
import {
  codeWithModifiers,
  codeWord,
  date,
  diagnosisWord,
  fiveDigits,
  indexOf,
  languageWord,
  lexer,
  modifierWord,
  oddWord,
  plainDigits,
  plainName,
  rawWord,
  text,
  twoCapitals,
  unitsName,
  tokenStretch,
} from "./tokens.js";

/** The tokens of a text, comments left out, and what was wrong with them. */
export interface Lexed {
  readonly tokens: readonly IToken[];
  readonly diagnostics: Diagnostic[];
}

/** Cuts a text into tokens. */
export function lex(source: Source): Lexed {
  const { tokens, errors } = lexer.tokenize(source.text);
  const diagnostics: Diagnostic[] = [];
  reportStraySigns(source, errors, diagnostics);
  const known = new Map<string, TokenType>();
  for (const token of tokens) {
    if (token.tokenType === rawWord) {
      let type = known.get(token.image);
      if (type === undefined) {
        type = typeOfWord(token.image);
        known.set(token.image, type);
      }
      token.tokenType = type;
      token.tokenTypeIdx = indexOf(type);
      if (type === oddWord) diagnostics.push(oddWordReport(tokenStretch(source, token), token.image));
    } else if (token.tokenType === text) checkText(source, token, diagnostics);
    else if (token.tokenType === date) checkDate(source, token, diagnostics);
  }
  return { tokens, diagnostics };
}

/** `77280-77290` is meant as a range. */
function oddWordReport(at: Stretch, word: string): Diagnostic {
  const instead = /^\w{5}-\w{5}$/.test(word) ? word.replace("-", "..") : null;
  const fixes = instead === null ? [] : [{ title: `write ${instead}`, edits: [{ at, text: instead }] }];
  return report(syntax, "odd-word", at, { word, instead }, { fixes });
}

/** The type that a word's letters give it. */
export function typeOfWord(image: string): TokenType {
  const word = languageWord(image);
  if (word !== undefined) return word;
  if (/^\d+$/.test(image)) return image.length === 5 ? fiveDigits : plainDigits;
  if (/^(?:\d{4}[0-9A-Z]|[A-Z]\d{4})$/.test(image)) return codeWord;
  if (/^(?:\d{4}[0-9A-Z]|[A-Z]\d{4})(?:-[0-9A-Z]{2})+$/.test(image)) return codeWithModifiers;
  if (/^\d[A-Z]$/.test(image)) return modifierWord;
  if (/^\d/.test(image)) return oddWord;
  if (/^[A-Z][A-Z0-9]$/.test(image)) return twoCapitals;
  if (/^[A-Z]\d[0-9A-Z]$/.test(image)) return diagnosisWord;
  if (/^x\d+$/.test(image)) return unitsName;
  return plainName;
}

function checkText(source: Source, token: IToken, diagnostics: Diagnostic[]): void {
  const image = token.image;
  const at = tokenStretch(source, token);
  const curly = !image.startsWith('"') || (!image.endsWith('"') && !isUnterminated(image));
  if (isUnterminated(image)) {
    const end = { source, start: at.end, end: at.end };
    const fixes = [{ title: "close the text at the end of the line", edits: [{ at: end, text: '"' }] }];
    diagnostics.push(report(syntax, "unclosed-text", at, {}, { fixes }));
  } else if (curly) {
    const fixes = [
      {
        title: "write straight quotes",
        edits: [{ at, text: writeText(image.slice(1, -1)) }],
        preferred: true as const,
      },
    ];
    diagnostics.push(report(syntax, "curly-quotes", at, {}, { fixes }));
  }
  if (!image.includes("\\")) return;
  for (const found of image.slice(1).matchAll(/\\(.?)/g)) {
    const escape = found[0];
    if (escape === "\\n" || escape === '\\"' || escape === "\\\\") continue;
    const start = token.startOffset + 1 + found.index;
    const place = { source, start, end: start + escape.length };
    const edits = [{ at: { source, start, end: start }, text: "\\" }];
    const fixes = [{ title: "write the backslash twice", edits, preferred: true as const }];
    diagnostics.push(report(syntax, "unknown-escape", place, { escape }, { fixes }));
  }
}

function checkDate(source: Source, token: IToken, diagnostics: Diagnostic[]): void {
  const at = tokenStretch(source, token);
  const meant = readDate(token.image);
  if (parseIsoDate(meant) === null) diagnostics.push(report(syntax, "no-such-date", at, { date: token.image }));
  else if (meant !== token.image) {
    const fixes = [{ title: `write ${meant}`, edits: [{ at, text: meant }], preferred: true as const }];
    diagnostics.push(report(syntax, "date-form", at, { seen: token.image, meant }, { fixes }));
  }
}
